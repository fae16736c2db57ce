/** D1: which polls' results are public, by which key. Read at each call, so that what is revoked is closed at once. */

/** `ballots`: single ballots are public, too. */
export type Publication = { ballots: boolean };

export class Publications {
  readonly #db: D1Database;

  constructor(db: D1Database) {
    this.#db = db;
  }

  /** Takes the place of an earlier publication, whose key is good no more. */
  async publish(poll: string, keyHash: string, { ballots }: Publication, now: number): Promise<void> {
    await this.#db
      .prepare(
        `INSERT INTO publications (poll, key_hash, ballots, created_at) SELECT id, ?2, ?3, ?4 FROM polls WHERE id = ?1
         ON CONFLICT DO UPDATE SET key_hash = excluded.key_hash, ballots = excluded.ballots, created_at = excluded.created_at`,
      )
      .bind(poll, keyHash, ballots ? 1 : 0, now)
      .run();
  }

  /** False where the results are not public. */
  async change(poll: string, { ballots }: Publication): Promise<boolean> {
    const { meta } = await this.#db
      .prepare("UPDATE publications SET ballots = ?2 WHERE poll = ?1")
      .bind(poll, ballots ? 1 : 0)
      .run();
    return meta.changes === 1;
  }

  async revoke(poll: string): Promise<void> {
    await this.#db.prepare("DELETE FROM publications WHERE poll = ?").bind(poll).run();
  }

  async of(poll: string): Promise<Publication | undefined> {
    return publicationIn(
      await this.#db.prepare("SELECT ballots FROM publications WHERE poll = ?").bind(poll).first<{ ballots: number }>(),
    );
  }

  /** Undefined where the key with this hash opens nothing. */
  async openedBy(poll: string, keyHash: string): Promise<Publication | undefined> {
    return publicationIn(
      await this.#db
        .prepare("SELECT ballots FROM publications WHERE poll = ? AND key_hash = ?")
        .bind(poll, keyHash)
        .first<{ ballots: number }>(),
    );
  }
}

function publicationIn(row: { ballots: number } | null): Publication | undefined {
  return row === null ? undefined : { ballots: row.ballots === 1 };
}
