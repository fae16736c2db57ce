import { expect, test } from "vitest";
import { FrameBudget } from "../../worker/live/frame-budget.ts";
import { limits } from "../../worker/shared/limits.ts";

test("40 frames at once and 20 a second after them are never too fast", () => {
  const budget = new FrameBudget(0);
  const verdicts = Array.from({ length: 40 }, () => budget.spend(0));
  for (let frame = 1; frame <= 600; frame++) verdicts.push(budget.spend(frame * 50));
  expect(new Set(verdicts)).toEqual(new Set(["fine"]));
});

test("a flood is refused, then closed, and a pause forgives it", () => {
  const budget = new FrameBudget(0);
  const verdicts = Array.from({ length: limits.frameBurst + limits.tooFastFrames + 1 }, () => budget.spend(0));
  expect(verdicts.slice(0, limits.frameBurst)).not.toContain("too-fast");
  expect(verdicts[limits.frameBurst]).toBe("too-fast");
  expect(verdicts.at(-1)).toBe("close");
  expect(budget.spend(10_000)).toBe("fine");
});

test("a clock that is set back takes nothing away", () => {
  const budget = new FrameBudget(1_000_000);
  expect(budget.spend(0)).toBe("fine");
});
