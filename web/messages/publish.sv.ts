import type { PublishCatalogue } from "./publish.en.ts";

/** Texts of publishing results, part of the organiser's page. */
export const publishSv: PublishCatalogue = {
  "publish.title": "Publicera resultatet",
  "publish.about":
    "En länk som visar resultatet av stängda körningar för den som har den. Du kan ta tillbaka den när du vill.",
  "publish.isPublic": "Resultatet av stängda körningar är offentligt: den som har länken kan läsa det.",
  "publish.link": "Länk till resultatet",
  "publish.linkAbout": "För läsare. Visar stängda körningar och ändrar ingenting.",
  "publish.unknown":
    "Länken visades när resultatet publicerades och finns bara i den webbläsaren. Du kan göra en ny; den gamla slutar gälla.",
  "publish.ballots": "Även röstsedlarna",
  "publish.ballotsAbout":
    "Svaren ett och ett. Då kan vem som helst räkna om resultatet. Inga namn finns med, men det en deltagare har svarat på alla frågor hör ihop, och den som känner till ett svar kan känna igen de andra.",
  "publish.ballotsPublic": "Nu är även röstsedlarna offentliga.",
  "publish.ballotsPrivate": "Röstsedlarna är inte längre offentliga. Kopior som andra har gjort finns kvar.",
  "publish.do": "Publicera",
  "publish.done": "Resultatet är publicerat. Kopiera länken.",
  "publish.renew": "Gör en ny länk",
  "publish.renewAsk": "Göra en ny länk?",
  "publish.renewAbout": "Länken som är ute nu slutar gälla.",
  "publish.revoke": "Ta tillbaka länken",
  "publish.revokeAsk": "Ta tillbaka länken?",
  "publish.revokeAbout": "Den slutar gälla genast. Filer som andra har laddat ner har de kvar.",
  "publish.revoked": "Länken är tillbakatagen.",
};
