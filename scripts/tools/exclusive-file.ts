import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";

export interface ExclusiveFile {
  release(): void;
}

/**
 * Takes `path` for this process alone, or resolves with null if another process still has it after `patience` ms.
 * The lock is the operating system's (SQLite's exclusive lock on an empty database), so it ends with its process however
 * that dies, and no other process's id is ever mistaken for its holder's.
 */
export async function takeExclusively(path: string, patience: number): Promise<ExclusiveFile | null> {
  mkdirSync(dirname(path), { recursive: true });
  closeSync(openSync(path, "a", 0o600));
  const database = new DatabaseSync(path);
  const deadline = Date.now() + patience;
  while (true) {
    try {
      database.exec("BEGIN EXCLUSIVE");
      return { release: () => database.close() };
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (Date.now() >= deadline) {
        database.close();
        return null;
      }
      await wait(100);
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === 5;
}
