import type { Catalogue, Plural, Translate } from "./translate.ts";

/** Texts of the phone's page. */
export const voteSv = {
  send: "Skicka",
  sendChange: "Skicka ändringen",
  skip: "Hoppa över frågan",
  reload: "Ladda om sidan",
  toStart: "Ange en annan kod",

  "lobby.heading": "Du är med",
  "lobby.text": "Vänta, frågan kommer hit så snart den visas.",
  "closed.heading": "Omröstningen är avslutad",
  "closed.text": "Tack för att du var med.",
  "gone.heading": "Omröstningen finns inte längre",
  "gone.text": "Den som höll i den har tagit bort den.",
  "stale.heading": "Sidan behöver laddas om",
  "stale.text": "Telefonen känns inte längre igen. Ladda om sidan så kommer du in igen.",

  "status.sending": "Skickar …",
  "status.held": "Sparat i telefonen. Skickas när du har kontakt igen.",
  "status.received": "Mottaget.",
  "status.changed": "Ändringen är mottagen.",
  "status.skipped": "Du hoppade över frågan.",
  "status.unsentChange": "Ändringen är inte skickad än.",
  "status.changeable": "Du kan ändra dig tills röstningen stängs.",
  "status.final": "Svaret går inte att ändra.",
  "status.locked": "Röstningen är stängd.",
  "status.lost": "Ingen kontakt. Försöker igen …",

  "countdown.left": { one: "Cirka {n} sekund kvar", other: "Cirka {n} sekunder kvar" },
  "countdown.minutes": { one: "Cirka {n} minut kvar", other: "Cirka {n} minuter kvar" },
  "countdown.soon": "Röstningen stängs strax",

  "refused.invalid": "Svaret kunde inte tas emot. Ändra det och skicka igen.",
  "refused.locked": "Röstningen hade stängts när svaret kom fram. Svaret räknas inte.",
  "refused.not-on-stage": "Frågan hade bytts ut när svaret kom fram. Svaret räknas inte.",
  "refused.unchangeable": "Ditt första svar gäller. Det går inte att ändra.",
  "refused.too-fast": "Svaren kom för tätt. Vänta en liten stund och skicka igen.",
  "refused.too-large": "Svaret är för långt. Korta det och skicka igen.",
  "refused.earlier": "Svaret på en tidigare fråga kunde inte tas emot och räknas inte.",

  figure: "{count}",
  "answer.label": "Ditt svar",

  // Of the results, which a phone gets where it is shown any.
  "results.heading": "Resultat",
  "results.answered": "{n} har svarat",
  "results.share": "{n} · {percent} %",
  "results.mean": "Medelvärde {mean} av {max}",
  "results.noMean": "Inga svar än",
  "results.points": "{n} poäng",
  "results.meanOnly": "Medelvärde",
  "results.more": "och {n} till",

  // A form's own: a phone gets those of its question.
  "choice.missing": "Välj ett alternativ först.",
  "choice.upTo": "Välj högst {n} alternativ.",
  "choice.full": "Du har valt {n}. Ta bort ett val för att välja ett annat.",
  "choice.other": "Annat",
  "choice.write": "Skriv ditt eget svar.",
  "choice.tooLong": "Ditt eget svar får ha högst {max} tecken.",
  "words.missing": "Skriv minst ett ord först.",
  "words.tooLong": "Ett ord får ha högst {max} tecken.",
  "words.punctuation": "Ett ord behöver minst en bokstav, siffra eller symbol.",
  "words.hint": "Du behöver inte fylla i alla.",
  "words.nth": "Ord {number}",
  "text.missing": "Skriv ett svar först.",
  "text.upTo": "Högst {max} tecken.",
  "text.left": "{n} tecken kvar.",
  "text.over": "{n} tecken för mycket.",
  "scale.missing": "Svara på varje påstående, eller välj att hoppa över det.",
  "scale.leaveOut": "Hoppa över påståendet",
  "ranking.hint": "Dra raderna eller använd pilarna.",
  "ranking.up": "Upp: {name}",
  "ranking.down": "Ner: {name}",
  "ranking.place": "{name}: plats {n} av {of}",
  "points.wrong": "Ge exakt {max} poäng, i hela tal.",
  "points.left": "{n} kvar",
  "points.over": "{n} för mycket",
  "number.range": "Skriv ett tal från {min} till {max}{unit}.",
  "number.unclear": "{typed} kan läsas på två sätt. Skriv {whole} eller {decimal}.",
  "grid.missing": "Placera varje sak, eller välj att hoppa över den.",
  "grid.here": "Placera här",
  "grid.leaveOut": "Hoppa över",
} as const satisfies Catalogue;

export type VoteCatalogue = Record<keyof typeof voteSv, string | Plural>;
export type VoteTranslate = Translate<VoteCatalogue>;
