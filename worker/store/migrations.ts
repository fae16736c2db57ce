/** An object's SQLite schema: steps that are only ever appended to; `user_version` is not to be had in an object. */
export type Sql = SqlStorage;

export function migrate(sql: Sql, steps: readonly string[]): void {
  sql.exec("CREATE TABLE IF NOT EXISTS applied_steps (step INTEGER PRIMARY KEY) STRICT");
  const [row] = sql.exec<{ applied: number }>("SELECT count(*) AS applied FROM applied_steps").toArray();
  for (let step = row?.applied ?? 0; step < steps.length; step++) {
    sql.exec(steps[step] ?? "");
    sql.exec("INSERT INTO applied_steps (step) VALUES (?)", step);
  }
}

/** False in an object that nothing was ever kept in: whoever guesses an id makes an object, but leaves no trace. */
export function hasSchema(sql: Sql): boolean {
  return sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'applied_steps'").toArray().length > 0;
}
