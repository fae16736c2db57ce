import { CsvError, parse } from "csv-parse/browser/esm/sync";
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
  const unreadable = (line?: number) => ({
    rows: [],
    findings: [{ kind: "unreadable" as const, file, ...(line === undefined ? {} : { line }) }],
  });
  let records: string[][];
  try {
    records = parse(text, { bom: true, relax_column_count: true });
  } catch (error) {
    return unreadable(error instanceof CsvError && typeof error["lines"] === "number" ? error["lines"] : undefined);
  }
  const [head, ...below] = records;
  if (head?.join() !== columns.join()) return unreadable(1);
  let line = 1;
  const rows: Row<C>[] = [];
  for (const record of below) {
    line += 1;
    if (record.length !== columns.length) return unreadable(line);
    rows.push({ line, cell: (column) => unguarded(record[columns.indexOf(column)] ?? "") });
    // A cell over several lines, which none of ours is.
    line += record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
  }
  return { rows, findings: [] };
}

/** Without the apostrophe that keeps a spreadsheet from running the cell as a formula. */
function unguarded(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
