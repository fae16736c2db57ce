/** One made-up attendee on its line: answers what comes on stage, as a person with a phone would. */
import type { PollStageFrame } from "../../worker/poll/snapshots.ts";
import type { LiveConnection, LiveFrame, LiveOptions } from "../connection/live-connection.ts";
import { newRef } from "../connection/new-ref.ts";
import { planFor, type Step } from "./attendee-plan.ts";
import type { Random } from "./random.ts";

export type AttendeeParts = {
  connect(options: Pick<LiveOptions, "onFrame" | "onLine" | "onRefused">): LiveConnection;
  random: Random;
  /** Of the answers; the poll's own where it is undefined. */
  language: string | undefined;
  /** How long the slowest take to answer. */
  paceMs: number;
  /** Milliseconds from sending to the ack. `isFirst`: not a change of what it had answered. */
  onAck(delayMs: number, isFirst: boolean): void;
  onRefused(): void;
  onStage(frame: PollStageFrame): void;
  /** The rehearsal is over, or the poll gone: the line doesn't come back. */
  onEnd(): void;
};

const resendMs = 1000;

export function simulateAttendee(parts: AttendeeParts): { stop(): void } {
  const { random, language, paceMs } = parts;
  /** The asking that there is a plan for. */
  let planned: string | undefined;
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const sent = new Map<string, { asking: string; at: number }>();
  const answered = new Set<string>();

  function later(ms: number, task: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      task();
    }, ms);
    timers.add(timer);
  }

  function drop(): void {
    planned = undefined;
    for (const timer of timers) clearTimeout(timer);
    timers.clear();
  }

  function onStage(frame: PollStageFrame): void {
    parts.onStage(frame);
    const { question, asking, voting, answer } = frame;
    if (asking === planned && voting === "open") return;
    drop();
    if (question === null || asking === undefined || voting === "locked") return;
    planned = asking;
    // On a line that has come back: it has answered before.
    if (answer !== undefined) return;
    const voice = { random, language: language ?? frame.language };
    for (const step of planFor(question, voice, paceMs)) later(step.afterMs, () => send(asking, step, newRef()));
  }

  function send(asking: string, step: Step, ref: string): void {
    const isSent = connection.send({ type: "answer", ref, question: asking, answer: step.answer });
    if (isSent) sent.set(ref, { asking, at: performance.now() });
    else later(resendMs, () => send(asking, step, ref));
  }

  function acked(ref: string): void {
    const own = sent.get(ref);
    if (own === undefined) return;
    parts.onAck(performance.now() - own.at, !answered.has(own.asking));
    answered.add(own.asking);
  }

  function onFrame(frame: LiveFrame): void {
    if (frame.type === "stage") onStage(frame);
    else if (frame.type === "ack") acked(frame.ref);
    else if (frame.type === "error") parts.onRefused();
  }

  const connection = parts.connect({
    onFrame,
    onLine: () => undefined,
    onRefused() {
      drop();
      parts.onEnd();
    },
  });

  return {
    stop() {
      drop();
      connection.close();
    },
  };
}
