import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import type { PollRoom } from "../../worker/live/poll-room.ts";
import { migrate } from "../../worker/store/migrations.ts";
import { Outbox, outboxStep, retryDelayMs } from "../../worker/store/outbox.ts";

/** An outbox on an object's real SQLite, with a clock of the test's own. */
async function withOutbox(body: (outbox: Outbox, clock: { now: number }, log: string[]) => Promise<void>) {
  const stub = env.POLL_ROOM.getByName(crypto.randomUUID());
  await runInDurableObject(stub, async (_room: PollRoom, { storage }) => {
    migrate(storage.sql, [outboxStep]);
    const clock = { now: 1000 };
    const log: string[] = [];
    await body(new Outbox(storage.sql, { now: () => clock.now, log: (event) => log.push(event) }), clock, log);
  });
}

test("what can't be delivered stays, is tried later each time, and leaves once it is delivered", () =>
  withOutbox(async (outbox, clock, log) => {
    outbox.put("poll");
    let attempts = 0;
    const failing = () => {
      attempts += 1;
      return Promise.reject(new Error("D1 is down"));
    };
    await outbox.drain(failing);
    expect(outbox.dueAt()).toBe(1000 + retryDelayMs(0));
    await outbox.drain(failing);
    expect(attempts).toBe(1);
    clock.now = outbox.dueAt() ?? 0;
    await outbox.drain(failing);
    expect(attempts).toBe(2);
    expect(outbox.dueAt()).toBe(clock.now + retryDelayMs(1));
    clock.now = outbox.dueAt() ?? 0;
    await outbox.drain(() => Promise.resolve());
    expect(outbox.isEmpty()).toBe(true);
    expect(log).toEqual(["archive-delayed", "archive-delayed"]);
  }));

test("what is put again while it is on its way is delivered again", () =>
  withOutbox(async (outbox) => {
    outbox.put("poll");
    const delivered: string[] = [];
    await outbox.drain((name) => {
      delivered.push(name);
      if (delivered.length === 1) outbox.put("poll");
      return Promise.resolve();
    });
    expect(delivered).toEqual(["poll", "poll"]);
  }));

test("delays grow and end at five minutes", () => {
  expect([0, 1, 2, 30].map(retryDelayMs)).toEqual([1000, 2000, 4000, 300_000]);
});
