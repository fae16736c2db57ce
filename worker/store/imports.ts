/**
 * D1: polls that come in from a file, one after another. Until all of them are there they are nobody's, and found by neither id
 * nor code; what never comes to its end is dropped by a later look.
 */
import { insertPoll, PollDatabase, type PollRecord } from "./poll-database.ts";

export class Imports {
  readonly #db: D1Database;

  constructor(db: D1Database) {
    this.#db = db;
  }

  /** False where the code is taken; nothing is stored then. */
  async begin(poll: PollRecord): Promise<boolean> {
    const [, marked] = await this.#db.batch([
      insertPoll(this.#db, poll),
      this.#db
        .prepare("INSERT INTO imports (poll, begun_at) SELECT id, ?2 FROM polls WHERE id = ?1")
        .bind(poll.id, poll.updatedAt),
    ]);
    return marked?.meta.changes === 1;
  }

  /** All of them are the account's from now on; one that has runs is closed, the last of them being its latest. */
  async finish(account: string, polls: readonly { id: string; folder: string | null }[], now: number): Promise<void> {
    const rows = JSON.stringify(polls.map(({ id, folder }) => [id, folder]));
    const ids = "(SELECT value ->> 0 FROM json_each(?1))";
    await this.#db.batch([
      this.#db
        .prepare(
          `UPDATE polls SET status = 'closed', run = (SELECT max(run) FROM runs WHERE runs.poll = polls.id)
           WHERE id IN ${ids} AND EXISTS (SELECT 1 FROM runs WHERE runs.poll = polls.id)`,
        )
        .bind(rows),
      this.#db
        .prepare(
          `INSERT INTO account_polls (account, poll, role, created, folder, added_at)
           SELECT ?2, imports.poll, 'organiser', 1, row.value ->> 1, ?3
           FROM json_each(?1) AS row JOIN imports ON imports.poll = row.value ->> 0`,
        )
        .bind(rows, account, now),
      this.#db.prepare(`DELETE FROM imports WHERE poll IN ${ids}`).bind(rows),
    ]);
  }

  async drop(ids: Iterable<string>): Promise<void> {
    const database = new PollDatabase(this.#db);
    for (const id of ids) await database.erase(id);
  }

  /** Drops what was begun before, and has not ended. */
  async dropBegunBefore(time: number): Promise<void> {
    const { results } = await this.#db
      .prepare("SELECT poll FROM imports WHERE begun_at < ?")
      .bind(time)
      .all<{ poll: string }>();
    await this.drop(results.map(({ poll }) => poll));
  }
}
