/** A shard's ballots on disk: one a run, question and attendee, and the refs by which they were acked. */
import type { Answer } from "../questions/registry.ts";
import type { Ballot } from "../questions/tally.ts";
import type { Sql } from "./migrations.ts";

export const ballotSteps = [
  `CREATE TABLE ballots (
    run INTEGER NOT NULL, question TEXT NOT NULL, attendee TEXT NOT NULL, answer TEXT NOT NULL, cast_at INTEGER NOT NULL,
    PRIMARY KEY (run, question, attendee)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE refs (
    run INTEGER NOT NULL, attendee TEXT NOT NULL, ref TEXT NOT NULL,
    PRIMARY KEY (run, attendee, ref)
  ) STRICT, WITHOUT ROWID`,
];

/** A bound value holds at most 2 MB of UTF-8, and a UTF-16 unit takes at most three bytes. */
const groupLength = 600_000;

export type Cast = Ballot & { question: string; ref: string };
export type BallotRow = { run: number; question: string; attendee: string; answer: string; castAt: number };
/** Where a page of ballots ended; null before the first. */
export type BallotCursor = { question: string; attendee: string } | null;

/** What the ballot box needs of its storage. Synchronous: a ballot and what depends on it are written in one turn. */
export interface BallotStore {
  /** Stores the casts whose refs are new, and returns them: one that was acked before has no effect. */
  write(run: number, casts: readonly Cast[]): readonly Cast[];
  ballots(run: number, question: string): Ballot[];
  isAcked(run: number, attendee: string, ref: string): boolean;
}

export class SqlBallotStore implements BallotStore {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Few statements for the whole group: a statement a ballot costs a tenth of the throughput. */
  write(run: number, casts: readonly Cast[]): readonly Cast[] {
    const isNew = this.#writeRefs(run, casts);
    const fresh = casts.filter(isNew);
    const rows = fresh.map(({ question, attendee, answer, at }) =>
      JSON.stringify([question, attendee, JSON.stringify(answer), at]),
    );
    for (const group of joinedUpTo(rows, groupLength)) {
      this.#sql.exec(
        `INSERT INTO ballots (run, question, attendee, answer, cast_at)
         SELECT ?1, value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?2) WHERE true
         ON CONFLICT DO UPDATE SET answer = excluded.answer, cast_at = excluded.cast_at`,
        run,
        `[${group}]`,
      );
    }
    return fresh;
  }

  /** Tells which of the casts bear a ref that was not there: the insert itself finds out, so that nothing is kept in memory. */
  #writeRefs(run: number, casts: readonly Cast[]): (cast: Cast) => boolean {
    const rows = casts.map(({ attendee, ref }) => JSON.stringify([attendee, ref]));
    const inserted: string[] = [];
    for (const group of joinedUpTo(rows, groupLength)) {
      const cursor = this.#sql.exec<{ attendee: string; ref: string }>(
        `INSERT OR IGNORE INTO refs (run, attendee, ref) SELECT ?1, value ->> 0, value ->> 1 FROM json_each(?2)
         RETURNING attendee, ref`,
        run,
        `[${group}]`,
      );
      for (const [attendee, ref] of cursor.raw()) inserted.push(`${attendee} ${ref}`);
    }
    if (inserted.length === casts.length) return () => true;
    const known = new Set(inserted);
    return ({ attendee, ref }) => known.has(`${attendee} ${ref}`);
  }

  ballots(run: number, question: string): Ballot[] {
    return this.#sql
      .exec<{ attendee: string; answer: string; cast_at: number }>(
        "SELECT attendee, answer, cast_at FROM ballots WHERE run = ? AND question = ?",
        run,
        question,
      )
      .toArray()
      .map(({ attendee, answer, cast_at }) => ({ attendee, answer: parseStoredAnswer(answer), at: cast_at }));
  }

  isAcked(run: number, attendee: string, ref: string): boolean {
    return (
      this.#sql.exec("SELECT 1 FROM refs WHERE run = ? AND attendee = ? AND ref = ?", run, attendee, ref).toArray()
        .length > 0
    );
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

  forget(run: number): void {
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
