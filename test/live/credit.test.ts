import { expect, test } from "vitest";
import { Credit } from "../../worker/live/credit.ts";
import { limits } from "../../worker/shared/limits.ts";

const frame = 10_000;

/** Sends frames as a server would, ten a second, for `seconds`; what was sent in all. */
function serve(credit: Credit, seconds: number, confirm: boolean) {
  let bytes = 0;
  for (let tick = 0; tick < seconds * 10; tick++) {
    const verdict = credit.check(frame, tick * 100);
    if (verdict === "close") return { bytes, closed: true };
    if (verdict === "wait") continue;
    credit.tallySent(tick, frame, tick * 100);
    bytes += frame;
    if (confirm) credit.confirm(tick);
  }
  return { bytes, closed: false };
}

test("a client that confirms what it reads gets every frame", () => {
  expect(serve(new Credit(), 3600, true)).toEqual({ bytes: 3600 * 10 * frame, closed: false });
});

test("one that never reads is slowed down, then closed, with a bounded backlog", () => {
  const { bytes, closed } = serve(new Credit(), 3600, false);
  expect(closed).toBe(true);
  expect(bytes).toBeLessThanOrEqual(limits.unconfirmedBytes.close + frame);
});

test("one that reads without confirming is served for minutes, if more seldom", () => {
  const { bytes, closed } = serve(new Credit(), 120, false);
  expect(closed).toBe(false);
  expect(bytes).toBeGreaterThan(limits.unconfirmedBytes.slow + 90 * frame);
});

test("a single frame larger than the bound is still sent", () => {
  const credit = new Credit();
  expect(credit.check(10 * limits.unconfirmedBytes.close, 0)).toBe("send");
});

test("confirming a frame that was never sent gives no credit beyond what was", () => {
  const credit = new Credit();
  credit.confirm(1_000_000);
  expect(serve(credit, 3600, false).closed).toBe(true);
});
