import type { Sql } from "./migrations.ts";

export const factsStep = "CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID";

/** Named JSON values of one object. `F` says what each name holds; only this service writes them. */
export class Facts<F extends Record<string, unknown>> {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  get<K extends keyof F & string>(name: K): F[K] | undefined {
    const [row] = this.#sql.exec<{ value: string }>("SELECT value FROM facts WHERE name = ?", name).toArray();
    return row === undefined ? undefined : JSON.parse(row.value);
  }

  /** Removes every fact whose name begins so; `prefix` holds no `*`, `?` or `[`. */
  forget(prefix: keyof F & string): void {
    this.#sql.exec("DELETE FROM facts WHERE name GLOB ?", `${prefix}*`);
  }

  set<K extends keyof F & string>(name: K, value: F[K]): void {
    this.#sql.exec(
      "INSERT INTO facts (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2",
      name,
      JSON.stringify(value),
    );
  }
}
