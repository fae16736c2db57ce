import type { BallotRow } from "../export/ballots-csv.ts";
import { limits } from "../shared/limits.ts";
import type { BallotCursor } from "../store/ballot-store.ts";

/** Copies every ballot that `read` pages through to `write`, in pages that fit into one statement. */
export async function archiveBallots(
  read: (after: BallotCursor, limit: number) => BallotRow[],
  write: (rows: BallotRow[]) => Promise<void>,
): Promise<void> {
  let after: BallotCursor = null;
  for (;;) {
    const page = withinBytes(read(after, limits.archivePageRows), limits.archivePageBytes);
    const last = page.at(-1);
    if (last === undefined) return;
    await write(page);
    after = { question: last.question, attendee: last.attendee };
  }
}

/** As many of the first rows as stay below `bytes`, but at least one. */
function withinBytes(rows: BallotRow[], bytes: number): BallotRow[] {
  let sum = 0;
  const end = rows.findIndex((row) => {
    // A UTF-16 unit takes at most three bytes; the other columns take some 120.
    sum += row.answer.length * 3 + 120;
    return sum > bytes;
  });
  return end === -1 ? rows : rows.slice(0, Math.max(1, end));
}
