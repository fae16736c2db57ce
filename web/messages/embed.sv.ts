import type { EmbedCatalogue } from "./embed.en.ts";

/** Texts of a result in a frame, in slides. */
export const embedSv: EmbedCatalogue = {
  "embed.connecting": "Ansluter …",
  "embed.waiting": "Resultatet visas här när det visas på scenen.",
  "embed.closed": "Omröstningen är avslutad.",
  "embed.rehearsal": "Repetition – simulerade svar.",
  "embed.lineDown": "Ingen kontakt. Bilden är den senaste; nya försök görs.",
  "embed.table": "Resultatet som tabell",
  "embed.forbiddenTitle": "Omröstningen visas inte på andra sidor",
  "embed.forbidden":
    "Arrangören kan tillåta det: kryssa för att resultat får visas i bildspel på omröstningens sida, och spara. Ladda sedan om bilden.",
  "embed.goneTitle": "Det finns inget att visa på den här adressen",
  "embed.gone": "Omröstningen eller frågan kan ha tagits bort, eller adressen ha klippts av när den kopierades.",
};
