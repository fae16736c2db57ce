import type { dataEn } from "./organise-data.en.ts";
import type { Plural } from "./translate.ts";

/** How long ballots are kept, how to be rid of them, and a text for attendees. */
export const dataSv: Record<keyof typeof dataEn, string | Plural> = {
  "data.title": "Svar och personuppgifter",
  "data.kept": {
    one: "Röstsedlarna, svaren ett och ett, raderas {n} dag efter att en körning har stängts. Resultatet finns kvar, med fritextsvar och ord.",
    other:
      "Röstsedlarna, svaren ett och ett, raderas {n} dagar efter att en körning har stängts. Resultatet finns kvar, med fritextsvar och ord.",
  },
  "data.erase": "Radera röstsedlarna nu",
  "data.eraseAsk": "Radera röstsedlarna för gott?",
  "data.eraseAbout":
    "Alla stängda körningars röstsedlar försvinner överallt. Resultaten finns kvar, med fritextsvar och ord, men går inte att räkna om längre. Det går inte att ångra.",
  "data.erased": "Röstsedlarna är raderade. Resultaten finns kvar.",
  "data.notice": "Text till deltagarna om personuppgifter",
  "data.noticeAbout": "Klistra in den i inbjudan eller programmet, och fyll i det som står inom hakparentes.",
  "data.copy": "Kopiera texten",
  "data.copied": "Kopierad.",
  "data.notice.title": "Så hanteras svaren i ”{title}”",
  "data.notice.what":
    "Vad: Vi sparar svaren på frågorna, tidpunkten och ett slumpat tecken för varje telefon. Inga namn, e-postadresser eller IP-adresser sparas. Telefonen får en kaka så att varje deltagare räknas en gång. Skriver du själv ditt namn i ett svar är det svaret inte anonymt.",
  "data.notice.why":
    "Varför: För att sammanställa vad deltagarna tycker och dokumentera mötet. Rättslig grund: [till exempel uppgift av allmänt intresse, artikel 6.1 e i dataskyddsförordningen].",
  "data.notice.howLong": {
    one: "Hur länge: Svaren ett och ett raderas {n} dag efter att omröstningen har stängts. Sammanställningen, där även fritextsvar ingår, sparas [till exempel som en del av mötets dokumentation].",
    other:
      "Hur länge: Svaren ett och ett raderas {n} dagar efter att omröstningen har stängts. Sammanställningen, där även fritextsvar ingår, sparas [till exempel som en del av mötets dokumentation].",
  },
  "data.notice.who":
    "Vem: Personuppgiftsansvarig är [organisation]. Frågor, och begäran om att få veta, rätta eller radera något: [kontakt]. Du kan klaga hos Integritetsskyddsmyndigheten, imy.se.",
  "data.notice.whoAsk":
    "Vem: Personuppgiftsansvarig är [organisation]. Frågor, och begäran om att få veta, rätta eller radera något: [kontakt]. Tjänsten drivs av: {contact}. Du kan klaga hos Integritetsskyddsmyndigheten, imy.se.",
};
