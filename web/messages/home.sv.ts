import type { Catalogue, Plural, Translate } from "./translate.ts";

/** Texts of the page where a code is typed. */
export const homeSv = {
  title: "Gå med i en omröstning",
  code: "Ange koden",
  codeHint: "Den står på skärmen eller i inbjudan, till exempel 123 456.",
  join: "Gå med",
  organise: "Skapa en egen omröstning",
  "wrong.unknown": "Ingen omröstning har den koden. Jämför med koden på skärmen och försök igen.",
  "wrong.closed": "Den omröstningen är avslutad. Fråga den som håller i den om det finns en ny kod.",
  "wrong.full": "Omröstningen har så många deltagare som den kan ta emot. Fråga den som håller i den.",
  "wrong.too-many": "Det har kommit många felaktiga koder härifrån. Vänta en minut och försök igen.",
  "wrong.cookies":
    "Svaret kom inte fram: webbläsaren tar inte emot kakor (cookies), som behövs för att svaret ska räknas en gång. Tillåt dem för den här sidan och ange koden igen.",
  "wrong.malformed": "En kod består av siffror. Skriv siffrorna som de står på skärmen.",
} as const satisfies Catalogue;

export type HomeCatalogue = Record<keyof typeof homeSv, string | Plural>;
export type HomeTranslate = Translate<HomeCatalogue>;
