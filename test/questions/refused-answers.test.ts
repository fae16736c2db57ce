import * as v from "valibot";
import { expect, test } from "vitest";
import { type Question, rulesOf } from "../../worker/questions/registry.ts";
import { grid, points, ranking, scale } from "./questions.ts";

const ids = (entries: [string, unknown][]) => Object.fromEntries(entries);

const wrong: [Question, object, string][] = [
  [ranking, { order: ["a", "b"] }, 'order: lacks "__proto__"'],
  [ranking, { order: ["a", "b", "x", "1"] }, 'order: names "x", which the question does not have'],
  [
    points,
    {
      points: ids([
        ["a", 1],
        ["b", 2],
        ["__proto__", 3],
      ]),
    },
    "points: sums to 6, not 10",
  ],
  [points, { points: { a: 10 } }, 'points: lacks "b"'],
  [points, { points: { a: 1.5 } }, "points.a: "],
  [
    scale,
    {
      ratings: ids([
        ["a", 9],
        ["__proto__", 1],
      ]),
    },
    'ratings: has "a" at a value that is not between -1 and 3',
  ],
  [scale, { ratings: { a: 1 } }, 'ratings: lacks "__proto__"'],
  [grid, { items: { a: null } }, 'items: lacks "__proto__"'],
];

test.each(wrong)("%#: what is wrong with an answer is told with its field", (question, answer, told) => {
  const parsed = v.safeParse(rulesOf(question.type).answerSchema(question), answer, { abortEarly: true });
  expect(parsed.success ? [] : parsed.issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)).toEqual([
    expect.stringMatching(new RegExp(`^${told.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}`)),
  ]);
});
