import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDefinition } from "../../worker/poll/definition.ts";
import { type NumberQuestion, numberRules } from "../../worker/questions/number/rules.ts";
import { hasRightAnswer, withoutRightAnswer } from "../../worker/questions/right-answer.ts";
import { accepted, neverAnswers, number, shown, withUnknownKeys } from "./questions.ts";

const tallyOf = (values: unknown[]) => {
  const tally = shown(
    number,
    values.map((value) => (value === null ? null : { value })),
  );
  if (!("histogram" in tally)) throw new Error("not a number's tally");
  return { ...tally, filled: tally.histogram.filter(({ count }) => count > 0) };
};

test("mean, median, ends and bins by hand; skips apart", () => {
  const tally = tallyOf([0, 4.5, 4.5, 90, null, -10]);
  expect(tally).toMatchObject({ answered: 5, skipped: 1, mean: 17.8, median: 4.5, min: -10, max: 90 });
  expect(tally.histogram).toHaveLength(20);
  expect(tally.filled).toEqual([
    { from: -10, to: -5, count: 1 },
    { from: 0, to: 5, count: 3 },
    { from: 85, to: 90, count: 1 },
  ]);
});

test("an edge opens a bin, the greatest value closes the last", () => {
  expect(tallyOf([5, 4.999, 85, 90]).filled).toEqual([
    { from: 0, to: 5, count: 1 },
    { from: 5, to: 10, count: 1 },
    { from: 85, to: 90, count: 2 },
  ]);
});

test("the mean is not rounded, the median of an even number lies between", () => {
  expect(tallyOf([0, 0, 1])).toMatchObject({ mean: 1 / 3, median: 0 });
  expect(tallyOf([10, 15])).toMatchObject({ mean: 12.5, median: 12.5 });
});

test("without answers there are empty bins over the range, and no other figures", () => {
  const tally = tallyOf([]);
  expect(tally).toMatchObject({ answered: 0, mean: null, median: null, min: null, max: null, filled: [] });
  expect(tally.histogram[0]?.from).toBe(-10);
  expect(tally.histogram.at(-1)?.to).toBe(90);
});

test("minus zero is zero, and counts with it", () => {
  expect(accepted(number, JSON.parse('{"value":-0}'))).toBeDefined();
  const tally = tallyOf([-0, 0]);
  expect(Object.is(tally.min, 0)).toBe(true);
  expect(tally.filled).toEqual([{ from: 0, to: 5, count: 2 }]);
});

describe("a guess", () => {
  const rightOf = (guess: Partial<NumberQuestion>, values: number[]) => {
    const tally = shown(
      { ...number, ...guess },
      values.map((value) => ({ value })),
    );
    return "right" in tally ? tally.right : undefined;
  };

  test("tells how many were exactly right and how many came close, by hand", () => {
    const values = [42, 42, 37, 47, 36.9, 47.1, -10, 90];
    expect(rightOf({ rightValue: 42, closeWithin: 5 }, values)).toEqual({
      value: 42,
      closeWithin: 5,
      exact: 2,
      close: 4,
    });
    expect(rightOf({ rightValue: 42, closeWithin: 0 }, values)).toMatchObject({ closeWithin: 0, exact: 2, close: 2 });
    expect(rightOf({ rightValue: 42 }, [])).toMatchObject({ exact: 0, close: 0 });
  });

  test("close is a bar's width of the histogram where nothing else is said", () => {
    expect(rightOf({ rightValue: 7, min: 0, max: 10 }, [6, 8, 9])).toMatchObject({ closeWithin: 1, close: 2 });
    expect(rightOf({ rightValue: 7, min: 0, max: 2e9 }, [])).toMatchObject({ closeWithin: 1e8 });
    expect(rightOf({ rightValue: 42 }, [37, 47, 47.1])).toEqual({ value: 42, closeWithin: 5, exact: 0, close: 2 });
    expect(rightOf({ rightValue: 1, min: 0, max: 3 }, [0.8, 1.2, 1.21])).toMatchObject({ closeWithin: 0.2, close: 2 });
  });

  test("decimals are as far apart as people count them", () => {
    expect(rightOf({ rightValue: 0.1, closeWithin: 0.3 }, [0.4, -0.2, 0.41])).toMatchObject({ close: 2 });
    expect(rightOf({ rightValue: 0.3, closeWithin: 0.1 }, [0.2, 0.4])).toMatchObject({ close: 2 });
    expect(rightOf({ rightValue: -0 }, [0])).toMatchObject({ exact: 1 });
  });

  test("whatever is guessed, the exact ones are close, and the close ones have answered", () => {
    const value = fc.oneof(fc.integer({ min: -10, max: 90 }), fc.double({ min: -10, max: 90, noNaN: true }));
    fc.assert(
      fc.property(
        value,
        fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
        fc.array(value),
        (right, within, list) => {
          const closeness = within === null ? {} : { closeWithin: within };
          const figures = rightOf({ rightValue: right, ...closeness }, [...list, right]);
          expect(figures?.exact).toBeGreaterThanOrEqual(1);
          expect(figures?.close).toBeGreaterThanOrEqual(figures?.exact ?? 0);
          expect(figures?.close).toBeLessThanOrEqual(list.length + 1);
          expect(figures).toEqual(rightOf({ rightValue: right, ...closeness }, [right, ...list.toReversed()]));
        },
      ),
    );
  });

  test("a question without a right value has the contract's tally and nothing more", () => {
    expect(Object.keys(shown(number, [{ value: 1 }])).sort()).toEqual([
      "answered",
      "histogram",
      "max",
      "mean",
      "median",
      "min",
      "skipped",
    ]);
  });

  test("without its right answer it is the plain question, and the same where it has none", () => {
    const guess: NumberQuestion = { ...number, rightValue: 1, closeWithin: 2 };
    expect(withoutRightAnswer(guess)).toEqual(number);
    expect(withoutRightAnswer(number)).toBe(number);
    expect([guess, number].map(hasRightAnswer)).toEqual([true, false]);
  });
});

test.each([
  ...neverAnswers,
  ...withUnknownKeys({ value: 1 }),
  { value: -10.0001 },
  { value: 90.0001 },
  { value: "1" },
  { value: "" },
  { value: [] },
  { value: [1] },
  { value: {} },
  { value: true },
  { value: Number.NaN },
  { value: Number.POSITIVE_INFINITY },
  { value: Number.NEGATIVE_INFINITY },
  JSON.parse('{"value":1e400}'),
  JSON.parse('{"value":-1e400}'),
  JSON.parse('{"value":{"__proto__":1}}'),
  JSON.parse('{"__proto__":1}'),
])("refuses %j", (answer) => expect(accepted(number, answer)).toBeUndefined());

test.each([
  [{ min: 0, max: 0 }, "max"],
  [{ min: 1, max: 0 }, "max"],
  [{ min: 0, max: 1e13 }, "max"],
  [{ min: -1e13, max: 1 }, "min"],
  [{ min: JSON.parse("-1e400"), max: 1 }, "min"],
  [{ max: 1 }, "min"],
  [{ min: 0, max: 1, unit: "x".repeat(21) }, "unit"],
  [{ min: 0, max: 1, rightValue: 1.1 }, "rightValue"],
  [{ min: 0, max: 1, rightValue: -1 }, "rightValue"],
  [{ min: 0, max: 1, rightValue: null }, "rightValue"],
  [{ min: 0, max: 1, rightValue: "1" }, "rightValue"],
  [{ min: 0, max: 1, rightValue: JSON.parse("1e400") }, "rightValue"],
  [{ min: 0, max: 1, rightValue: 1, closeWithin: -1 }, "closeWithin"],
  [{ min: 0, max: 1, rightValue: 1, closeWithin: JSON.parse("1e400") }, "closeWithin"],
  [{ min: 0, max: 1, closeWithin: 1 }, "closeWithin"],
])("a question of %j is refused by its field", (fields, field) => {
  const parsed = parseDefinition(
    { title: "T", language: "sv", questions: [{ type: "number", text: "?", ...fields }] },
    () => "id",
  );
  expect(parsed.ok ? [] : parsed.error.map(({ path }) => path)).toEqual([`questions.0.${field}`]);
});

test("keeps values that may have answers", () => {
  const { conflict } = numberRules;
  expect(conflict(number, { ...number, max: 80 })).toMatchObject({ path: "max", rule: "answered" });
  expect(conflict(number, { ...number, min: 0 })).toMatchObject({ path: "min", rule: "answered" });
  expect(conflict(number, { ...number, min: -20, max: 100, unit: "ton" })).toBeUndefined();
});
