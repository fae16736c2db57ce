/** What the bench asks of its generator, and what comes back. Times in milliseconds. */
import type { Target } from "./phone.ts";

export type Order =
  | { do: "connect"; targets: Target[]; question: string; options: string[] }
  /** Closes all phones but the first `phones`. */
  | { do: "keep"; phones: number }
  /** Each phone sends the next answer at its ack. */
  | { do: "closed-loop"; warmUpMs: number; measureMs: number }
  /** `rate` answers a second over all phones, whether or not acks come. */
  | { do: "open-loop"; rate: number; warmUpMs: number; measureMs: number; watch?: Watch }
  /** Cuts the lines of all phones but the first `staying`, which vote on; the others come back as the page does. */
  | { do: "return"; staying: number; votesPerSecond: number; withinMs: number }
  /** Waits for the stage frame of all phones, counted from now. */
  | { do: "await-stage"; withinMs: number };

/** A presenter and phones of their own, which turn from option to option while the load runs. */
export type Watch = { presenter: Target; probes: { target: Target; options: [string, string] }[]; question: string };

export type Spread = { p50: number; p99: number; max: number; n: number };

export type LoadResult = {
  ackedPerSecond: number;
  ack: Spread;
  /** From a probe's answer to the presenter's first frame that shows it. */
  frame: Spread | null;
  tooFast: number;
  refused: number;
  closed: number;
  /** The generator's own processor time an answer, in microseconds: what no server could be measured below. */
  generatorCpu: number;
};

export type ReturnResult = {
  /** From the cut to the stage frame on the new line. */
  back: Spread;
  withinTime: number;
  tries: number;
  /** Of those who stayed, from the cut until all were back. */
  votes: { sent: number; acked: number; perSecond: number; ack: Spread };
};

export type Reply =
  | { did: "connect"; phones: number; ms: number }
  | { did: "keep" }
  | { did: "load"; result: LoadResult }
  | { did: "return"; result: ReturnResult }
  | { did: "await-stage"; stage: Spread }
  | { did: "fail"; why: string };

export function spreadOf(times: readonly number[]): Spread {
  const sorted = Float64Array.from(times).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), max: at(1), n: sorted.length };
}
