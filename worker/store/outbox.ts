/**
 * Object → D1: what has to get there, kept on disk until it has. Deliveries are idempotent; a failure is tried again, later
 * each time, by the object's alarm, and never holds up a vote.
 */
import type { Sql } from "./migrations.ts";

export const outboxStep = `CREATE TABLE outbox (
  name TEXT PRIMARY KEY, version INTEGER NOT NULL, attempts INTEGER NOT NULL, due_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID`;

/** First retry after a second, then twice as long each time, at most every five minutes. */
export function retryDelayMs(attempts: number): number {
  return Math.min(300_000, 1000 * 2 ** Math.min(attempts, 20));
}

export type OutboxDeps = { now: () => number; log: (event: string, fields: Record<string, unknown>) => void };

export class Outbox {
  readonly #sql: Sql;
  readonly #deps: OutboxDeps;
  #draining: Promise<void> | undefined;

  constructor(sql: Sql, deps: OutboxDeps) {
    this.#sql = sql;
    this.#deps = deps;
  }

  /** Notes that `name` has to be delivered (again); what it holds is read when it goes. */
  put(name: string): void {
    this.#sql.exec(
      `INSERT INTO outbox (name, version, attempts, due_at) VALUES (?1, 1, 0, ?2)
       ON CONFLICT DO UPDATE SET version = version + 1, attempts = 0, due_at = ?2`,
      name,
      this.#deps.now(),
    );
  }

  /** When the next delivery is due; undefined where nothing waits. */
  dueAt(): number | undefined {
    const [row] = this.#sql.exec<{ due: number | null }>("SELECT min(due_at) AS due FROM outbox").toArray();
    return row?.due ?? undefined;
  }

  has(name: string): boolean {
    return this.#sql.exec("SELECT 1 FROM outbox WHERE name = ?", name).toArray().length > 0;
  }

  isEmpty(): boolean {
    return this.dueAt() === undefined;
  }

  /** Delivers what is due, one after another. Never rejects; two calls at once share one pass. */
  drain(deliver: (name: string) => Promise<void>): Promise<void> {
    this.#draining ??= this.#pass(deliver).finally(() => {
      this.#draining = undefined;
    });
    return this.#draining;
  }

  async #pass(deliver: (name: string) => Promise<void>): Promise<void> {
    for (let due = this.#nextDue(); due !== undefined; due = this.#nextDue()) {
      try {
        await deliver(due.name);
        // What was put again meanwhile has another version and stays.
        this.#sql.exec("DELETE FROM outbox WHERE name = ? AND version = ?", due.name, due.version);
      } catch (error) {
        const retryAt = this.#deps.now() + retryDelayMs(due.attempts);
        this.#sql.exec("UPDATE outbox SET attempts = attempts + 1, due_at = ? WHERE name = ?", retryAt, due.name);
        this.#deps.log("archive-delayed", { item: due.name, attempts: due.attempts + 1, error: String(error) });
      }
    }
  }

  #nextDue(): { name: string; version: number; attempts: number } | undefined {
    return this.#sql
      .exec<{ name: string; version: number; attempts: number }>(
        "SELECT name, version, attempts FROM outbox WHERE due_at <= ? ORDER BY due_at, name LIMIT 1",
        this.#deps.now(),
      )
      .toArray()[0];
  }
}
