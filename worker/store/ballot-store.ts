/**
 * A shard's ballots on disk: one a run, asking of a question and attendee, and the refs by which they were acked. The column
 * `question` holds the ballot key (see poll/asking.ts), which for the first asking is the question's id.
 */
import type { BallotRow } from "../export/ballots-csv.ts";
import type { Answer } from "../questions/registry.ts";
import type { Ballot } from "../questions/tally.ts";
import type { Sql } from "./migrations.ts";

export const ballotSteps = [
  `CREATE TABLE ballots (
    run INTEGER NOT NULL, question TEXT NOT NULL, attendee TEXT NOT NULL, answer TEXT NOT NULL, cast_at INTEGER NOT NULL,
    PRIMARY KEY (run, question, attendee)
  ) STRICT, WITHOUT ROWID`,
  // In the order of arrival and without an index: one would spread each group over as many pages as it has refs.
  "CREATE TABLE refs (run INTEGER NOT NULL, attendee TEXT NOT NULL, ref TEXT NOT NULL) STRICT",
];

/** A bound value holds at most 2 MB of UTF-8, and a UTF-16 unit takes at most three bytes. */
const groupLength = 600_000;

export type Cast = Ballot & { key: string; ref: string };
/** Where a page of ballots ended; null before the first. */
export type BallotCursor = { question: string; attendee: string } | null;

/** What the ballot box needs of its storage. Synchronous: a ballot and what depends on it are written in one turn. */
export interface BallotStore {
  write(run: number, casts: readonly Cast[]): void;
  ballots(run: number, key: string): Ballot[];
  /** Drops the ballots of the run, or of one asking in it. Their refs stay acked, until the whole run is dropped. */
  forget(run: number, key?: string): void;
  /** Every ref that was written in the run, for the index that memory keeps of them. */
  refs(run: number): Iterable<{ attendee: string; ref: string }>;
  /** Reads through all refs of the run. */
  hasRef(run: number, attendee: string, ref: string): boolean;
}

export class SqlBallotStore implements BallotStore {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Few statements for the whole group: a statement a ballot costs a tenth of the throughput. */
  write(run: number, casts: readonly Cast[]): void {
    const rows = casts.map(({ key, attendee, answer, at, ref }) =>
      JSON.stringify([key, attendee, JSON.stringify(answer), at, ref]),
    );
    for (const group of joinedUpTo(rows, groupLength)) this.#writeGroup(run, `[${group}]`);
  }

  #writeGroup(run: number, group: string): void {
    this.#sql.exec(
      `INSERT INTO ballots (run, question, attendee, answer, cast_at)
       SELECT ?1, value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?2) WHERE true
       ON CONFLICT DO UPDATE SET answer = excluded.answer, cast_at = excluded.cast_at`,
      run,
      group,
    );
    this.#sql.exec(
      "INSERT INTO refs (run, attendee, ref) SELECT ?1, value ->> 1, value ->> 4 FROM json_each(?2)",
      run,
      group,
    );
  }

  ballots(run: number, key: string): Ballot[] {
    return this.#sql
      .exec<{ attendee: string; answer: string; cast_at: number }>(
        "SELECT attendee, answer, cast_at FROM ballots WHERE run = ? AND question = ?",
        run,
        key,
      )
      .toArray()
      .map(({ attendee, answer, cast_at }) => ({ attendee, answer: parseStoredAnswer(answer), at: cast_at }));
  }

  refs(run: number): Iterable<{ attendee: string; ref: string }> {
    return this.#sql.exec<{ attendee: string; ref: string }>("SELECT attendee, ref FROM refs WHERE run = ?", run);
  }

  hasRef(run: number, attendee: string, ref: string): boolean {
    const found = this.#sql.exec(
      "SELECT 1 FROM refs WHERE run = ? AND attendee = ? AND ref = ? LIMIT 1",
      run,
      attendee,
      ref,
    );
    return found.toArray().length > 0;
  }

  /** At most `limit` ballots of the run after `after`, in the order of question and attendee. */
  page(run: number, after: BallotCursor, limit: number): BallotRow[] {
    return this.#sql
      .exec<{ question: string; attendee: string; answer: string; cast_at: number }>(
        `SELECT question, attendee, answer, cast_at FROM ballots
         WHERE run = ?1 AND (question, attendee) > (?2, ?3) ORDER BY question, attendee LIMIT ?4`,
        run,
        after?.question ?? "",
        after?.attendee ?? "",
        limit,
      )
      .toArray()
      .map(({ question, attendee, answer, cast_at }) => ({ run, question, attendee, answer, castAt: cast_at }));
  }

  forget(run: number, key?: string): void {
    if (key !== undefined) {
      this.#sql.exec("DELETE FROM ballots WHERE run = ? AND question = ?", run, key);
      return;
    }
    this.#sql.exec("DELETE FROM ballots WHERE run = ?", run);
    this.#sql.exec("DELETE FROM refs WHERE run = ?", run);
  }
}

/** The rows joined by commas, in as few texts as stay below `length` each. */
function joinedUpTo(rows: readonly string[], length: number): string[] {
  const groups: string[] = [];
  let start = 0;
  let sum = 0;
  for (const [index, row] of rows.entries()) {
    if (index > start && sum + row.length > length) {
      groups.push(rows.slice(start, index).join(","));
      start = index;
      sum = 0;
    }
    sum += row.length + 1;
  }
  if (start < rows.length) groups.push(rows.slice(start).join(","));
  return groups;
}

/** Only answers that their question's rules accepted were stored, so that what is read back is one. */
function parseStoredAnswer(json: string): Answer | null {
  return JSON.parse(json);
}
