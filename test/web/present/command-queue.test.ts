import { expect, test, vi } from "vitest";
import { Problem } from "../../../web/connection/api.ts";
import { commandQueue } from "../../../web/present/command-queue.ts";
import type { Refusal } from "../../../web/present/presentation.ts";

/** A service that has frozen: it never answers, and the call gives up when it is told to. */
const frozen = (signal: AbortSignal) =>
  new Promise<void>((_, reject) => signal.addEventListener("abort", () => reject(new Problem(0, "", []))));

function queueWith({ patience = 5000 } = {}) {
  const line = { lost: false };
  const refusals: Refusal[] = [];
  const queue = commandQueue(
    () => line.lost,
    (refusal) => refusals.push(refusal),
    patience,
  );
  return { queue, line, refusals };
}

test("commands run one after another", async () => {
  const { queue, refusals } = queueWith();
  const done: string[] = [];
  let answer = () => {};
  queue.add(async () => {
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    done.push("first");
  });
  queue.add(async () => void done.push("second"));
  await vi.waitFor(() => {
    answer();
    expect(done).toEqual(["first", "second"]);
  });
  expect(refusals).toEqual([]);
});

test("what waits behind a command that got no answer is not carried out later, out of the blue", async () => {
  const { queue, refusals } = queueWith({ patience: 20 });
  const late = vi.fn(async () => {});
  queue.add(frozen);
  queue.add(late);
  queue.add(late);
  await vi.waitFor(() => expect(refusals).toEqual(["offline"]));
  const next = vi.fn(async () => {});
  queue.add(next);
  await vi.waitFor(() => expect(next).toHaveBeenCalledOnce());
  expect(late).not.toHaveBeenCalled();
});

test("while the line is lost a command is refused at once, and not kept", async () => {
  const { queue, line, refusals } = queueWith();
  const pressed = vi.fn(async () => {});
  line.lost = true;
  queue.add(pressed);
  expect(refusals).toEqual(["offline"]);
  line.lost = false;
  const later = vi.fn(async () => {});
  queue.add(later);
  await vi.waitFor(() => expect(later).toHaveBeenCalledOnce());
  expect(pressed).not.toHaveBeenCalled();
});

test("a command the service refuses is said so, and the next one runs", async () => {
  const { queue, refusals } = queueWith();
  const next = vi.fn(async () => {});
  for (const status of [409, 429, 500]) queue.add(() => Promise.reject(new Problem(status, "", [])));
  queue.add(next);
  await vi.waitFor(() => expect(next).toHaveBeenCalledOnce());
  expect(refusals).toEqual(["state", "tooFast", "failed"]);
});
