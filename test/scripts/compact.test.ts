import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { compact } from "../../scripts/service/compact.ts";

let folder: string;
const note = () => join(folder, "compacted");
const file = (name: string) => join(folder, "state", `${name}.sqlite`);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "handupp-compact-"));
  mkdirSync(join(folder, "state"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the statements on a database that logs ahead, as workerd's do. */
function write(name: string, ...statements: string[]): void {
  const database = new DatabaseSync(file(name));
  database.exec("PRAGMA journal_mode = WAL");
  for (const statement of statements) database.exec(statement);
  database.close();
}
const table = "CREATE TABLE texts (text TEXT)";
const texts = "INSERT INTO texts VALUES ('FJÄLLRIPA'), ('LODJUR')";
const erased = "DELETE FROM texts WHERE text = 'LODJUR'";

test("what was deleted from a page that is still in use is gone from the file, and the rest is there", () => {
  write("poll", table, texts, erased);
  expect(readFileSync(file("poll")).includes("LODJUR")).toBe(true);
  compact(join(folder, "state"), note());
  expect(readFileSync(file("poll")).includes("LODJUR")).toBe(false);
  expect(readFileSync(file("poll")).includes("FJÄLLRIPA")).toBe(true);
});

test("only what was written since the last time is rewritten", () => {
  write("still", table, texts);
  write("changed", table, texts);
  compact(join(folder, "state"), note());
  const before = new Date(statSync(note()).mtimeMs - 60_000);
  for (const name of ["still", "changed"]) utimesSync(file(name), before, before);
  write("changed", erased);
  compact(join(folder, "state"), note());
  expect(statSync(file("still")).mtimeMs).toBe(before.valueOf());
  expect(readFileSync(file("changed")).includes("LODJUR")).toBe(false);
});

test("a folder that is not there yet is none to compact", () => {
  compact(join(folder, "none"), note());
});
