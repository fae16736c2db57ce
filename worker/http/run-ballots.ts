import type { Env } from "../env.ts";
import type { BallotRow } from "../export/ballots-csv.ts";
import { shardOf } from "../live/objects.ts";
import type { BallotSource } from "../poll/replies.ts";
import type { BallotCursor } from "../store/ballot-store.ts";
import { PollDatabase } from "../store/poll-database.ts";

const ballotPageRows = 1000;

/** All ballots of a run, a page at a time: from where they were cast, or from the archive. */
export async function* ballotsOf(env: Env, poll: string, source: BallotSource): AsyncGenerator<BallotRow> {
  if ("archived" in source) {
    const database = new PollDatabase(env.DB);
    yield* pages((after) => database.ballotPage(poll, source.run, after, ballotPageRows));
    return;
  }
  for (let shard = 0; shard < source.shards; shard++) {
    const stub = shardOf(env, poll, shard);
    yield* pages((after) => stub.ballots(source.run, after, ballotPageRows));
  }
}

async function* pages(read: (after: BallotCursor) => Promise<BallotRow[]>): AsyncGenerator<BallotRow> {
  let after: BallotCursor = null;
  for (;;) {
    const rows: BallotRow[] = await read(after);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < ballotPageRows) return;
    after = { question: last.question, attendee: last.attendee };
  }
}
