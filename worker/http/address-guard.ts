import type { Context } from "hono";
import { limits } from "../shared/limits.ts";
import type { App } from "./access.ts";

const minuteMs = 60_000;

/** Counts by address, in memory alone: no address is ever stored. Each isolate counts for itself. */
export class AddressGuard {
  readonly #counts = new Map<string, { count: number; since: number }>();
  readonly #perMinute: number;

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** Counts one; the seconds to wait where there were too many, else undefined. */
  count(address: string, now: number): number | undefined {
    const known = this.#counts.get(address);
    const current = known !== undefined && now - known.since < minuteMs ? known : { count: 0, since: now };
    current.count += 1;
    // Deleted first so that the map stays in order of last use.
    this.#counts.delete(address);
    this.#counts.set(address, current);
    if (this.#counts.size > limits.guardedAddresses) {
      const [oldest] = this.#counts.keys();
      if (oldest !== undefined) this.#counts.delete(oldest);
    }
    return current.count > this.#perMinute ? Math.ceil((current.since + minuteMs - now) / 1000) : undefined;
  }
}

/** What the deployment trusts to tell addresses apart; empty where nothing does, and all share one count. */
export function addressOf(c: Context<App>): string {
  const { ADDRESS_HEADER } = c.env;
  return ADDRESS_HEADER === "" ? "" : (c.req.header(ADDRESS_HEADER) ?? "");
}
