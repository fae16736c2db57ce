import { expect, test } from "vitest";
import { scaleRules } from "../../worker/questions/scale/rules.ts";
import { showTally, tallyOf } from "../../worker/questions/tally.ts";
import { accepted, neverAnswers, scale, shown, swedish, withUnknownKeys } from "./questions.ts";

const rate = (a: unknown, proto: unknown) => ({
  ratings: Object.fromEntries([
    ["a", a],
    ["__proto__", proto],
  ]),
});

const statementsOf = (answers: unknown[]) => {
  const tally = shown(scale, answers);
  if (!("statements" in tally)) throw new Error("not a scale tally");
  return new Map(Object.entries(tally.statements));
};

test("counts every value, skips apart, with mean and median by hand", () => {
  const statements = statementsOf([rate(3, null), rate(1, 0), rate(-1, null), rate(1, 3), null]);
  expect(statements.get("a")).toEqual({
    counts: { "-1": 1, "0": 0, "1": 2, "2": 0, "3": 1 },
    skipped: 0,
    mean: 1,
    median: 1,
  });
  expect(statements.get("__proto__")).toEqual({
    counts: { "-1": 0, "0": 1, "1": 0, "2": 0, "3": 1 },
    skipped: 2,
    mean: 1.5,
    median: 1.5,
  });
});

test("the mean is not rounded, the median of an even number lies between", () => {
  expect(statementsOf([rate(0, 0), rate(0, 1), rate(1, 2)]).get("a")).toMatchObject({ mean: 1 / 3, median: 0 });
  expect(statementsOf([rate(0, 0), rate(3, 0)]).get("a")).toMatchObject({ mean: 1.5, median: 1.5 });
});

test("a statement that nobody rated has neither", () => {
  const empty = { counts: { "-1": 0, "0": 0, "1": 0, "2": 0, "3": 0 }, skipped: 0, mean: null, median: null };
  expect(statementsOf([]).get("a")).toEqual(empty);
  expect(statementsOf([rate(null, null)]).get("a")).toEqual({ ...empty, skipped: 1 });
});

test.each([
  ...neverAnswers,
  ...withUnknownKeys(rate(1, 1)),
  rate(4, 1),
  rate(-2, 1),
  rate(1.5, 1),
  rate("1", 1),
  rate(Number.POSITIVE_INFINITY, 1),
  rate(JSON.parse("-1e400"), 1),
  rate([], 1),
  rate([1], 1),
  rate(true, 1),
  rate({}, 1),
  rate(1, undefined),
  { ratings: {} },
  { ratings: { a: 1 } },
  { ratings: JSON.parse('{"__proto__":1}') },
  { ratings: { ...rate(1, 1).ratings, b: 1 } },
  { ratings: JSON.parse('{"a":1,"__proto__":1,"constructor":1}') },
  { ratings: JSON.parse('{"a":1,"__proto__":{"a":1}}') },
  { ratings: [1, 1] },
  { ratings: "a" },
])("refuses %j", (answer) => expect(accepted(scale, answer)).toBeUndefined());

test("keeps statements and values that may have answers", () => {
  const { conflict } = scaleRules;
  expect(conflict(scale, { ...scale, statements: scale.statements.slice(1) })).toMatchObject({ path: "statements" });
  expect(conflict(scale, { ...scale, max: 2 })).toMatchObject({ path: "max" });
  expect(conflict(scale, { ...scale, min: 0 })).toMatchObject({ path: "min" });
  expect(conflict(scale, { ...scale, min: -2, max: 4, minLabel: "Nej" })).toBeUndefined();
});

test("skips that were cast are told also when the question can't be skipped any more", () => {
  const tally = tallyOf(scale, [{ attendee: "a", answer: null, at: 0 }], swedish);
  expect(showTally(tally, { ...scale, skippable: false }, swedish)).toMatchObject({ answered: 0, skipped: 1 });
});
