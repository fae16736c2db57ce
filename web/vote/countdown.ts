import type { VoteTranslate } from "../messages/vote.sv.ts";

/**
 * Seconds until `closesAt` (ISO 8601) at `now` (milliseconds), null where there is none. Not below zero: by a clock that
 * is fast the time may have passed while the service says that voting is open.
 */
export function secondsLeft(closesAt: string | undefined, now: number): number | null {
  if (closesAt === undefined) return null;
  return Math.max(0, Math.ceil((Date.parse(closesAt) - now) / 1000));
}

/** In words, and no more exact than a phone's clock is: the service decides. */
export function countdownText(seconds: number, t: VoteTranslate): string {
  if (seconds < 5) return t("countdown.soon");
  if (seconds >= 90) return t("countdown.minutes", { n: Math.round(seconds / 60) });
  return t("countdown.left", { n: seconds > 20 ? Math.round(seconds / 5) * 5 : seconds });
}
