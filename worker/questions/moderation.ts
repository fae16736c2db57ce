/**
 * What moderators have decided about what people wrote, in one question of one run. It is a list of its own: ballots stay
 * as they were cast, and the list is applied when tallies are counted (merges) and shown (verdicts).
 */
import { isListed } from "./block-list.ts";
import type { PollContext } from "./rules.ts";

/** `shown`: also where the block list or approve-first would hold it back. */
export type Verdict = "hidden" | "shown";
/** `into`: the key of the word that it counts as. The forms are as the moderator wrote them. */
export type Merge = { into: string; form: string; intoForm: string };

/** Keys are a word's (`wordKey`) or a text's id. */
export type Moderation = {
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly merges: ReadonlyMap<string, Merge>;
};

export const unmoderated: Moderation = { verdicts: new Map(), merges: new Map() };

/** Word's key → key of the word that it counts as. */
export type Aliases = ReadonlyMap<string, string>;
export const noAliases: Aliases = new Map();

export type ModeratedEntry = {
  /** What a command names it by: a word, or a text's id. */
  entry: string;
  text: string;
  /** Of a word: attendees who gave it. */
  count?: number;
  /** Of a text: when it was written, ISO 8601. */
  at?: string;
};

/** What presenters see of a question besides its tally. */
export type ModerationList = {
  hidden: (ModeratedEntry & { by: "moderator" | "list" })[];
  /** Texts that nobody sees until they are approved. */
  waiting: ModeratedEntry[];
  merged: { word: string; into: string }[];
};

/** What a type has whose entries people write themselves. Method syntax for the reason that `QuestionRules` gives. */
export interface Moderable<Q, P, V> {
  /** Whether this very question asks for such entries; those of a type that lacks this all do. */
  isIn?(question: Q): boolean;
  /** The key of the entry that a command names, or undefined where it can't be one. */
  keyOf(entry: string, context: PollContext): string | undefined;
  /** Whether entries are counted, so that one can count as another. */
  readonly merges: boolean;
  /** The view that presenters get, whose entries can be named, and what they see besides. */
  inspect(parts: P, question: Q, context: PollContext, moderation: Moderation): { view: V; list: ModerationList };
}

/** Where an entry stands. `listed`: the block list hides it. */
export type Standing = "shown" | "hidden" | "listed" | "waiting";

export function standingOf(
  { key, text }: { key: string; text: string },
  { verdicts }: Moderation,
  context: PollContext,
  approveFirst = false,
): Standing {
  const verdict = verdicts.get(key);
  if (verdict !== undefined) return verdict;
  if (isListed(text, context)) return "listed";
  return approveFirst ? "waiting" : "shown";
}

/**
 * The merges that count now, each followed to its end. A word that is hidden counts as no other while it is, and what the
 * block list hides is merged with nothing.
 */
export function aliasesOf(moderation: Moderation, context: PollContext): Aliases {
  const { merges } = moderation;
  const standing = (key: string) => standingOf({ key, text: key }, moderation, context);
  const next = (key: string) => {
    const into = merges.get(key)?.into;
    return into === undefined || standing(key) !== "shown" || standing(into) === "listed" ? undefined : into;
  };
  const aliases = new Map<string, string>();
  for (const start of merges.keys()) {
    const end = endOf(start, next);
    if (end !== start) aliases.set(start, end);
  }
  return aliases;
}

/** Where the steps from `start` end. Merges never go round (see `moderate`), but a bound costs nothing. */
export function endOf(start: string, next: (key: string) => string | undefined): string {
  const seen = new Set<string>();
  let key = start;
  for (let into = next(key); into !== undefined && !seen.has(into); into = next(key)) {
    seen.add(into);
    key = into;
  }
  return key;
}
