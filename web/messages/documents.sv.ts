import type { Plural } from "./translate.ts";

/** The pages about privacy and accessibility. Whoever changes what is stored, or what a page can do, changes them too. */
export type DocumentText = { title: string; sections: { heading: string; paragraphs?: string[]; items?: string[] }[] };
/** Around the operator's contact; `nobody` is said where none is given. */
export type ContactText = Record<"heading" | "lead" | "nobody" | "toStart", string>;
/** Around a phone's own ballots. */
export type ReceiptTexts = Record<
  | "heading"
  | "none"
  | "about"
  | "mark"
  | "round"
  | "skipped"
  | "question"
  | "castAt"
  | "place"
  | "placeIs"
  | "digest"
  | "find"
  | "secret",
  string
>;
/** How long single answers stay; the paragraph on it has it in place of `{kept}`. `poll` where it is that poll's own choice. */
export type KeptTexts = Record<"poll" | "usual", Plural>;
export type DocumentsCatalogue = {
  privacy: DocumentText;
  accessibility: DocumentText;
  contact: ContactText;
  receipts: ReceiptTexts;
  kept: KeptTexts;
};

export const documentsSv: DocumentsCatalogue = {
  privacy: {
    title: "Så hanteras dina svar",
    sections: [
      {
        heading: "Kort sagt",
        items: [
          "Svaren är anonyma: ingen frågar vem du är, och du har inget konto.",
          "Ingen IP-adress sparas.",
          "Inget skickas till andra webbplatser, och ingen mäter vad du gör på sidan.",
        ],
      },
      {
        heading: "Det som sparas",
        items: [
          "Dina svar, så som du valde eller skrev dem, och när de kom.",
          "Ett fingeravtryck av varje svar, också av dem du har ändrat. Med fingeravtrycken kan man kontrollera att inga svar har ändrats eller tagits bort. Vad du svarade innan du ändrade dig går inte att räkna fram ur dem.",
          "Ett slumpat tecken i stället för ett namn. Det håller ihop svaren från samma telefon, så att du kan ändra dig och bara räknas en gång. Nästa gång samma omröstning körs får du ett nytt.",
        ],
        paragraphs: ["Skriver du själv ditt namn i ett svar är det svaret förstås inte anonymt längre."],
      },
      {
        heading: "Vem som ser svaren",
        items: [
          "Alla i rummet ser det sammanlagda resultatet, med ord och texter, när det visas.",
          "Den som presenterar ser samma sak, och även det som är dolt eller väntar på att visas.",
          "Den som har skapat omröstningen kan ladda ner svaren ett och ett, med det slumpade tecknet och utan namn, och kan offentliggöra resultatet. Även svaren ett och ett kan offentliggöras så.",
        ],
      },
      {
        heading: "Hur länge",
        paragraphs: [
          "{kept} Den som har skapat omröstningen kan radera dem tidigare. Sammanställningen, med ord och texter, finns kvar tills omröstningen tas bort. Säkerhetskopior hos den som driver servern kan leva kvar en tid till, hos Cloudflare i högst 30 dagar. Svar i en repetition sparas inte.",
        ],
      },
      {
        heading: "I din telefon",
        items: [
          "Kakan handupp_ följd av omröstningens id, i 14 dagar: den gör att telefonen känns igen i omröstningen. Inget skript kan läsa den.",
          "Kakan handupp_lang, tills du stänger webbläsaren: språket, om du har valt ett.",
          "Kakan handupp_session (över https __Host-handupp_session), i 30 dagar: bara om du som arrangör har loggat in på ett konto. Inget skript kan läsa den.",
          "Ett svar som inte har kommit fram ligger i telefonen tills det har gjort det, eller inte kan räknas längre.",
          "Det du har börjat skriva, och ett slumpat namn på din anslutning, ligger kvar tills du stänger fliken.",
          "Om du skapar omröstningar: deras nycklar ligger i din webbläsare tills du tar bort dem där.",
        ],
        paragraphs: ["Kakorna behövs för det du gör på sidan. Det finns inga andra."],
      },
      {
        heading: "IP-adresser",
        paragraphs: [
          "Servern ser din adress när den skickar sidan till dig, som alla webbplatser gör, men skriver inte ner den. Den som skriver in många felaktiga koder får vänta. För det räknas felen per adress i serverns minne, aldrig på disk. Den som driver servern, eller nätet framför den, kan ha egna loggar som vi inte vet något om.",
        ],
      },
    ],
  },
  accessibility: {
    title: "Tillgänglighet",
    sections: [
      {
        heading: "Hur läget är",
        paragraphs: [
          "Alla ska kunna svara, presentera och läsa resultat. Målet är EN 301 549 och WCAG 2.2 på nivå AA. Vi bedömer att sidorna är delvis förenliga med kraven, på grund av bristerna nedan.",
          "Bedömningen är vår egen, senast gjord den 1 december 2026. Ingen utomstående har granskat tjänsten.",
        ],
      },
      {
        heading: "Hur det prövas",
        items: [
          "Vid varje ändring prövas alla sidor automatiskt med axe, på svenska och engelska, i ljust och mörkt läge och ner till 320 bildpunkters bredd.",
          "Varje frågetyp besvaras i testerna med enbart tangentbord, och hela omröstningen utan JavaScript.",
          "Färgerna är valda för kontrast, och rörelser visas inte för den som har bett webbläsaren om det.",
        ],
      },
      {
        heading: "Kända brister",
        items: [
          "Sidorna har inte prövats med skärmläsare av personer som använder dem till vardags.",
          "Ordmolnet på scenen går att läsa först som tabell, och tabellen visas när den som presenterar trycker på T. På telefonen visas orden som en lista, om resultat visas där.",
          "En fråga kan stå på ett annat språk än sidan. Varje text är märkt med sitt språk, men enstaka ord på andra språk i den är det inte.",
          "En bild som sparas från scenen har ingen alternativtext. Skriv en där du använder bilden.",
          "Utan JavaScript räknas tecken och poäng inte medan du fyller i, och sidan hämtas på nytt först när du trycker på Uppdatera.",
        ],
      },
      {
        heading: "Tid att svara",
        paragraphs: [
          "En omröstning sker i stunden, tillsammans med andra. Ingen tidsgräns är påslagen från början. Den som presenterar kan starta en nedräkning, och kan när som helst ge mer tid, ta bort nedräkningen eller öppna röstningen igen. Säg till i rummet om du behöver mer tid.",
        ],
      },
    ],
  },
  receipts: {
    heading: "Det som är sparat från den här telefonen i",
    none: "Inget svar är sparat än.",
    about: "Det här är ditt kvitto. Med det kan du se att ditt svar finns med, om svaren ett och ett publiceras.",
    mark: "I stället för ditt namn står",
    round: "runda {round}",
    skipped: "Hoppade över",
    question: "Frågans namn",
    castAt: "Sparat",
    place: "Plats",
    placeIs: "del {shard}, nummer {number}",
    digest: "Fingeravtryck",
    find: "Leta i ballots.csv efter raden med tecknet och frågans namn, och i chain.csv efter del och nummer: där ska fingeravtrycket stå.",
    secret: "Den som får se kvittot ser vad du svarade.",
  },
  kept: {
    poll: {
      one: "I den här omröstningen raderas svaren ett och ett {n} dag efter att den har stängts.",
      other: "I den här omröstningen raderas svaren ett och ett {n} dagar efter att den har stängts.",
    },
    usual: {
      one: "Svaren ett och ett raderas {n} dag efter att omröstningen har stängts, eller efter så många dagar som den som har skapat omröstningen har valt.",
      other:
        "Svaren ett och ett raderas {n} dagar efter att omröstningen har stängts, eller efter så många som den som har skapat omröstningen har valt.",
    },
  },
  contact: {
    heading: "Kontakt",
    lead: "Fråga eller berätta om något som inte fungerar:",
    nobody:
      "Vänd dig till den som har bjudit in dig till omröstningen. Den som driver servern har inte angett någon egen kontakt.",
    toStart: "Till startsidan",
  },
};
