import { byteOrderMark, csvRows } from "./csv.ts";
import { streamOf } from "./stream-of.ts";

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
  return streamOf(csvPieces(columns, rows, cells));
}

async function* csvPieces<R>(
  columns: readonly string[],
  rows: AsyncIterable<R> | Iterable<R>,
  cells: (row: R) => Cells,
): AsyncGenerator<Uint8Array, void, void> {
  const encoder = new TextEncoder();
  yield encoder.encode(byteOrderMark + csvRows([columns]));
  let piece: Cells[] = [];
  for await (const row of rows) {
    piece.push(cells(row));
    if (piece.length < rowsPerPiece) continue;
    yield encoder.encode(csvRows(piece));
    piece = [];
  }
  if (piece.length > 0) yield encoder.encode(csvRows(piece));
}
