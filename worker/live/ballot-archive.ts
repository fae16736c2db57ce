import { limits } from "../shared/limits.ts";
import type { StoredCast } from "../store/ballot-store.ts";

/** Copies the whole chain that `read` pages through to `write`, in pages that fit into one statement. */
export async function archiveCasts(
  read: (after: number, limit: number) => StoredCast[],
  write: (rows: StoredCast[]) => Promise<void>,
): Promise<void> {
  let after = 0;
  for (;;) {
    const page = withinBytes(read(after, limits.archivePageRows), limits.archivePageBytes);
    const last = page.at(-1);
    if (last === undefined) return;
    await write(page);
    after = last.number;
  }
}

/** As many of the first rows as stay below `bytes`, but at least one. */
function withinBytes(rows: StoredCast[], bytes: number): StoredCast[] {
  let sum = 0;
  const end = rows.findIndex((row) => {
    // A UTF-16 unit takes at most three bytes; the other columns take some 250.
    sum += (row.ballot?.answer.length ?? 0) * 3 + 250;
    return sum > bytes;
  });
  return end === -1 ? rows : rows.slice(0, Math.max(1, end));
}
