/**
 * `ballots.csv`: one row a ballot, streamed, since a large hall's ballots need not fit in memory. `question` is the question's
 * id, and in its second round the id and `~2`; `run` is `rehearsal` where it is one.
 */
import { exportedName } from "../poll/asking.ts";
import { runName } from "../poll/rehearsal.ts";
import { byteOrderMark, csvRows } from "./csv.ts";

/** `question` is the ballot key (see poll/asking.ts), `answer` the answer's JSON, `castAt` milliseconds since the epoch. */
export type BallotRow = { run: number; question: string; attendee: string; answer: string; castAt: number };

export const ballotColumns = ["run", "question", "attendee", "answer", "cast_at"];

/** Rows written in one piece: enough for a piece of some 50 kB, few enough to hold while the reader is slow. */
const rowsPerPiece = 500;

/** Reads `ballots` only as fast as the stream is read, and tells it to stop where the reader goes away. */
export function ballotsCsv(ballots: AsyncIterable<BallotRow> | Iterable<BallotRow>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const rows = iterate(ballots);
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        controller.enqueue(encoder.encode(byteOrderMark + csvRows([ballotColumns])));
      },
      async pull(controller) {
        const piece: (string | number)[][] = [];
        let done = false;
        while (piece.length < rowsPerPiece && !done) {
          const next = await rows.next();
          if (next.done === true) done = true;
          else piece.push(ballotCells(next.value));
        }
        if (piece.length > 0) controller.enqueue(encoder.encode(csvRows(piece)));
        if (done) controller.close();
      },
      async cancel() {
        await rows.return();
      },
    },
    { highWaterMark: 1 },
  );
}

async function* iterate(
  ballots: AsyncIterable<BallotRow> | Iterable<BallotRow>,
): AsyncGenerator<BallotRow, void, void> {
  yield* ballots;
}

/** A row of any file of ballots. */
export function ballotCells({ run, question, attendee, answer, castAt }: BallotRow): (string | number)[] {
  return [runName(run), exportedName(question), attendee, answer, new Date(castAt).toISOString()];
}
