/**
 * `chain.csv`: one row for each entry of the run's chains (docs/VERIFYING.md), shard by shard. Where the entry's ballot
 * counts, and so is in `ballots.csv`, `attendee` and `salt` say which it is; of what was changed or cleared the digest alone
 * is left.
 */
import { runName } from "../poll/rehearsal.ts";
import type { CastRow } from "./casts.ts";
import { streamCsv } from "./stream-csv.ts";

const columns = ["run", "shard", "number", "asking", "replaces", "digest", "attendee", "salt"];

export function chainCsv(casts: AsyncIterable<CastRow> | Iterable<CastRow>): ReadableStream<Uint8Array> {
  return streamCsv(columns, casts, cells);
}

function cells({ run, shard, number, asking, replaces, digest, ballot }: CastRow): (string | number | null)[] {
  return [runName(run), shard, number, asking, replaces, digest, ballot?.attendee ?? null, ballot?.salt ?? null];
}
