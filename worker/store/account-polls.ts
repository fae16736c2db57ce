/** Which polls an account has, in D1, and the links by which one account gives a poll to another. */
import type { Role } from "../poll/replies.ts";
import type { PollStatus } from "../shared/protocol.ts";
import { keyColumn } from "./poll-database.ts";

/** `title` in the poll's own language; times in milliseconds. `others`: how many more accounts have the poll. */
export type AccountPoll = {
  id: string;
  code: string;
  title: string;
  language: string;
  status: PollStatus;
  run: number;
  role: Role;
  folder: string | null;
  addedAt: number;
  updatedAt: number;
  others: number;
};

export type HandOver = { poll: string; giver: string; leaves: boolean };

export class AccountPolls {
  readonly #db: D1Database;

  constructor(db: D1Database) {
    this.#db = db;
  }

  /** The latest change first. */
  async all(account: string): Promise<AccountPoll[]> {
    const { results } = await this.#db
      .prepare(
        `SELECT polls.id, polls.code, polls.definition ->> 'title' AS title, polls.definition ->> 'language' AS language,
           polls.status, polls.run, own.role, own.folder, own.added_at AS addedAt, polls.updated_at AS updatedAt,
           (SELECT count(*) FROM account_polls AS other WHERE other.poll = own.poll AND other.account <> own.account) AS others
         FROM account_polls AS own JOIN polls ON polls.id = own.poll
         WHERE own.account = ? ORDER BY polls.updated_at DESC, polls.id`,
      )
      .bind(account)
      .all<AccountPoll>();
    return results;
  }

  /** Ids of those that the account organises and no other does: without it nobody's account could delete them. */
  async organisedAlone(account: string): Promise<string[]> {
    const { results } = await this.#db
      .prepare(
        `SELECT poll FROM account_polls AS own WHERE account = ?1 AND role = 'organiser' AND NOT EXISTS
           (SELECT 1 FROM account_polls WHERE poll = own.poll AND account <> ?1 AND role = 'organiser')`,
      )
      .bind(account)
      .all<{ poll: string }>();
    return results.map(({ poll }) => poll);
  }

  async role(account: string, poll: string): Promise<Role | undefined> {
    const row = await this.#db
      .prepare("SELECT role FROM account_polls WHERE account = ? AND poll = ?")
      .bind(account, poll)
      .first<{ role: Role }>();
    return row?.role;
  }

  async count(account: string): Promise<number> {
    const row = await this.#db
      .prepare("SELECT count(*) AS n FROM account_polls WHERE account = ?")
      .bind(account)
      .first<{ n: number }>();
    return row?.n ?? 0;
  }

  /**
   * By the key with this hash, if it still is the role's: false where it has been made anew meanwhile. An organiser stays one,
   * whatever it is added as later.
   */
  async add(account: string, poll: string, { role, keyHash }: { role: Role; keyHash: string }, now: number) {
    const [, has] = await this.#db.batch<{ role: Role }>([
      this.#db
        .prepare(`${insert} FROM polls WHERE id = ?2 AND ${keyColumn(role)} = ?5 ${onConflict}`)
        .bind(account, poll, role, now, keyHash),
      this.#db.prepare("SELECT role FROM account_polls WHERE account = ? AND poll = ?").bind(account, poll),
    ]);
    return has?.results.length === 1;
  }

  /** False where the account does not have the poll. */
  async move(account: string, poll: string, folder: string | null): Promise<boolean> {
    const { meta } = await this.#db
      .prepare("UPDATE account_polls SET folder = ?3 WHERE account = ?1 AND poll = ?2")
      .bind(account, poll, folder)
      .run();
    return meta.changes === 1;
  }

  /** A folder is there while a poll is in it. One that is renamed to another's name becomes one with it. */
  async renameFolder(account: string, from: string, to: string | null): Promise<boolean> {
    const { meta } = await this.#db
      .prepare("UPDATE account_polls SET folder = ?3 WHERE account = ?1 AND folder = ?2")
      .bind(account, from, to)
      .run();
    return meta.changes > 0;
  }

  async leave(account: string, poll: string): Promise<boolean> {
    const { meta } = await this.#db
      .prepare("DELETE FROM account_polls WHERE account = ? AND poll = ?")
      .bind(account, poll)
      .run();
    return meta.changes === 1;
  }

  async offer(hash: string, { poll, giver, leaves }: HandOver, now: number, endsAt: number): Promise<void> {
    await this.#db.batch([
      this.#db.prepare("DELETE FROM hand_overs WHERE ends_at <= ?").bind(now),
      this.#db
        .prepare("INSERT INTO hand_overs (hash, poll, giver, leaves, ends_at) VALUES (?, ?, ?, ?, ?)")
        .bind(hash, poll, giver, leaves ? 1 : 0, endsAt),
    ]);
  }

  /** Those of the poll that nobody has taken yet, whoever made them. */
  async openHandOvers(poll: string, now: number): Promise<{ hash: string; leaves: boolean; endsAt: number }[]> {
    const { results } = await this.#db
      .prepare("SELECT hash, leaves, ends_at AS endsAt FROM hand_overs WHERE poll = ? AND ends_at > ? ORDER BY ends_at")
      .bind(poll, now)
      .all<{ hash: string; leaves: number; endsAt: number }>();
    return results.map(({ leaves, ...offer }) => ({ ...offer, leaves: leaves === 1 }));
  }

  /** False where there is none, as where it has just been taken. */
  async revokeHandOver(poll: string, hash: string): Promise<boolean> {
    const { meta } = await this.#db
      .prepare("DELETE FROM hand_overs WHERE poll = ? AND hash = ?")
      .bind(poll, hash)
      .run();
    return meta.changes === 1;
  }

  /** The hand-over, used up; undefined where there is none, its time is over, or its giver has the poll no longer. */
  async take(hash: string, taker: string, now: number): Promise<HandOver | undefined> {
    const row = await this.#db
      .prepare(
        `DELETE FROM hand_overs WHERE hash = ?1 AND ends_at > ?2 AND giver <> ?3 AND EXISTS
           (SELECT 1 FROM account_polls AS own
            WHERE own.account = hand_overs.giver AND own.poll = hand_overs.poll AND own.role = 'organiser')
         RETURNING poll, giver, leaves`,
      )
      .bind(hash, now, taker)
      .first<{ poll: string; giver: string; leaves: number }>();
    if (row === null) return undefined;
    const { poll, giver } = row;
    const [given] = await this.#db.batch([
      // Only while the giver has it still: a key made anew right now ends this, too.
      this.#db
        .prepare(
          `${insert} FROM account_polls JOIN polls ON polls.id = poll
           WHERE account = ?5 AND poll = ?2 AND role = 'organiser' ${onConflict}`,
        )
        .bind(taker, poll, "organiser", now, giver),
      this.#db
        .prepare("DELETE FROM account_polls WHERE account = ?1 AND poll = ?2 AND ?3 = 1")
        .bind(giver, poll, row.leaves),
    ]);
    return given?.meta.changes === 1 ? { poll, giver, leaves: row.leaves === 1 } : undefined;
  }
}

/** Account ?1 gets poll ?2 as role ?3 at ?4, `FROM` where it says that it may. */
const insert = `INSERT INTO account_polls (account, poll, role, created, folder, added_at)
  SELECT ?1, polls.id, ?3, 0, NULL, ?4`;
const onConflict = "ON CONFLICT DO UPDATE SET role = 'organiser' WHERE excluded.role = 'organiser'";
