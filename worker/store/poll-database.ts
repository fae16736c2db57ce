/** D1: what outlives a run. Every write is an upsert that may be sent again; each call throws where D1 does. */
import type { CastRow } from "../export/casts.ts";
import type { Definition } from "../poll/definition.ts";
import type { Role } from "../poll/replies.ts";
import type { Results } from "../poll/results.ts";
import type { PollStatus } from "../shared/protocol.ts";
import type { StoredCast } from "./ballot-store.ts";
import { splitText } from "./text-parts.ts";

export type PollRecord = {
  id: string;
  code: string;
  definition: Definition;
  status: PollStatus;
  run: number;
  organiserKeyHash: string;
  presenterKeyHash: string;
  /** Milliseconds; of the last change that D1 has heard of. */
  updatedAt: number;
};

type PollRow = {
  id: string;
  code: string;
  definition: string;
  status: PollStatus;
  run: number;
  organiser_key_hash: string;
  presenter_key_hash: string;
  updated_at: number;
};

/** Where a page of a run's casts ended. */
export type CastCursor = { shard: number; number: number };

type ArchivedCast = Omit<CastRow, "run" | "ballot"> & {
  attendee: string | null;
  answer: string | null;
  castAt: number | null;
  salt: string | null;
};

export class PollDatabase {
  readonly #db: D1Database;

  constructor(db: D1Database) {
    this.#db = db;
  }

  /** False where the code is taken; nothing is stored then. `account`: whose it is besides, if anybody's. */
  async create(poll: PollRecord, account?: string): Promise<boolean> {
    const statements = [insertPoll(this.#db, poll)];
    if (account !== undefined) {
      statements.push(
        this.#db
          .prepare(
            `INSERT INTO account_polls (account, poll, role, created, folder, added_at)
             SELECT ?1, id, 'organiser', 1, NULL, ?3 FROM polls WHERE id = ?2`,
          )
          .bind(account, poll.id, poll.updatedAt),
      );
    }
    const [inserted] = await this.#db.batch(statements);
    return inserted?.meta.changes === 1;
  }

  /**
   * What the old key may have got its holder ends in the same batch: the poll in every account but the `keeper`'s and the one
   * that created it, and of an organiser's key also open hand-overs and the public link.
   */
  async replaceKey(id: string, role: Role, hash: string, keeper: string | null): Promise<void> {
    const statements = [
      this.#db.prepare(`UPDATE polls SET ${keyColumn(role)} = ?2 WHERE id = ?1`).bind(id, hash),
      this.#db
        .prepare("DELETE FROM account_polls WHERE poll = ?1 AND role = ?2 AND created = 0 AND account IS NOT ?3")
        .bind(id, role, keeper),
    ];
    if (role === "organiser") {
      statements.push(
        this.#db.prepare("DELETE FROM hand_overs WHERE poll = ?").bind(id),
        this.#db.prepare("DELETE FROM publications WHERE poll = ?").bind(id),
      );
    }
    await this.#db.batch(statements);
  }

  async poll(id: string): Promise<PollRecord | undefined> {
    const row = await this.#db.prepare(`SELECT * FROM polls WHERE id = ? AND ${isWhole}`).bind(id).first<PollRow>();
    if (row === null) return undefined;
    return {
      id: row.id,
      code: row.code,
      definition: JSON.parse(row.definition),
      status: row.status,
      run: row.run,
      organiserKeyHash: row.organiser_key_hash,
      presenterKeyHash: row.presenter_key_hash,
      updatedAt: row.updated_at,
    };
  }

  async pollIdOfCode(code: string): Promise<string | undefined> {
    const row = await this.#db
      .prepare(`SELECT id FROM polls WHERE code = ? AND ${isWhole}`)
      .bind(code)
      .first<{ id: string }>();
    return row?.id;
  }

  /** Brings the row up to the room's state. A poll that has been deleted stays deleted. */
  async update(id: string, definition: Definition, status: PollStatus, run: number, now: number): Promise<void> {
    await this.#db
      .prepare("UPDATE polls SET definition = ?2, status = ?3, run = ?4, updated_at = ?5 WHERE id = ?1")
      .bind(id, JSON.stringify(definition), status, run, now)
      .run();
  }

  /** `answered`: ids of the questions that have ballots. All of it or nothing is stored. */
  async saveResults(results: Results, closedAt: number, answered: readonly string[]): Promise<void> {
    const parts = splitText(JSON.stringify(results)).map((json, part) =>
      this.#db
        .prepare(
          `INSERT INTO result_parts (poll, run, part, json) SELECT id, ?2, ?3, ?4 FROM polls WHERE id = ?1
           ON CONFLICT DO NOTHING`,
        )
        .bind(results.poll, results.run, part, json),
    );
    const run = this.#db
      .prepare(
        `INSERT INTO runs (poll, run, closed_at, answered) SELECT id, ?2, ?3, ?4 FROM polls WHERE id = ?1
         ON CONFLICT DO NOTHING`,
      )
      .bind(results.poll, results.run, closedAt, JSON.stringify(answered));
    await this.#db.batch([...parts, run]);
  }

  async results(id: string, run: number): Promise<Results | undefined> {
    const { results: parts } = await this.#db
      .prepare("SELECT json FROM result_parts WHERE poll = ? AND run = ? ORDER BY part")
      .bind(id, run)
      .all<{ json: string }>();
    return parts.length === 0 ? undefined : JSON.parse(parts.map(({ json }) => json).join(""));
  }

  /** How many joined a closed run; 0 where it is none. */
  async joined(id: string, run: number): Promise<number> {
    return (await this.results(id, run))?.joined ?? 0;
  }

  /** Closed runs → when they were, in milliseconds. */
  async closedRuns(id: string): Promise<Map<number, number>> {
    const { results } = await this.#db
      .prepare("SELECT run, closed_at AS closedAt FROM runs WHERE poll = ?")
      .bind(id)
      .all<{ run: number; closedAt: number }>();
    return new Map(results.map(({ run, closedAt }) => [run, closedAt]));
  }

  /** Ids of the questions that got answers in any closed run. */
  async answeredQuestions(id: string): Promise<string[]> {
    const { results } = await this.#db
      .prepare(
        "SELECT DISTINCT question.value AS id FROM runs, json_each(runs.answered) AS question WHERE runs.poll = ?",
      )
      .bind(id)
      .all<{ id: string }>();
    return results.map((row) => row.id);
  }

  async saveCasts(id: string, run: number, shard: number, casts: readonly StoredCast[]): Promise<void> {
    const page = casts.map(({ number, asking, replaces, digest, ballot }) => [
      ...[number, asking, replaces, digest],
      ...[ballot?.attendee, ballot?.answer, ballot?.castAt, ballot?.salt].map((value) => value ?? null),
    ]);
    await this.#db
      .prepare(
        `INSERT INTO casts (poll, run, shard, number, asking, replaces, digest, attendee, answer, cast_at, salt)
         SELECT polls.id, ?2, ?3, row.value ->> 0, row.value ->> 1, row.value ->> 2, row.value ->> 3, row.value ->> 4,
           row.value ->> 5, row.value ->> 6, row.value ->> 7
         FROM polls, json_each(?4) AS row WHERE polls.id = ?1 AND NOT EXISTS
           (SELECT 1 FROM erased_ballots AS erased WHERE erased.poll = ?1 AND erased.run = ?2)
         ON CONFLICT DO NOTHING`,
      )
      .bind(id, run, shard, JSON.stringify(page))
      .run();
  }

  /**
   * Drops the ballots of the run for good: a shard that is still archiving them finds that they are not wanted. Keeps the
   * time of the first call.
   */
  async eraseBallots(id: string, run: number, now: number): Promise<void> {
    await this.#db.batch([
      this.#db
        .prepare(
          `INSERT INTO erased_ballots (poll, run, erased_at) SELECT id, ?2, ?3 FROM polls WHERE id = ?1
           ON CONFLICT DO NOTHING`,
        )
        .bind(id, run, now),
      this.#db.prepare("DELETE FROM casts WHERE poll = ? AND run = ?").bind(id, run),
    ]);
  }

  /** Run → when its ballots were erased, milliseconds. */
  async erasedBallots(id: string): Promise<Record<number, number>> {
    const { results } = await this.#db
      .prepare("SELECT run, erased_at FROM erased_ballots WHERE poll = ?")
      .bind(id)
      .all<{ run: number; erased_at: number }>();
    return Object.fromEntries(results.map(({ run, erased_at }) => [run, erased_at]));
  }

  /** Runs whose ballots have been kept as long as their poll says, or `days`; those that were closed first come first. */
  async runsPastRetention(now: number, days: number, limit: number): Promise<{ poll: string; run: number }[]> {
    const { results } = await this.#db
      .prepare(
        `SELECT runs.poll, runs.run FROM runs JOIN polls ON polls.id = runs.poll
         WHERE runs.closed_at + coalesce(polls.definition ->> '$.settings.retentionDays', ?2) * 86400000 <= ?1
           AND NOT EXISTS (SELECT 1 FROM erased_ballots AS erased WHERE erased.poll = runs.poll AND erased.run = runs.run)
         ORDER BY runs.closed_at LIMIT ?3`,
      )
      .bind(now, days, limit)
      .all<{ poll: string; run: number }>();
    return results;
  }

  /**
   * Polls whose live run D1 has heard nothing of for as long as their ballots are kept, and for `least` days; `since` in
   * milliseconds. By chance, so that runs that only look quiet from here keep none from its turn.
   */
  async quietRuns(now: number, { days, least }: { days: number; least: number }, limit: number) {
    const quiet = "max(coalesce(definition ->> '$.settings.retentionDays', ?2), ?3) * 86400000";
    const { results } = await this.#db
      .prepare(
        `SELECT id AS poll, ?1 - ${quiet} AS since FROM polls
         WHERE status = 'live' AND updated_at + ${quiet} <= ?1 ORDER BY random() LIMIT ?4`,
      )
      .bind(now, days, least, limit)
      .all<{ poll: string; since: number }>();
    return results;
  }

  /** At most `limit` entries of the run's chains after the one given, in the order of shard and number. */
  async castPage(id: string, run: number, after: CastCursor, limit: number): Promise<CastRow[]> {
    const { results } = await this.#db
      .prepare(
        `SELECT shard, number, asking, replaces, digest, attendee, answer, cast_at AS castAt, salt FROM casts
         WHERE poll = ?1 AND run = ?2 AND (shard, number) > (?3, ?4) ORDER BY shard, number LIMIT ?5`,
      )
      .bind(id, run, after.shard, after.number, limit)
      .all<ArchivedCast>();
    return results.map(({ attendee, answer, castAt, salt, ...entry }) => ({
      run,
      ...entry,
      ...(attendee === null || answer === null || castAt === null || salt === null
        ? {}
        : { ballot: { attendee, answer, castAt, salt } }),
    }));
  }

  async erase(id: string): Promise<void> {
    await this.#db.batch([
      this.#db.prepare("DELETE FROM casts WHERE poll = ?").bind(id),
      this.#db.prepare("DELETE FROM erased_ballots WHERE poll = ?").bind(id),
      this.#db.prepare("DELETE FROM result_parts WHERE poll = ?").bind(id),
      this.#db.prepare("DELETE FROM runs WHERE poll = ?").bind(id),
      this.#db.prepare("DELETE FROM publications WHERE poll = ?").bind(id),
      this.#db.prepare("DELETE FROM imports WHERE poll = ?").bind(id),
      this.#db.prepare("DELETE FROM polls WHERE id = ?").bind(id),
    ]);
  }
}

export function keyColumn(role: Role): "organiser_key_hash" | "presenter_key_hash" {
  return role === "organiser" ? "organiser_key_hash" : "presenter_key_hash";
}

/** Whether the poll is not on its way in from a file. */
const isWhole = "NOT EXISTS (SELECT 1 FROM imports WHERE imports.poll = polls.id)";

/** Stores nothing where the code is taken. */
export function insertPoll(db: D1Database, poll: PollRecord): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO polls (id, code, definition, status, run, organiser_key_hash, presenter_key_hash, created_at, updated_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8) ON CONFLICT DO NOTHING`,
    )
    .bind(
      poll.id,
      poll.code,
      JSON.stringify(poll.definition),
      poll.status,
      poll.run,
      poll.organiserKeyHash,
      poll.presenterKeyHash,
      poll.updatedAt,
    );
}
