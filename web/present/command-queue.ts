/** Commands wait for each other, so that two quick presses are two steps from where the first one led. */
import { Problem } from "../connection/api.ts";
import type { Refusal } from "./presentation.ts";

/** Of a press: after so long, nobody expects anything of it any more, and it must not happen out of the blue. */
const patienceMs = 4000;

export type CommandQueue = {
  /** `call` gives up when `signal` says so. */
  add(call: (signal: AbortSignal) => Promise<void>): void;
};

/** `isOffline`: whether the line is known to be lost. What is pressed then, or waits behind what got no answer, is refused. */
export function commandQueue(
  isOffline: () => boolean,
  onRefused: (refusal: Refusal) => void,
  patience = patienceMs,
): CommandQueue {
  let last = Promise.resolve();
  let unanswered = 0;

  async function run(call: (signal: AbortSignal) => Promise<void>, signal: AbortSignal, then: number): Promise<void> {
    // Refused together with the one before it.
    if (then !== unanswered) return;
    try {
      if (isOffline()) throw new Problem(0, "", []);
      await call(signal);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === "offline") unanswered += 1;
      onRefused(refusal);
    }
  }

  return {
    add(call) {
      if (isOffline()) {
        unanswered += 1;
        onRefused("offline");
        return;
      }
      const [signal, then] = [AbortSignal.timeout(patience), unanswered];
      last = last.then(() => run(call, signal, then));
    },
  };
}

function refusalOf(error: unknown): Refusal {
  const status = error instanceof Problem ? error.status : 0;
  if (status === 0) return "offline";
  if (status === 409 || status === 404 || status === 422) return "state";
  return status === 429 ? "tooFast" : "failed";
}
