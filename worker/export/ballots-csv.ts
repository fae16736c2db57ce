/**
 * `ballots.csv`: one row a ballot that counts, in the order of casting, shard by shard. `question` is the question's id, and
 * in its second round the id and `~2`; `run` is `rehearsal` where it is one.
 */
import { exportedName } from "../poll/asking.ts";
import { runName } from "../poll/rehearsal.ts";
import { streamCsv } from "./stream-csv.ts";

/** `question` is the ballot key (see poll/asking.ts), `answer` the answer's JSON, `castAt` milliseconds since the epoch. */
export type BallotRow = { run: number; question: string; attendee: string; answer: string; castAt: number };

export const ballotColumns = ["run", "question", "attendee", "answer", "cast_at"];

export function ballotsCsv(ballots: AsyncIterable<BallotRow> | Iterable<BallotRow>): ReadableStream<Uint8Array> {
  return streamCsv(ballotColumns, ballots, ballotCells);
}

/** A row of any file of ballots. */
export function ballotCells({ run, question, attendee, answer, castAt }: BallotRow): (string | number)[] {
  return [runName(run), exportedName(question), attendee, answer, new Date(castAt).toISOString()];
}
