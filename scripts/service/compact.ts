import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/**
 * SQLite keeps what was deleted in a file until its place is used again. Rewrites every database in `folder`, so that what
 * was erased is in no file any more; nobody else may have them open. Interrupted, it leaves them as
 * they were.
 */
export function compact(folder: string): void {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && entry.name.endsWith(".sqlite")) compactFile(join(entry.parentPath, entry.name));
  }
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
