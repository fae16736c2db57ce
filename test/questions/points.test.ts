import { expect, test } from "vitest";
import { pointsRules } from "../../worker/questions/points/rules.ts";
import { accepted, neverAnswers, points, shown, withUnknownKeys } from "./questions.ts";

const give = (a: unknown, b: unknown, proto: unknown) => ({
  points: Object.fromEntries([
    ["a", a],
    ["b", b],
    ["__proto__", proto],
  ]),
});

const optionsOf = (answers: unknown[]) => {
  const tally = shown(points, answers);
  if (!("options" in tally)) throw new Error("not a tally of options");
  return new Map(Object.entries(tally.options));
};

test("points in all and their mean by hand, skips apart", () => {
  const options = optionsOf([give(10, 0, 0), give(3, 3, 4), give(0, 9, 1), null]);
  expect(options.get("a")).toEqual({ points: 13, mean: 13 / 3 });
  expect(options.get("b")).toEqual({ points: 12, mean: 4 });
  expect(options.get("__proto__")).toEqual({ points: 5, mean: 5 / 3 });
  expect(shown(points, [give(10, 0, 0), null])).toMatchObject({ answered: 1, skipped: 1 });
});

test("an option that nobody could give points to has no mean", () => {
  const none = { points: 0, mean: null };
  expect([...optionsOf([]).values()]).toEqual([none, none, none]);
});

test("minus zero is zero, and whole numbers may be written with decimals", () => {
  expect(optionsOf([JSON.parse('{"points":{"a":-0,"b":10.0,"__proto__":0e5}}')]).get("a")).toEqual({
    points: 0,
    mean: 0,
  });
});

test.each([
  ...neverAnswers,
  ...withUnknownKeys(give(10, 0, 0)),
  { points: null },
  { points: [] },
  { points: [10, 0, 0] },
  { points: {} },
  { points: { a: 10 } },
  { points: { a: 10, b: 0 } },
  { points: { a: 10, b: 0, c: 0 } },
  { points: JSON.parse('{"a":10,"b":0,"__proto__":0,"c":0}') },
  { points: JSON.parse('{"a":10,"b":0,"__proto__":0,"constructor":0}') },
  { points: JSON.parse('{"a":10,"b":0,"__proto__":{"a":0}}') },
  give(9, 0, 0),
  give(11, 0, 0),
  give(0, 0, 0),
  give(12, -2, 0),
  give(9.5, 0.5, 0),
  give(JSON.parse("1e400"), 0, 0),
  give(JSON.parse("1e400"), JSON.parse("-1e400"), 10),
  give(Number.NaN, 0, 10),
  give("10", 0, 0),
  give(10, null, 0),
  give(10, undefined, 0),
  give([10], 0, 0),
  give(true, 9, 0),
  give(2 ** 53, -(2 ** 53), 10),
])("refuses %j", (answer) => expect(accepted(points, answer)).toBeUndefined());

test("with answers options and total stay", () => {
  const { conflict } = pointsRules;
  expect(conflict(points, { ...points, options: points.options.slice(1) })).toMatchObject({
    path: "options",
    rule: "answered",
  });
  expect(conflict(points, { ...points, options: [...points.options, { id: "ny", text: "Ny" }] })).toMatchObject({
    path: "options",
    rule: "answered-all",
  });
  expect(conflict(points, { ...points, total: 20 })).toMatchObject({ path: "total", rule: "answered" });
  expect(conflict(points, { ...points, text: "Ny?" })).toBeUndefined();
});
