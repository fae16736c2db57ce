/** Ballots that have been kept as long as their poll says are erased; the results stay. */
import { type Env, retentionDays } from "../env.ts";
import { limits } from "../shared/limits.ts";
import { Imports } from "../store/imports.ts";
import { PollDatabase } from "../store/poll-database.ts";
import { logEvent } from "./log.ts";
import { roomOf } from "./objects.ts";

/** Erases what is due, a run after another. What can't be reached now is due at the next look still. */
export async function eraseDueBallots(env: Env, now: number): Promise<void> {
  const days = retentionDays(env.RETENTION_DAYS);
  const due = await new PollDatabase(env.DB).runsPastRetention(now, days, limits.erasedAtOnce);
  for (const { poll, run } of due) {
    try {
      const erased = await roomOf(env, poll).eraseBallots(poll, run);
      if (!erased.ok) logEvent("ballots-not-erased", { poll, run, reason: erased.error.reason });
    } catch (error) {
      logEvent("ballots-not-erased", { poll, run, error: String(error) });
    }
  }
}

/**
 * Closes runs that everybody has left: their ballots are kept as long as any closed run's from then on. What can't be reached
 * now is looked at again in an hour.
 */
export async function closeAbandonedRuns(env: Env, now: number): Promise<void> {
  const quiet = { days: retentionDays(env.RETENTION_DAYS), least: limits.abandonedDays };
  for (const { poll, since } of await new PollDatabase(env.DB).quietRuns(now, quiet, limits.erasedAtOnce)) {
    try {
      await roomOf(env, poll).closeQuietSince(poll, since);
    } catch (error) {
      logEvent("run-not-closed", { poll, error: String(error) });
    }
  }
}

/** Drops what an import has left that was cut off. */
export async function dropBrokenImports(env: Env, now: number): Promise<void> {
  await new Imports(env.DB).dropBegunBefore(now - limits.importMs);
}
