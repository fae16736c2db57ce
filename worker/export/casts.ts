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

/**
 * The ballots that count, each once: where a live run is read, a ballot that was given out already may have been changed since,
 * and stand further on again.
 */
export async function* ballotsOf(casts: AsyncIterable<CastRow>): AsyncGenerator<BallotRow, void, void> {
  let ofShard = -1;
  let given = new Set<number>();
  for await (const { run, shard, number, asking, replaces, ballot } of casts) {
    if (shard !== ofShard) {
      ofShard = shard;
      given = new Set();
    }
    const again = replaces !== null && given.has(replaces);
    if (again || ballot !== undefined) given.add(number);
    if (!again && ballot !== undefined) yield { run, question: exportedName(asking), ...ballot };
  }
}
