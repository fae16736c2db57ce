import type { Env } from "../env.ts";
import type { CastRow } from "../export/casts.ts";
import { roomOf, shardOf } from "../live/objects.ts";
import type { BallotSource } from "../poll/replies.ts";
import { type CastCursor, PollDatabase } from "../store/poll-database.ts";

/** Small, since a page is held several times on its way from where it is kept: it is what an export costs in memory. */
const castPageRows = 250;

/**
 * All chains of a run with the ballots that count, a page at a time: from where they were cast, or from the archive. Throws at
 * its end where they have been erased meanwhile, so that no file that lacks some ends as if it were whole.
 */
export async function* castsOf(env: Env, poll: string, source: BallotSource): AsyncGenerator<CastRow, void, void> {
  yield* castsIn(env, poll, source);
  // Whoever erases tells the room first: what was all there at this moment was there at each page.
  const still = await roomOf(env, poll).ballots(poll, source.run);
  if (!still.ok) throw new Error("the ballots were erased while they were read");
}

async function* castsIn(env: Env, poll: string, source: BallotSource): AsyncGenerator<CastRow, void, void> {
  const { run } = source;
  if ("archived" in source) {
    const database = new PollDatabase(env.DB);
    yield* pages(0, (after) => database.castPage(poll, run, after, castPageRows));
    return;
  }
  for (let shard = 0; shard < source.shards; shard++) {
    const stub = shardOf(env, poll, shard);
    yield* pages(shard, async ({ number }) =>
      (await stub.casts(run, number, castPageRows)).map((cast) => ({ run, shard, ...cast })),
    );
  }
}

async function* pages(
  shard: number,
  read: (after: CastCursor) => Promise<CastRow[]>,
): AsyncGenerator<CastRow, void, void> {
  let after: CastCursor = { shard, number: 0 };
  for (;;) {
    const rows: CastRow[] = await read(after);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < castPageRows) return;
    after = last;
  }
}
