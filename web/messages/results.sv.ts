import type { ResultsCatalogue } from "./results.en.ts";

/** Texts of the page of results; those inside pictures and tables are in the charts' catalogue. */
export const resultsSv: ResultsCatalogue = {
  "results.loading": "Hämtar resultatet …",
  "results.run": "Körning {n}",
  "results.runs": "Vilken körning",
  "results.runLatest": "Körning {n} (den senaste)",
  "results.live": "Pågår nu. Hämtat {when}.",
  "results.closed": "Stängd {when}.",
  "results.fetched": "Hämtat {when}.",
  "results.joined": "{n} deltagare",
  "results.answered": "som mest {n} svar på en fråga",
  "results.refresh": "Hämta på nytt",
  "results.refreshed": "Hämtat {when}.",
  "results.print": "Skriv ut",
  "results.question": "Fråga {n}",
  "results.answers": { one: "{n} svar", other: "{n} svar" },
  "results.answersAndSkipped": "{answers}, {skipped} hoppade över",
  "results.none": "Omröstningen har inga frågor.",

  "downloads.title": "Ladda ner",
  "downloads.xlsx": "Excel (XLSX)",
  "downloads.csv": "Tabell (CSV)",
  "downloads.json": "JSON",
  "downloads.ballots": "Alla röstsedlar (CSV)",
  "downloads.about": "Filerna gäller körning {n}.",
  "downloads.aboutBallots":
    "Filen med röstsedlar har en rad per svar. Den pekar inte ut någon: varje deltagare har ett slumpat namn.",
  "downloads.presenter": "Röstsedlarna kan bara laddas ner med arrangörens länk.",
  "downloads.failed": "Det gick inte att hämta filen. Försök igen.",

  "sentence.none": "Ingen har svarat.",
  "sentence.choice.one": "Flest svarade {name}: {n} av {answered} ({percent}).",
  "sentence.choice.all": "Alla {answered} svarade {name}.",
  "sentence.choice.tie": "Lika många svarade {names}: {n} var av {answered}.",
  "sentence.words.one": {
    one: "Det vanligaste ordet var {word}, från en deltagare.",
    other: "Det vanligaste ordet var {word}, från {n} deltagare.",
  },
  "sentence.words.tie": {
    one: "Inget ord kom från mer än en deltagare.",
    other: "De vanligaste orden var {words}, från {n} deltagare vardera.",
  },
  "sentence.words.hidden": "Alla ord som lämnades döljs av spärrlistan.",
  "sentence.text": { one: "En deltagare skrev en text.", other: "{n} deltagare skrev en text." },
  "sentence.scale.one": "{name} fick medelvärdet {mean} på en skala från {min} till {max}.",
  "sentence.scale.many":
    "{highest} fick högst medelvärde, {highestMean}, och {lowest} lägst, {lowestMean} (skala {min} till {max}).",
  "sentence.scale.same": "Alla påståenden fick medelvärdet {mean} (skala {min} till {max}).",
  "sentence.scale.skipped": "Alla påståenden hoppades över.",

  "results.missing.title": "Nyckeln saknas",
  "results.missing.text": "Länken till resultatet slutar med #key= och en lång nyckel. Öppna hela länken.",
  "results.wrong.title": "Nyckeln passar inte",
  "results.wrong.text": "Nyckeln i länken öppnar inte det här resultatet. Kontrollera att hela länken kom med.",
  "results.gone.title": "Resultatet finns inte",
  "results.gone.text": "Omröstningen kan ha tagits bort, eller så är adressen fel.",
  "results.draft.title": "Inga resultat än",
  "results.draft.text": "Omröstningen har inte körts. Resultatet kommer med den första frågan på scenen.",
  "results.trouble.title": "Resultatet gick inte att hämta",
  "results.trouble.text": "Kontrollera uppkopplingen och försök igen.",
  "results.trouble.retry": "Försök igen",
};
