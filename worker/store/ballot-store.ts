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
import { placeOf, readEntry, writeEntry } from "./cast-entry.ts";
import type { Sql } from "./migrations.ts";

export const ballotSteps = [
  `CREATE TABLE ballots (
    run INTEGER NOT NULL, question TEXT NOT NULL, attendee TEXT NOT NULL, answer TEXT NOT NULL, cast_at INTEGER NOT NULL,
    PRIMARY KEY (run, question, attendee)
  ) STRICT, WITHOUT ROWID`,
  "CREATE TABLE refs (run INTEGER NOT NULL, attendee TEXT NOT NULL, ref TEXT NOT NULL) STRICT",
  // What was stored before there were chains stays, and stays acked; it has no digest, and so can't be checked.
  "ALTER TABLE ballots ADD COLUMN seal TEXT NOT NULL DEFAULT '0 '",
  `UPDATE ballots SET seal = counted.number || ' ' FROM (
    SELECT run, question, attendee, row_number() OVER (PARTITION BY run ORDER BY cast_at, question, attendee) AS number
    FROM ballots
  ) AS counted
  WHERE (counted.run, counted.question, counted.attendee) = (ballots.run, ballots.question, ballots.attendee)`,
  // In the order of arrival, and each as one text: with a column a field it takes ten times as long to write.
  "CREATE TABLE casts (place INTEGER PRIMARY KEY, entry TEXT NOT NULL) STRICT",
  `INSERT INTO casts SELECT (run << 32) + seal, attendee || ' ' || question || '   ' FROM ballots`,
  `INSERT INTO casts SELECT (run << 32) + row_number() OVER (PARTITION BY run)
      + (SELECT count(*) FROM ballots WHERE ballots.run = refs.run), attendee || '    ' || ref
    FROM refs`,
  "DROP TABLE refs",
  "CREATE TABLE chains (run INTEGER PRIMARY KEY, casts INTEGER NOT NULL, head TEXT NOT NULL) STRICT",
  "INSERT INTO chains SELECT place >> 32, max(place & 0xffffffff), '' FROM casts GROUP BY 1",
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
    const ballots = casts.map(({ key, attendee, answer, at, number, salt }) =>
      JSON.stringify([key, attendee, answer, at, `${number} ${salt}`]),
    );
    for (const { json } of groupsOf(ballots)) {
      this.#sql.exec(
        `INSERT INTO ballots (run, question, attendee, answer, cast_at, seal)
         SELECT ?1, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?2) WHERE true
         ON CONFLICT DO UPDATE SET answer = excluded.answer, cast_at = excluded.cast_at, seal = excluded.seal`,
        run,
        json,
      );
    }
    const first = chain.casts - casts.length + 1;
    for (const { start, json } of groupsOf(casts.map((cast) => JSON.stringify(writeEntry(cast))))) {
      this.#sql.exec(
        "INSERT INTO casts (place, entry) SELECT ?1 + key, value FROM json_each(?2)",
        placeOf(run, first + start),
        json,
      );
    }
    this.#saveChain(run, chain);
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
      .exec<{ attendee: string; answer: string; at: number; seal: string }>(
        "SELECT attendee, answer, cast_at AS at, seal FROM ballots WHERE run = ? AND question = ?",
        run,
        key,
      )
      .toArray()
      .map(({ answer, seal, ...row }) => ({ ...row, answer: parseStoredAnswer(answer), ...readSeal(seal) }));
  }

  hasBallots(run: number, key: string): boolean {
    const found = this.#sql.exec("SELECT 1 FROM ballots WHERE run = ? AND question = ? LIMIT 1", run, key);
    return found.toArray().length > 0;
  }

  clear(run: number, key: string, chain: ChainHead): void {
    this.#sql.exec("DELETE FROM ballots WHERE run = ? AND question = ?", run, key);
    this.#sql.exec(
      "INSERT INTO casts (place, entry) VALUES (?, ?)",
      placeOf(run, chain.casts),
      writeEntry({ attendee: "", key, replaces: null, digest: cleared, ref: "" }),
    );
    this.#saveChain(run, chain);
  }

  *refs(run: number): Iterable<{ attendee: string; ref: string }> {
    const casts = this.#sql.exec<{ entry: string }>("SELECT entry FROM casts WHERE place BETWEEN ? AND ?", ...of(run));
    for (const { entry } of casts) yield readEntry(entry);
  }

  hasRef(run: number, attendee: string, ref: string): boolean {
    return this.#sql
      .exec<{ entry: string }>(
        "SELECT entry FROM casts WHERE place BETWEEN ? AND ? AND entry > ? AND entry < ?",
        ...of(run),
        `${attendee} `,
        `${attendee}!`,
      )
      .toArray()
      .some(({ entry }) => readEntry(entry).ref === ref);
  }

  /** At most `limit` entries of the run's chain after the one numbered `after`, with the ballots of those that count. */
  page(run: number, after: number, limit: number): StoredCast[] {
    const [, end] = of(run);
    const entries = this.#sql
      .exec<{ place: number; entry: string }>(
        "SELECT place, entry FROM casts WHERE place > ? AND place <= ? ORDER BY place LIMIT ?",
        placeOf(run, after),
        end,
        limit,
      )
      .toArray()
      .map(({ place, entry }) => ({ number: place - placeOf(run, 0), ...readEntry(entry) }));
    const ballots = new Map(this.#ballotsOf(run, entries).map((ballot) => [ballot.number, ballot]));
    return entries.map(({ number, key, replaces, digest }) => {
      const ballot = ballots.get(number);
      const entry = { number, asking: fullName(key), replaces, digest };
      if (ballot === undefined) return entry;
      const { attendee, answer, castAt, salt } = ballot;
      return { ...entry, ballot: { attendee, answer, castAt, salt } };
    });
  }

  /** The attendee's ballots under these keys, with their entries. */
  ofAttendee(run: number, attendee: string, keys: readonly string[]): StoredCast[] {
    const ballots = this.#ballotsOf(
      run,
      keys.map((key) => ({ key, attendee })),
    );
    return ballots.flatMap(({ number }) => this.page(run, number - 1, 1));
  }

  /** `CROSS`: SQLite takes the tables in this order. Else it reads the whole run, and `wanted` once for each of its ballots. */
  #ballotsOf(run: number, casts: readonly { key: string; attendee: string }[]) {
    return this.#sql
      .exec<{ attendee: string; answer: string; castAt: number; seal: string }>(
        `SELECT attendee, answer, cast_at AS castAt, seal FROM json_each(?2) AS wanted CROSS JOIN ballots
         ON run = ?1 AND question = wanted.value ->> 0 AND attendee = wanted.value ->> 1`,
        run,
        JSON.stringify(casts.map(({ key, attendee }) => [key, attendee])),
      )
      .toArray()
      .map(({ seal, ...ballot }) => ({ ...ballot, ...readSeal(seal) }));
  }

  /** When the run's last ballot was cast; 0 where it has none. */
  lastCastAt(run: number): number {
    const [row] = this.#sql
      .exec<{ at: number | null }>("SELECT max(cast_at) AS at FROM ballots WHERE run = ?", run)
      .toArray();
    return row?.at ?? 0;
  }

  forget(run: number): void {
    this.#sql.exec("DELETE FROM ballots WHERE run = ?", run);
    this.#sql.exec("DELETE FROM casts WHERE place BETWEEN ? AND ?", ...of(run));
    this.#sql.exec("DELETE FROM chains WHERE run = ?", run);
  }
}

/** An entry of one shard's chain. */
export type StoredCast = Omit<CastRow, "run" | "shard">;

/** The first and last place that the run's casts can have. */
function of(run: number): [number, number] {
  return [placeOf(run, 0), placeOf(run + 1, 0) - 1];
}

function readSeal(seal: string): { number: number; salt: string } {
  const [number, salt = ""] = seal.split(" ");
  return { number: Number(number), salt };
}

/** The JSON of the rows as arrays, as few as stay below the group's length each; `start` is their first row's index. */
function groupsOf(rows: readonly string[]): { start: number; json: string }[] {
  const groups: { start: number; json: string }[] = [];
  let start = 0;
  let sum = 0;
  const end = (index: number) => groups.push({ start, json: `[${rows.slice(start, index).join(",")}]` });
  for (const [index, row] of rows.entries()) {
    if (index > start && sum + row.length > groupLength) {
      end(index);
      start = index;
      sum = 0;
    }
    sum += row.length + 1;
  }
  if (start < rows.length) end(rows.length);
  return groups;
}

/** Only answers that their question's rules accepted were stored, so that what is read back is one. */
function parseStoredAnswer(json: string): Answer | null {
  return JSON.parse(json);
}
