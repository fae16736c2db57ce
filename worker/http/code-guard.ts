import { limits } from "../shared/limits.ts";

const minuteMs = 60_000;

/**
 * Counts wrong join codes by address, in memory alone: no address is ever stored. Each isolate counts for itself. Right
 * codes are let through whatever the count, since thousands may join from one address.
 */
export class CodeGuard {
  readonly #wrong = new Map<string, { count: number; since: number }>();

  /** Counts a wrong code; the seconds to wait where there were too many, else undefined. */
  countWrong(address: string, now: number): number | undefined {
    const known = this.#wrong.get(address);
    const current = known !== undefined && now - known.since < minuteMs ? known : { count: 0, since: now };
    current.count += 1;
    // Deleted first so that the map stays in order of last use.
    this.#wrong.delete(address);
    this.#wrong.set(address, current);
    if (this.#wrong.size > limits.wrongCodeAddresses) {
      const [oldest] = this.#wrong.keys();
      if (oldest !== undefined) this.#wrong.delete(oldest);
    }
    return current.count > limits.wrongCodesPerMinute ? Math.ceil((current.since + minuteMs - now) / 1000) : undefined;
  }
}
