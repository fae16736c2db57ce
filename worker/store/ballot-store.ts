/**
 * A shard's ballots on disk: one a run, asking of a question and attendee; and its casts, every one that was ever stored, in
 * order: the chain that they are sealed in (see poll/cast-chain.ts), and the refs by which they were acked. The column
 * `question` holds the ballot key (see poll/asking.ts), which for the first asking is the question's id.
 */
import type { CastRow } from "../export/casts.ts";
import { fullName } from "../poll/asking.ts";
import { type ChainHead, cleared, type LooseCast, type SealedCast } from "../poll/cast-chain.ts";
import type { Answer } from "../questions/registry.ts";
import type { Ballot } from "../questions/tally.ts";
import type { Sql } from "./migrations.ts";

export const ballotSteps = [
  `CREATE TABLE ballots (
    run INTEGER NOT NULL, question TEXT NOT NULL, attendee TEXT NOT NULL, answer TEXT NOT NULL, cast_at INTEGER NOT NULL,
    PRIMARY KEY (run, question, attendee)
  ) STRICT, WITHOUT ROWID`,
  "CREATE TABLE refs (run INTEGER NOT NULL, attendee TEXT NOT NULL, ref TEXT NOT NULL) STRICT",
  // In the order of arrival and without another index: one would spread each group over as many pages as it has casts.
  `CREATE TABLE casts (
    run INTEGER NOT NULL, number INTEGER NOT NULL, question TEXT NOT NULL, attendee TEXT NOT NULL, ref TEXT NOT NULL,
    replaces INTEGER, digest TEXT NOT NULL,
    PRIMARY KEY (run, number)
  ) STRICT, WITHOUT ROWID`,
  "CREATE TABLE chains (run INTEGER PRIMARY KEY, casts INTEGER NOT NULL, head TEXT NOT NULL) STRICT",
  "ALTER TABLE ballots ADD COLUMN number INTEGER NOT NULL DEFAULT 0",
  "ALTER TABLE ballots ADD COLUMN salt TEXT NOT NULL DEFAULT ''",
  // What was stored before there were chains is there, and acked; it has no digest, and so can't be checked.
  `UPDATE ballots SET number = counted.number FROM (
    SELECT run, question, attendee, row_number() OVER (PARTITION BY run ORDER BY cast_at, question, attendee) AS number
    FROM ballots
  ) AS counted
  WHERE (counted.run, counted.question, counted.attendee) = (ballots.run, ballots.question, ballots.attendee)`,
  `INSERT INTO casts (run, number, question, attendee, ref, digest)
    SELECT run, number, question, attendee, '', '' FROM ballots`,
  `INSERT INTO casts (run, number, question, attendee, ref, digest)
    SELECT run, row_number() OVER (PARTITION BY run) + (SELECT count(*) FROM ballots WHERE ballots.run = refs.run),
      '', attendee, ref, ''
    FROM refs`,
  "INSERT INTO chains (run, casts, head) SELECT run, max(number), '' FROM casts GROUP BY run",
  "DROP TABLE refs",
];

/** A bound value holds at most 2 MB of UTF-8, and a UTF-16 unit takes at most three bytes. */
const groupLength = 600_000;

/** A ballot with its place in the chain. */
export type StoredBallot = Ballot & { number: number };
/** An accepted answer on its way to the disk; `answer` as JSON. */
export type Cast = LooseCast & { ref: string };

/** What the ballot box needs of its storage. Synchronous: a ballot and what depends on it are written in one turn. */
export interface BallotStore {
  /** Undefined before the first cast of the run. */
  chain(run: number): ChainHead | undefined;
  /** `chain` as it is after these casts. */
  write(run: number, casts: readonly SealedCast<Cast>[], chain: ChainHead): void;
  ballots(run: number, key: string): StoredBallot[];
  hasBallots(run: number, key: string): boolean;
  /** Drops the ballots of one asking, and notes it as the last entry of `chain`. Refs stay acked. */
  clear(run: number, key: string, chain: ChainHead): void;
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

  chain(run: number): ChainHead | undefined {
    return this.#sql.exec<ChainHead>("SELECT casts, head FROM chains WHERE run = ?", run).toArray()[0];
  }

  /** Few statements for the whole group: a statement a ballot costs a tenth of the throughput. */
  write(run: number, casts: readonly SealedCast<Cast>[], chain: ChainHead): void {
    const rows = casts.map(({ key, attendee, answer, at, ref, number, replaces, digest, salt }) =>
      JSON.stringify([key, attendee, answer, at, ref, number, replaces, digest, salt]),
    );
    for (const group of joinedUpTo(rows, groupLength)) this.#writeGroup(run, `[${group}]`);
    this.#saveChain(run, chain);
  }

  #writeGroup(run: number, group: string): void {
    this.#sql.exec(
      `INSERT INTO ballots (run, question, attendee, answer, cast_at, number, salt)
       SELECT ?1, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 5, value ->> 8 FROM json_each(?2)
       WHERE true
       ON CONFLICT DO UPDATE SET
         answer = excluded.answer, cast_at = excluded.cast_at, number = excluded.number, salt = excluded.salt`,
      run,
      group,
    );
    this.#sql.exec(
      `INSERT INTO casts (run, number, question, attendee, ref, replaces, digest)
       SELECT ?1, value ->> 5, value ->> 0, value ->> 1, value ->> 4, value ->> 6, value ->> 7 FROM json_each(?2)`,
      run,
      group,
    );
  }

  #saveChain(run: number, { casts, head }: ChainHead): void {
    this.#sql.exec(
      "INSERT INTO chains (run, casts, head) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET casts = ?2, head = ?3",
      run,
      casts,
      head,
    );
  }

  ballots(run: number, key: string): StoredBallot[] {
    return this.#sql
      .exec<{ attendee: string; answer: string; cast_at: number; number: number }>(
        "SELECT attendee, answer, cast_at, number FROM ballots WHERE run = ? AND question = ?",
        run,
        key,
      )
      .toArray()
      .map(({ answer, cast_at, ...row }) => ({ ...row, answer: parseStoredAnswer(answer), at: cast_at }));
  }

  hasBallots(run: number, key: string): boolean {
    const found = this.#sql.exec("SELECT 1 FROM ballots WHERE run = ? AND question = ? LIMIT 1", run, key);
    return found.toArray().length > 0;
  }

  clear(run: number, key: string, chain: ChainHead): void {
    this.#sql.exec("DELETE FROM ballots WHERE run = ? AND question = ?", run, key);
    this.#sql.exec(
      "INSERT INTO casts (run, number, question, attendee, ref, digest) VALUES (?, ?, ?, '', '', ?)",
      run,
      chain.casts,
      key,
      cleared,
    );
    this.#saveChain(run, chain);
  }

  refs(run: number): Iterable<{ attendee: string; ref: string }> {
    return this.#sql.exec<{ attendee: string; ref: string }>("SELECT attendee, ref FROM casts WHERE run = ?", run);
  }

  hasRef(run: number, attendee: string, ref: string): boolean {
    const found = this.#sql.exec(
      "SELECT 1 FROM casts WHERE run = ? AND attendee = ? AND ref = ? LIMIT 1",
      run,
      attendee,
      ref,
    );
    return found.toArray().length > 0;
  }

  /** At most `limit` entries of the run's chain after the one numbered `after`, with the ballots of those that count. */
  page(run: number, after: number, limit: number): StoredCast[] {
    return this.#sql
      .exec<StoredRow>(
        `SELECT casts.number, casts.question, replaces, digest, ballots.attendee, answer, cast_at, salt
         FROM casts LEFT JOIN ballots ON ballots.run = casts.run AND ballots.question = casts.question
           AND ballots.attendee = casts.attendee AND ballots.number = casts.number
         WHERE casts.run = ?1 AND casts.number > ?2 ORDER BY casts.number LIMIT ?3`,
        run,
        after,
        limit,
      )
      .toArray()
      .map(storedCast);
  }

  /** The attendee's ballots that count, in the order of casting. */
  ofAttendee(run: number, attendee: string, keys: readonly string[]): StoredCast[] {
    return this.#sql
      .exec<StoredRow>(
        `SELECT casts.number, casts.question, replaces, digest, ballots.attendee, answer, cast_at, salt
         FROM ballots JOIN casts ON casts.run = ballots.run AND casts.number = ballots.number
         WHERE ballots.run = ?1 AND ballots.question IN (SELECT value FROM json_each(?2)) AND ballots.attendee = ?3
         ORDER BY casts.number`,
        run,
        JSON.stringify(keys),
        attendee,
      )
      .toArray()
      .map(storedCast);
  }

  forget(run: number): void {
    for (const table of ["ballots", "casts", "chains"]) this.#sql.exec(`DELETE FROM ${table} WHERE run = ?`, run);
  }
}

/** An entry of one shard's chain. */
export type StoredCast = Omit<CastRow, "run" | "shard">;

type StoredRow = {
  number: number;
  question: string;
  replaces: number | null;
  digest: string;
  attendee: string | null;
  answer: string | null;
  cast_at: number | null;
  salt: string | null;
};

function storedCast({ number, question, replaces, digest, attendee, answer, cast_at, salt }: StoredRow): StoredCast {
  const entry = { number, asking: fullName(question), replaces, digest };
  if (attendee === null || answer === null || cast_at === null || salt === null) return entry;
  return { ...entry, ballot: { attendee, answer, castAt: cast_at, salt } };
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
