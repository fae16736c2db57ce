/** Two rounds beside each other have one measure: what is as high, or as long, is as much. */
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { chartsSv } from "../../../web/messages/charts.sv.ts";
import { translator } from "../../../web/messages/translate.ts";
import { chartOf } from "../../../web/questions/charts.ts";
import type { ShownTally } from "../../../worker/questions/tally.ts";
import { samples } from "./sample-tallies.ts";

const t = translator(chartsSv, "sv");

const bin = (from: number, count: number) => ({ from, to: from + 2000, count });
const figures = { mean: 1, median: 1, min: 0, max: 2 };
const rating = (counts: Record<string, number>) => ({ x: { counts, skipped: 0, mean: 2, median: 2 } });

/** Half as much at the most in the first round as in the second. */
const rounds: [keyof typeof samples, ShownTally, ShownTally][] = [
  ["scale", { answered: 4, statements: rating({ 1: 2, 2: 2 }) }, { answered: 4, statements: rating({ 3: 4 }) }],
  [
    "number",
    { answered: 10, ...figures, histogram: [bin(0, 10), bin(2000, 0)] },
    { answered: 20, ...figures, histogram: [bin(0, 0), bin(2000, 20)] },
  ],
];

test.each(rounds)("%s", (type, first, second) => {
  const { question } = samples[type];
  const Chart = chartOf(type);
  const highest = (tally: ShownTally, beside: ShownTally) => {
    const html = renderToString(<Chart question={question} tally={tally} beside={beside} t={t} language="sv" />);
    return Math.max(...[...html.matchAll(/--part:\s*([\d.]+)/g)].map(([, part]) => Number(part)));
  };
  expect(highest(first, second)).toBe(0.5);
  expect(highest(second, first)).toBe(1);
});
