/** Whose sign-in has opened which polls' stages, in D1: so that its end finds the sockets without waking every room. */
import { limits } from "../shared/limits.ts";

/** `family`: one sign-in of the account's; without it all of them. */
export type SignIn = { account: string; family?: string };

export class OpenedStages {
  readonly #db: D1Database;

  constructor(db: D1Database) {
    this.#db = db;
  }

  /**
   * After the socket has been taken in: false where the sign-in has ended by now, or the account has the poll no longer, whose
   * end can't have met this socket.
   */
  async note({ account, family }: Required<SignIn>, poll: string, now: number): Promise<boolean> {
    const [, noted] = await this.#db.batch([
      this.#db.prepare("DELETE FROM opened_stages WHERE ends_at <= ?").bind(now),
      this.#db
        .prepare(
          `INSERT INTO opened_stages (family, poll, account, ends_at)
           SELECT ?2, poll, account, ?4 FROM account_polls WHERE account = ?1 AND poll = ?3
             AND EXISTS (SELECT 1 FROM sessions WHERE sessions.account = ?1 AND family = ?2)
           ON CONFLICT DO UPDATE SET ends_at = excluded.ends_at`,
        )
        .bind(account, family, poll, now + limits.sessionIdleMs),
    ]);
    return noted?.meta.changes === 1;
  }

  /** The polls whose stages it has opened; they are forgotten here. */
  async take({ account, family }: SignIn): Promise<string[]> {
    const { results } = await this.#db
      .prepare("DELETE FROM opened_stages WHERE account = ?1 AND (?2 IS NULL OR family = ?2) RETURNING poll")
      .bind(account, family ?? null)
      .all<{ poll: string }>();
    return [...new Set(results.map(({ poll }) => poll))];
  }
}
