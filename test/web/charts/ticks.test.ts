import fc from "fast-check";
import { expect, test } from "vitest";
import { countTicks, labelledEdges } from "../../../web/charts/ticks.ts";

test.each([
  [4, [0, 1, 2, 3, 4]],
  [5, [0, 2, 4]],
  [472, [0, 200, 400]],
  [2000, [0, 500, 1000, 1500, 2000]],
  [0, [0]],
])("counts up to %d are marked at round numbers from zero", (most, ticks) =>
  expect(countTicks(most, 4)).toEqual(ticks),
);

test("there are few marks, all whole, and none above the highest bar", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), (most) => {
      const ticks = countTicks(most, 4);
      expect(ticks.length).toBeGreaterThan(1);
      expect(ticks.length).toBeLessThanOrEqual(5);
      expect(ticks.every((tick) => Number.isInteger(tick) && tick <= most)).toBe(true);
    }),
  );
});

test.each([
  [[0, 5, 10, 15, 20], 5, [0, 5, 10, 15, 20]],
  [[0, 5, 10, 15, 20], 3, [0, 10, 20]],
  [[5, 10, 15, 20, 25], 3, [10, 20]],
  [[-5, 0, 5, 10, 15, 20], 2, [0, 20]],
  [[0.1, 0.2, 0.3, 0.4], 2, [0.2, 0.4]],
  [[1, 1 + Number.EPSILON], 2, [1, 1 + Number.EPSILON]],
])("of the edges %j, %d at most are named", (edges, count, named) =>
  expect(labelledEdges(edges, count)).toEqual(named),
);
