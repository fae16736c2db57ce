import { expect, test } from "vitest";
import { AckDelays } from "../../worker/live/ack-delays.ts";

function after(...delays: number[]): number | undefined {
  const kept = new AckDelays();
  for (const delay of delays) kept.add(delay);
  return kept.p95();
}

test("95 of 100 took at most as long, and there is no figure before the first", () => {
  expect(after()).toBeUndefined();
  expect(after(7)).toBe(7);
  expect(after(...Array.from({ length: 100 }, (_, n) => 100 - n))).toBe(95);
});

test("only the latest count", () => {
  expect(after(...Array.from({ length: 200 }, () => 900), ...Array.from({ length: 200 }, () => 3))).toBe(3);
});
