/**
 * The tally of one question: a commutative monoid over its attendees' ballots. What is common to all types stands here,
 * the parts are the type's own. A tally is a cache: `tallyOf` rebuilds it from ballots.
 */
import { type Aliases, type Moderation, type ModerationList, noAliases, unmoderated } from "./moderation.ts";
import { type Answer, moderableOf, type Parts, type Question, rulesOf, type TallyView } from "./registry.ts";
import type { PollContext } from "./rules.ts";

/** One attendee's answer to one question; null is a skip. `at` in milliseconds since the epoch. */
export type Ballot = { attendee: string; answer: Answer | null; at: number };

export type Tally = { answered: number; skipped: number; parts: Parts };

/** The contract's `tally`: the type's own fields and the count of attendees whose ballot counts. */
export type ShownTally = TallyView & {
  answered: number;
  skipped?: number;
  /** Of a tally cut for phones: how many texts or words there are besides. */
  more?: number;
};

export function emptyTally(question: Question): Tally {
  return { answered: 0, skipped: 0, parts: rulesOf(question.type).empty(question) };
}

/** Adds a ballot (`weight` 1) or takes one that was added away again (`weight` -1), in place. */
export function addBallot(
  tally: Tally,
  question: Question,
  ballot: Ballot,
  weight: 1 | -1,
  context: PollContext,
  aliases: Aliases = noAliases,
): void {
  if (ballot.answer === null) {
    tally.skipped += weight;
    return;
  }
  tally.answered += weight;
  rulesOf(question.type).add(tally.parts, ballot.answer, weight, ballot, context, aliases);
}

/** A new tally that holds what all of `tallies` hold; these are disjoint in their attendees, one a shard. */
export function mergeTallies(question: Question, tallies: Iterable<Tally>): Tally {
  const merged = emptyTally(question);
  for (const tally of tallies) {
    merged.answered += tally.answered;
    merged.skipped += tally.skipped;
    rulesOf(question.type).merge(merged.parts, tally.parts);
  }
  return merged;
}

export function tallyOf(
  question: Question,
  ballots: Iterable<Ballot>,
  context: PollContext,
  aliases: Aliases = noAliases,
): Tally {
  const tally = emptyTally(question);
  for (const ballot of ballots) addBallot(tally, question, ballot, 1, context, aliases);
  return tally;
}

/** As everybody may see it. */
export function showTally(
  tally: Tally,
  question: Question,
  context: PollContext,
  moderation: Moderation = unmoderated,
): ShownTally {
  return withTotals(rulesOf(question.type).view(tally.parts, question, context, moderation), tally, question);
}

/** As presenters see it: with what is hidden, waiting and merged, where the question's type has any of it. */
export function inspectTally(
  tally: Tally,
  question: Question,
  context: PollContext,
  moderation: Moderation,
): { tally: ShownTally; moderation?: ModerationList } {
  const moderable = moderableOf(question);
  if (moderable === undefined) return { tally: showTally(tally, question, context, moderation) };
  const { view, list } = moderable.inspect(tally.parts, question, context, moderation);
  return { tally: withTotals(view, tally, question), moderation: list };
}

/** As phones are sent it; the very same where nothing is left out. */
export function tallyForPhones(tally: ShownTally, question: Question): ShownTally {
  const cut = rulesOf(question.type).forPhones?.(tally) ?? tally;
  return cut === tally ? tally : { ...tally, ...cut };
}

/** Skips that were cast while they were allowed are told for good. */
function withTotals(view: TallyView, tally: Tally, question: Question): ShownTally {
  return {
    ...view,
    answered: tally.answered,
    ...(question.skippable || tally.skipped > 0 ? { skipped: tally.skipped } : {}),
  };
}
