/** Entries of a run's chains, as they come from where they were cast or from the archive, in the order of shard and number. */
import { exportedName } from "../poll/asking.ts";
import type { ChainEntry } from "../poll/cast-chain.ts";
import type { BallotRow } from "./ballots-csv.ts";

/** `ballot` is there where it counts. `castAt` in milliseconds, `answer` JSON. */
export type CastRow = ChainEntry & {
  run: number;
  shard: number;
  ballot?: { attendee: string; answer: string; castAt: number; salt: string };
};

/** The ballots that count. */
export async function* ballotsOf(casts: AsyncIterable<CastRow>): AsyncGenerator<BallotRow, void, void> {
  for await (const { run, asking, ballot } of casts) {
    if (ballot !== undefined) yield { run, question: exportedName(asking), ...ballot };
  }
}
