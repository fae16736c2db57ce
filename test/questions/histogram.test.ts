import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ascending } from "../../worker/questions/counts.ts";
import { histogramOf } from "../../worker/questions/number/histogram.ts";
import { limits } from "../../worker/shared/limits.ts";

const ranges = fc
  .oneof(
    fc
      .tuple(fc.integer({ min: -200, max: 200 }), fc.integer({ min: 1, max: 400 }))
      .map(([min, size]) => [min, min + size]),
    fc
      .tuple(fc.integer({ min: -300, max: 300 }), fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 9 }))
      .map(([min, size, digits]) => [Number(`${min}e-${digits}`), Number(`${min + size}e-${digits}`)]),
    fc.uniqueArray(fc.double({ min: -limits.numberValue, max: limits.numberValue, noNaN: true }), {
      minLength: 2,
      maxLength: 2,
    }),
    // Ends that lie as close as two numbers can, far from zero and near it.
    fc.constantFrom(
      [1, 1 + Number.EPSILON],
      [0, Number.MIN_VALUE],
      [-Number.MIN_VALUE, 1e-300],
      [-1e12, 1e12],
      [1e12 - 0.0002, 1e12],
    ),
  )
  .map((ends) => ends.toSorted((a, b) => a - b))
  .filter(([min = 0, max = 0]) => min < max);

/** Values of the range with its ends, the edges of its own bins and decimals as people type them. */
const cases = ranges.chain(([min = 0, max = 1]) => {
  const edges = histogramOf([], min, max).flatMap(({ from, to }) => [from, to]);
  const inside = (value: number) => Math.min(max, Math.max(min, value));
  const value = fc.oneof(
    fc.constantFrom(min, max, ...edges.map(inside)),
    fc.double({ min, max, noNaN: true }),
    fc.double({ min, max, noNaN: true }).map((typed) => inside(Number(typed.toPrecision(3)))),
  );
  return fc.record({ min: fc.constant(min), max: fc.constant(max), values: fc.array(value, { maxLength: 30 }) });
});

const countsOf = (values: readonly number[]) => {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return ascending(counts);
};

test("every value lies in exactly one bin, and bins are few, contiguous, and cover the range", () => {
  fc.assert(
    fc.property(cases, ({ min, max, values }) => {
      const bins = histogramOf(countsOf(values), min, max);
      expect(bins.length).toBeGreaterThan(0);
      expect(bins.length).toBeLessThanOrEqual(limits.bins + 1);
      expect(bins[0]?.from).toBeLessThanOrEqual(min);
      expect(bins.at(-1)?.to).toBeGreaterThanOrEqual(max);
      for (const [index, { from, to, count }] of bins.entries()) {
        expect(from).toBeLessThan(to);
        if (index > 0) expect(from).toBe(bins[index - 1]?.to);
        const isLast = index === bins.length - 1;
        const held = values.filter((value) => value >= from && (value < to || (isLast && value === to)));
        expect(count).toBe(held.length);
      }
      expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
    }),
    { numRuns: 500 },
  );
});

test("no bin lies wholly outside the range", () => {
  fc.assert(
    fc.property(ranges, ([min = 0, max = 1]) => {
      const bins = histogramOf([], min, max);
      expect(bins[0]?.to).toBeGreaterThan(min);
      expect(bins.at(-1)?.from).toBeLessThanOrEqual(max);
    }),
  );
});

test("bins stay where they are, whatever is answered", () => {
  fc.assert(
    fc.property(cases, ({ min, max, values }) => {
      const places = (answers: readonly number[]) =>
        histogramOf(countsOf(answers), min, max).map(({ from, to }) => [from, to]);
      expect(places(values)).toEqual(places([]));
    }),
  );
});

describe("edges as a reader expects them", () => {
  const edges = (min: number, max: number) => {
    const bins = histogramOf([], min, max);
    return [...bins.map(({ from }) => from), bins.at(-1)?.to];
  };
  const steps = (from: number, to: number, size: number) =>
    Array.from({ length: Math.round((to - from) / size) + 1 }, (_, step) => Number((from + step * size).toFixed(9)));

  test.each([
    // Whole numbers one by one, the greatest too.
    [0, 10, steps(0, 11, 1)],
    [1, 6, steps(1, 7, 1)],
    [0, 20, steps(0, 21, 1)],
    [-3, 3, steps(-3, 4, 1)],
    [0, 21, steps(0, 22, 2)],
    [0, 100, steps(0, 100, 5)],
    [1, 100, steps(0, 100, 5)],
    [18, 80, steps(15, 80, 5)],
    // Five a bin would be 21 of them.
    [-3, 100, steps(-10, 100, 10)],
    [0, 1, steps(0, 1, 0.05)],
    [0, 2, steps(0, 2, 0.1)],
    [0.1, 0.7, steps(0.1, 0.7, 0.05)],
    [0.3, 0.5, steps(0.3, 0.5, 0.01)],
    [-0.05, 0.05, steps(-0.05, 0.05, 0.005)],
    [0, 1e12, steps(0, 1e12, 5e10)],
    [-1e12, 1e12, steps(-1e12, 1e12, 1e11)],
    [1, 1 + Number.EPSILON, [1, 1 + Number.EPSILON]],
  ])("from %d to %d", (min, max, expected) => expect(edges(min, max)).toEqual(expected));
});

test("a decimal that is an edge opens its bin, and does not close the one before", () => {
  const bins = histogramOf(countsOf([0.1, 0.15, 0.3, 0.7]), 0.1, 0.7);
  expect(bins.filter(({ count }) => count > 0)).toEqual([
    { from: 0.1, to: 0.15, count: 1 },
    { from: 0.15, to: 0.2, count: 1 },
    { from: 0.3, to: 0.35, count: 1 },
    { from: 0.65, to: 0.7, count: 1 },
  ]);
});
