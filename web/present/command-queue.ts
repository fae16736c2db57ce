/** Commands wait for each other, so that two quick presses are two steps from where the first one led. */
import { Problem } from "../connection/api.ts";
import type { Refusal } from "./presentation.ts";

/** Of a press: after so long, nobody expects anything of it any more, and it must not happen out of the blue. */
const patienceMs = 4000;

/** Gives up when `signal` says so, at `givenUpAt` (milliseconds by this browser's clock); what it asks for must not happen after that. */
type Call = (signal: AbortSignal, givenUpAt: number) => Promise<void>;

export type CommandQueue = { add(call: Call): void };

/** `isOffline`: whether the line is known to be lost. What is pressed then, or waits behind what got no answer, is refused. */
export function commandQueue(
  isOffline: () => boolean,
  onRefused: (refusal: Refusal) => void,
  patience = patienceMs,
): CommandQueue {
  let last = Promise.resolve();
  let unanswered = 0;

  async function run(call: () => Promise<void>, then: number): Promise<void> {
    // Refused together with the one before it.
    if (then !== unanswered) return;
    try {
      if (isOffline()) throw new Problem(0, "", []);
      await call();
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
      const [signal, givenUpAt, then] = [AbortSignal.timeout(patience), Date.now() + patience, unanswered];
      last = last.then(() => run(() => call(signal, givenUpAt), then));
    },
  };
}

function refusalOf(error: unknown): Refusal {
  const { status, now } = error instanceof Problem ? error : new Problem(0, "", []);
  // What reached the service too late had no effect, as what never did.
  if (status === 0 || now !== undefined) return "offline";
  if (status === 409 || status === 404 || status === 422) return "state";
  return status === 429 ? "tooFast" : "failed";
}
