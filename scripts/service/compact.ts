import { existsSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/**
 * SQLite keeps what was deleted in a file until its place is used again. Rewrites every database in `folder` that was written
 * since this was last done, so that what was erased is in no file any more; nobody else may have them open. When it was done
 * is noted as the time of the file `note`. Interrupted, it leaves the databases as they were, and does all of it again.
 */
export function compact(folder: string, note: string): void {
  if (!existsSync(folder)) return;
  const since = writtenAt(note);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".sqlite")) continue;
    const path = join(entry.parentPath, entry.name);
    // What is written goes to the log beside the file first.
    if (Math.max(writtenAt(path), writtenAt(`${path}-wal`)) >= since) compactFile(path);
  }
  writeFileSync(note, "");
}

function compactFile(path: string): void {
  const database = new DatabaseSync(path);
  try {
    // Always: a page that is still used in part is not counted as free, and keeps what was deleted in it.
    database.exec("VACUUM");
    // The log beside the file holds pages as they were before.
    database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  } finally {
    database.close();
  }
}

/** Milliseconds; 0 where there is no such file. */
function writtenAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
