import { byteOrderMark, csvRows } from "./csv.ts";

type Cells = readonly (string | number | null)[];

/** Rows written in one piece: enough for a piece of some 50 kB, few enough to hold while the reader is slow. */
const rowsPerPiece = 500;

/**
 * A file too large for memory, `columns` first. Reads `rows` only as fast as the stream is read, and tells it to stop where
 * the reader goes away.
 */
export function streamCsv<R>(
  columns: readonly string[],
  rows: AsyncIterable<R> | Iterable<R>,
  cells: (row: R) => Cells,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = iterate(rows);
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        controller.enqueue(encoder.encode(byteOrderMark + csvRows([columns])));
      },
      async pull(controller) {
        const piece: Cells[] = [];
        let done = false;
        while (piece.length < rowsPerPiece && !done) {
          const next = await iterator.next();
          if (next.done === true) done = true;
          else piece.push(cells(next.value));
        }
        if (piece.length > 0) controller.enqueue(encoder.encode(csvRows(piece)));
        if (done) controller.close();
      },
      async cancel() {
        await iterator.return();
      },
    },
    { highWaterMark: 1 },
  );
}

async function* iterate<R>(rows: AsyncIterable<R> | Iterable<R>): AsyncGenerator<R, void, void> {
  yield* rows;
}
