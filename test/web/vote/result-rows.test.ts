/** What a tally is on the phone, as lines. */
import "./all-forms.ts";
import { expect, test } from "vitest";
import { translator } from "../../../web/messages/translate.ts";
import { voteSv } from "../../../web/messages/vote.sv.ts";
import { percentOf } from "../../../web/questions/percent.ts";
import { resultListOf } from "../../../web/questions/result-lists.ts";
import type { Question } from "../../../worker/questions/registry.ts";
import type { ShownTally } from "../../../worker/questions/tally.ts";
import { choice, number, points, scale } from "./sample-questions.ts";

const t = translator(voteSv, "sv");
const rowsOf = (question: Question, tally: ShownTally) => resultListOf(question.type).rows(question, tally, t);

test("options have their count and its share of those who answered", () => {
  const rows = rowsOf(choice, { answered: 4, counts: { org: 3, eko: 1, dig: 0 } });
  expect(rows.map(({ count, share }) => [count, share])).toEqual([
    [3, 0.75],
    [1, 0.25],
    [0, 0],
  ]);
});

test("some of many is never none, and nearly all is not all", () => {
  expect([7 / 1893, 1888 / 1893, 0, 1, 0.005, 1e-9].map(percentOf)).toEqual([0.4, 99.7, 0, 100, 1, 0.1]);
});

test("bins of one whole number each have that number's name, others where they begin and end", () => {
  const bins = (width: number) => [0, width].map((from) => ({ from, to: from + width, count: 1 }));
  const figures = { answered: 2, mean: null, median: null, min: 0, max: 1 };
  const whole = { ...number, min: 0, max: 1 };
  expect(rowsOf(whole, { ...figures, histogram: bins(1) }).map(({ text }) => text)).toEqual(["0", "1"]);
  const wide = { ...number, min: 0, max: 10 };
  expect(rowsOf(wide, { ...figures, histogram: bins(5) }).map(({ text }) => text)).toEqual(["0 – 5", "5 – 10"]);
});

test("a scale's mean has its spread: how many gave each value", () => {
  const rel = { counts: { 1: 2, 5: 4 }, skipped: 1, mean: 3.667, median: 5 };
  const time = { counts: {}, skipped: 0, mean: null, median: null };
  expect(rowsOf(scale, { answered: 7, statements: { rel, time } })).toEqual([
    { text: "Programmet var relevant", figure: "Medelvärde 3,7 av 5", columns: [2, 0, 0, 0, 4], skipped: 1 },
    { text: "Det fanns tid", figure: "Inga svar än", skipped: 0 },
  ]);
});

test("points that nobody has given have no mean", () => {
  const rows = rowsOf(points, {
    answered: 0,
    options: { it: { points: 0, mean: null }, people: { points: 0, mean: null } },
  });
  expect(rows.map(({ figure, share }) => [figure, share])).toEqual([
    ["Inga svar än", 0],
    ["Inga svar än", 0],
  ]);
});
