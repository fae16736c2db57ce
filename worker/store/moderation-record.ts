/** What moderators have decided, on disk: one row a word or text. Reads come from memory. */
import { type ModerationChange, type RunModeration, withChange } from "../poll/moderation.ts";
import type { Sql } from "./migrations.ts";

export const moderationStep = `CREATE TABLE moderation (
  run INTEGER NOT NULL, question TEXT NOT NULL, kind TEXT NOT NULL, entry TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (run, question, kind, entry)
) STRICT, WITHOUT ROWID`;

export class ModerationRecord {
  readonly #sql: Sql;
  #known: { run: number; moderation: RunModeration } | undefined;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  of(run: number): RunModeration {
    if (this.#known?.run === run) return this.#known.moderation;
    const moderation = this.#changes(run).reduce(withChange, new Map());
    this.#known = { run, moderation };
    return moderation;
  }

  save(run: number, change: ModerationChange): void {
    const { question, kind, entry, value } = change;
    const changed = withChange(this.of(run), change);
    if (value === null) {
      this.#sql.exec(
        "DELETE FROM moderation WHERE run = ? AND question = ? AND kind = ? AND entry = ?",
        run,
        question,
        kind,
        entry,
      );
    } else {
      this.#sql.exec(
        "INSERT OR REPLACE INTO moderation (run, question, kind, entry, value) VALUES (?, ?, ?, ?, ?)",
        run,
        question,
        kind,
        entry,
        JSON.stringify(value),
      );
    }
    this.#known = { run, moderation: changed };
  }

  forget(run: number): void {
    this.#sql.exec("DELETE FROM moderation WHERE run = ?", run);
    if (this.#known?.run === run) this.#known = undefined;
  }

  #changes(run: number): ModerationChange[] {
    return this.#sql
      .exec<{ question: string; kind: "verdict" | "merge"; entry: string; value: string }>(
        "SELECT question, kind, entry, value FROM moderation WHERE run = ?",
        run,
      )
      .toArray()
      .map(({ question, kind, entry, value }) => ({ question, kind, entry, value: JSON.parse(value) }));
  }
}
