import type { ChartsCatalogue } from "./charts.en.ts";

/** Texts inside pictures and tables of results, on the stage and on the page of results. */
export const chartsSv: ChartsCatalogue = {
  "chart.bar": "{n} · {percent}",
  "chart.rest": { one: "+ {n} till", other: "+ {n} till" },
  "chart.mean": "Medel",
  "chart.noAnswers": "Inga svar än",
  "chart.leading": "Flest: {names}, {n}",
  "chart.leadingShare": "Flest: {names}, {n} ({percent})",
  "chart.texts": { one: "{n} text", other: "{n} texter" },
  "chart.highestMean": "Högst medelvärde: {name}, {mean}",
  "chart.picture.choice": "Stapeldiagram. {summary}",
  "chart.picture.words": "Ordmoln. {summary}",
  "chart.picture.text": "Texter, de senaste först. {summary}",
  "chart.picture.scale": "Fördelning för varje påstående. {summary}",
  "table.option": "Alternativ",
  "table.answers": "Svar",
  "table.share": "Andel",
  "table.word": "Ord",
  "table.count": "Antal",
  "table.text": "Text",
  "table.time": "Tid",
  "table.statement": "Påstående",
  "table.mean": "Medel",
  "table.median": "Median",
  "table.skipped": "Hoppade över",
  "table.skippedCount": "Hoppade över: {n}",
  "table.hidden": { one: "{n} dolt ord", other: "{n} dolda ord" },
  "table.shareBase": {
    one: "Andelen räknas av den {n} deltagare som har svarat.",
    other: "Andelen räknas av de {n} deltagare som har svarat.",
  },
};
