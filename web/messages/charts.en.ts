import type { Plural } from "./translate.ts";

/** Texts inside pictures and tables of results, on the stage and on the page of results. */
export const chartsEn = {
  "chart.bar": "{n} · {percent}",
  "chart.rest": { one: "+ {n} more", other: "+ {n} more" },
  "chart.mean": "Mean",
  "chart.noAnswers": "No answers yet",
  "chart.leading": "Most: {names}, {n}",
  "chart.leadingShare": "Most: {names}, {n} ({percent})",
  "chart.texts": { one: "{n} text", other: "{n} texts" },
  "chart.first": { one: "First: {names}, {n} point", other: "First: {names}, {n} points" },
  "chart.mostPoints": "Most points: {names}, {mean} of {total} on average",
  "chart.pointsMean": { one: "{mean} · {n} point", other: "{mean} · {n} points" },
  "chart.basePoints": { one: "Mean of {total} points, {n} answer", other: "Mean of {total} points, {n} answers" },
  "chart.baseRanking": {
    one: "Points: {most} for first place, 0 for last. A full bar is {full}. {n} answer",
    other: "Points: {most} for first place, 0 for last. A full bar is {full}. {n} answers",
  },
  "chart.highestMean": "Highest mean: {name}, {mean}",
  "chart.picture.choice": "Bar chart. {summary}",
  "chart.picture.words": "Word cloud. {summary}",
  "chart.picture.text": "Texts, latest first. {summary}",
  "chart.picture.ranking": "Ranking by points. {summary}",
  "chart.picture.points": "Bar chart of mean points. {summary}",
  "chart.picture.scale": "Distribution for each statement. {summary}",
  "table.option": "Option",
  "table.answers": "Answers",
  "table.share": "Share",
  "table.word": "Word",
  "table.count": "Count",
  "table.text": "Text",
  "table.time": "Time",
  "table.statement": "Statement",
  "table.mean": "Mean",
  "table.median": "Median",
  "table.points": "Points",
  "table.meanRank": "Mean place",
  "table.firsts": "Firsts",
  "table.skipped": "Skipped",
  "table.skippedCount": "Skipped: {n}",
  "table.hidden": { one: "{n} hidden word", other: "{n} hidden words" },
  "table.rankingBase": {
    one: "Points: {most} for first place, 0 for last. {n} attendee has answered.",
    other: "Points: {most} for first place, 0 for last. {n} attendees have answered.",
  },
  "table.pointsBase": {
    one: "Each gives {total} points. The mean is of the {n} attendee who has answered.",
    other: "Each gives {total} points. The mean is of the {n} attendees who have answered.",
  },
  "table.shareBase": {
    one: "Shares are of the {n} attendee who has answered.",
    other: "Shares are of the {n} attendees who have answered.",
  },
} satisfies Record<string, string | Plural>;

export type ChartsCatalogue = Record<keyof typeof chartsEn, string | Plural>;
