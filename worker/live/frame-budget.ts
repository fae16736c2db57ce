import { limits } from "../shared/limits.ts";

export type FrameVerdict = "fine" | "too-fast" | "close";

/** A token bucket for one socket's frames: a burst at once, then a steady rate. Times in milliseconds. */
export class FrameBudget {
  #tokens: number = limits.frameBurst;
  #filledAt: number;
  /** Since the bucket was last full: a client that goes on too fast gets single frames through, and is still too fast. */
  #refused = 0;

  constructor(now: number) {
    this.#filledAt = now;
  }

  spend(now: number): FrameVerdict {
    const refill = ((now - this.#filledAt) / 1000) * limits.framesPerSecond;
    this.#tokens = Math.min(limits.frameBurst, this.#tokens + Math.max(0, refill));
    this.#filledAt = now;
    if (this.#tokens === limits.frameBurst) this.#refused = 0;
    if (this.#tokens >= 1) {
      this.#tokens -= 1;
      return "fine";
    }
    this.#refused += 1;
    return this.#refused > limits.tooFastFrames ? "close" : "too-fast";
  }
}

/** The budget of each attendee's posted forms, which have no socket to count by. A shard has room for few attendees. */
export class PostBudgets {
  readonly #byAttendee = new Map<string, FrameBudget>();

  /** False where the attendee posts faster than a socket may send. */
  allows(attendee: string, now: number): boolean {
    const budget = this.#byAttendee.get(attendee) ?? new FrameBudget(now);
    this.#byAttendee.set(attendee, budget);
    return budget.spend(now) === "fine";
  }
}
