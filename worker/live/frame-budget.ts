import { limits } from "../shared/limits.ts";

export type FrameVerdict = "fine" | "too-fast" | "close";

/** A token bucket for one socket's frames: a burst at once, then a steady rate. Times in milliseconds. */
export class FrameBudget {
  #tokens: number = limits.frameBurst;
  #filledAt: number;
  #refusedInARow = 0;

  constructor(now: number) {
    this.#filledAt = now;
  }

  spend(now: number): FrameVerdict {
    const refill = ((now - this.#filledAt) / 1000) * limits.framesPerSecond;
    this.#tokens = Math.min(limits.frameBurst, this.#tokens + Math.max(0, refill));
    this.#filledAt = now;
    if (this.#tokens >= 1) {
      this.#tokens -= 1;
      this.#refusedInARow = 0;
      return "fine";
    }
    this.#refusedInARow += 1;
    return this.#refusedInARow > limits.tooFastInARow ? "close" : "too-fast";
  }
}
