/** A workbook with one more sheet, whose rows are written as they are read: no more than a piece of it is ever in memory. */
import { strFromU8, strToU8, unzipSync } from "fflate/browser";
import { zipStream } from "./zip-stream.ts";

export type Cells = readonly (string | number)[];

/** Of every file in the workbook, by the clock of whoever reads it: the same content is the same bytes. */
const fileTime = new Date(1980, 0, 1);
/** Excel takes no more rows. */
const mostRows = 1_048_576;
/** Rows compressed in one go: some 100 kB of text. */
const rowsPerPiece = 500;

/**
 * `workbook` as XLSX whose last sheet gets `rows` after those that it has. Reads them only as fast as the stream is read, and
 * tells them to stop where the reader goes away. Rows that a sheet can't hold are left out; `cutNote` is its last row then.
 */
export function withRows(
  workbook: Uint8Array,
  rows: AsyncIterable<Cells> | Iterable<Cells>,
  cutNote: string,
): ReadableStream<Uint8Array> {
  const files = Object.entries(unzipSync(workbook));
  const sheets = files.map(([name]) => name).filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
  const last = sheets.at(-1);
  return zipStream(
    files.map(([path, content]) => ({
      path,
      content: path === last ? sheetPieces(strFromU8(content), rows, cutNote) : content,
    })),
    fileTime,
  );
}

const rowsEnd = "</sheetData>";

async function* sheetPieces(
  empty: string,
  rows: AsyncIterable<Cells> | Iterable<Cells>,
  cutNote: string,
): AsyncGenerator<Uint8Array, void, void> {
  const end = empty.indexOf(rowsEnd);
  yield strToU8(empty.slice(0, end));
  let row = empty.split("<row ").length - 1;
  let piece = "";
  for await (const cells of rows) {
    row++;
    piece += rowXml(row, row < mostRows ? cells : [cutNote]);
    if (row === mostRows) break;
    if (row % rowsPerPiece === 0) {
      yield strToU8(piece);
      piece = "";
    }
  }
  yield strToU8(piece + empty.slice(end));
}

function rowXml(row: number, cells: Cells): string {
  const written = cells.map((cell, column) => {
    const place = `${String.fromCharCode(65 + column)}${row}`;
    return typeof cell === "number"
      ? `<c r="${place}"><v>${cell}</v></c>`
      : `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${sheetText(cell)}</t></is></c>`;
  });
  return `<row r="${row}">${written.join("")}</row>`;
}

/** Excel reads _x0041_ as A: so it writes what XML can't hold, and text that looks like it keeps its first mark as such. */
function sheetText(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is written otherwise
      .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (mark) => `_x${hex(mark)}_`)
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
  );
}

function hex(mark: string): string {
  return mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
}
