/** Who is signed in, in D1: by the hash of a token that a cookie holds. */
import { limits } from "../shared/limits.ts";

export type Session = {
  hash: string;
  account: string;
  /** All tokens of one sign-in have it. */
  family: string;
  /** Whether it is time for a new token. */
  old: boolean;
};

type SessionRow = {
  hash: string;
  account: string;
  family: string;
  made_at: number;
  renewed_at: number | null;
  used: number;
  ends_at: number;
};

export class Sessions {
  readonly #db: D1Database;

  constructor(db: D1Database) {
    this.#db = db;
  }

  /** What has run out, of anybody, goes with it. */
  async begin(hash: string, account: string, family: string, now: number): Promise<void> {
    await this.#db.batch([
      this.#db.prepare("DELETE FROM sessions WHERE ends_at <= ?").bind(now),
      this.#db
        .prepare(
          "INSERT INTO sessions (hash, account, family, made_at, renewed_at, used, ends_at) VALUES (?, ?, ?, ?, NULL, 1, ?)",
        )
        .bind(hash, account, family, now, now + limits.sessionIdleMs),
    ]);
  }

  /**
   * Once a token that follows another has come back, the other is good for a minute more, for what was asked at the same
   * time. Before that both are: the answer that had the new one may have been lost.
   */
  async find(hash: string, now: number): Promise<Session | undefined> {
    const row = await this.#db
      .prepare("SELECT * FROM sessions WHERE hash = ? AND ends_at > ?")
      .bind(hash, now)
      .first<SessionRow>();
    if (row === null) return undefined;
    if (row.used === 0) await this.#firstUse(row, now);
    const renewedLately = row.renewed_at !== null && row.renewed_at > now - limits.oldTokenMs;
    return {
      hash,
      account: row.account,
      family: row.family,
      old: row.made_at <= now - limits.sessionRenewMs && !renewedLately,
    };
  }

  /** False where another request has just done it, or the session has ended: both at once, so that no end comes between. */
  async renew({ hash }: Session, newHash: string, now: number): Promise<boolean> {
    const due = "hash = ?1 AND (renewed_at IS NULL OR renewed_at <= ?2)";
    const before = now - limits.oldTokenMs;
    const [inserted] = await this.#db.batch([
      this.#db
        .prepare(
          `INSERT INTO sessions (hash, account, family, made_at, renewed_at, used, ends_at)
           SELECT ?3, account, family, ?4, NULL, 0, ?5 FROM sessions WHERE ${due}`,
        )
        .bind(hash, before, newHash, now, now + limits.sessionIdleMs),
      this.#db.prepare(`UPDATE sessions SET renewed_at = ?3 WHERE ${due}`).bind(hash, before, now),
    ]);
    return inserted?.meta.changes === 1;
  }

  async endFamily(family: string): Promise<void> {
    await this.#db.prepare("DELETE FROM sessions WHERE family = ?").bind(family).run();
  }

  async endAll(account: string): Promise<void> {
    await this.#db.prepare("DELETE FROM sessions WHERE account = ?").bind(account).run();
  }

  /** In how many browsers the account is signed in. */
  async count(account: string, now: number): Promise<number> {
    const row = await this.#db
      .prepare("SELECT count(DISTINCT family) AS n FROM sessions WHERE account = ? AND ends_at > ?")
      .bind(account, now)
      .first<{ n: number }>();
    return row?.n ?? 0;
  }

  async #firstUse({ hash, family }: SessionRow, now: number): Promise<void> {
    await this.#db.batch([
      this.#db.prepare("UPDATE sessions SET used = 1 WHERE hash = ?").bind(hash),
      this.#db
        .prepare("UPDATE sessions SET ends_at = min(ends_at, ?3) WHERE family = ?2 AND hash <> ?1")
        .bind(hash, family, now + limits.oldTokenMs),
    ]);
  }
}
