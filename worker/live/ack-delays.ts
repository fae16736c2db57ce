/** How long the latest answers took from their arrival here to their ack; milliseconds. */

/** Enough for a 95th percentile, and some seconds' worth in a busy room. */
const kept = 200;

export class AckDelays {
  readonly #latest: number[] = [];
  #next = 0;

  add(ms: number): void {
    this.#latest[this.#next] = ms;
    this.#next = (this.#next + 1) % kept;
  }

  /** 95 of 100 took at most this long; undefined before the first. */
  p95(): number | undefined {
    const sorted = this.#latest.toSorted((a, b) => a - b);
    return sorted[Math.ceil(sorted.length * 0.95) - 1];
  }
}
