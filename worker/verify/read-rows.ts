/**
 * The lines of a CSV file (RFC 4180), with their numbers. A reader of its own: csv-parse in a browser makes bytes of the text
 * first, which takes ten times as long as all else that is checked.
 */
import type { FileName, Finding } from "./findings.ts";

/** A line of a CSV file of ours. `line` is the file's, from 1. */
export type Row<C extends string> = { line: number; cell: (column: C) => string };

export const ballotColumns = ["run", "question", "attendee", "answer", "cast_at"] as const;
export const chainColumns = ["run", "shard", "number", "asking", "replaces", "digest", "attendee", "salt"] as const;

/** The rows below the columns' names, or why it is not such a file. */
export function readRows<C extends string>(
  file: FileName,
  text: string,
  columns: readonly C[],
): { rows: Row<C>[]; findings: Finding[] } {
  const rows: Row<C>[] = [];
  const reader = new CellReader(text.startsWith("\ufeff") ? text.slice(1) : text);
  const unreadable = (line: number) => ({ rows: [], findings: [{ kind: "unreadable" as const, file, line }] });
  if (reader.row()?.join() !== columns.join()) return unreadable(1);
  while (!reader.isAtEnd()) {
    const { line } = reader;
    const cells = reader.row();
    if (cells?.length !== columns.length) return unreadable(line);
    rows.push({ line, cell: (column) => unguarded(cells[columns.indexOf(column)] ?? "") });
  }
  return { rows, findings: [] };
}

class CellReader {
  /** Of the row that comes next. */
  line = 1;
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /** Undefined where it can't be one. */
  row(): string[] | undefined {
    const cells: string[] = [];
    for (;;) {
      const cell = this.#text[this.#at] === '"' ? this.#quoted() : this.#plain();
      if (cell === undefined) return undefined;
      cells.push(cell);
      if (this.#takes(",")) continue;
      const ends = this.#takes("\r\n") || this.#takes("\n") || this.isAtEnd();
      this.line += 1;
      return ends ? cells : undefined;
    }
  }

  #takes(mark: string): boolean {
    if (!this.#text.startsWith(mark, this.#at)) return false;
    this.#at += mark.length;
    return true;
  }

  #plain(): string | undefined {
    plainCell.lastIndex = this.#at;
    const cell = plainCell.exec(this.#text)?.[0] ?? "";
    this.#at += cell.length;
    return cell.includes('"') ? undefined : cell;
  }

  #quoted(): string | undefined {
    const start = this.#at + 1;
    let end = this.#text.indexOf('"', start);
    while (end !== -1 && this.#text[end + 1] === '"') end = this.#text.indexOf('"', end + 2);
    if (end === -1) return undefined;
    this.#at = end + 1;
    const cell = this.#text.slice(start, end).replaceAll('""', '"');
    // None of ours goes over several lines, but a line has to be found by its number in any.
    for (let at = cell.indexOf("\n"); at !== -1; at = cell.indexOf("\n", at + 1)) this.line += 1;
    return cell;
  }
}

const plainCell = /[^,\r\n]*/y;

/** Without the apostrophe that keeps a spreadsheet from running the cell as a formula. */
function unguarded(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
