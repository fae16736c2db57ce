/** The words of a tally with their counts, each where it stands, and what presenters and everybody else see of them. */
import { compareCodePoints, wordKey } from "../../shared/text.ts";
import { aliasesOf, type Moderation, type ModerationList, type Standing, standingOf } from "../moderation.ts";
import type { PollContext } from "../rules.ts";
import type { WordCount, WordsParts, WordsView } from "./rules.ts";

export type WordGroup = WordCount & { key: string; standing: Standing; merged: string[] };

/** By count, then word. */
export function wordGroups(parts: WordsParts, context: PollContext, moderation: Moderation): WordGroup[] {
  const sources = sourcesByTarget(moderation, context);
  const groups = [...parts].map(([key, forms]): WordGroup => {
    // By code point, then stably by count: the first form is the most frequent, the first by code point where tied.
    const variants = [...forms].sort(([a], [b]) => compareCodePoints(a, b)).sort(([, a], [, b]) => b - a);
    const merging = sources.get(key);
    const formOf = (wanted: string) => variants.find(([form]) => wordKey(form, context.language) === wanted)?.[0];
    return {
      key,
      word: (merging === undefined ? variants[0]?.[0] : (formOf(key) ?? merging.form)) ?? key,
      count: variants.reduce((sum, [, n]) => sum + n, 0),
      variants: Object.fromEntries(variants),
      standing: standingOf({ key, text: key }, moderation, context),
      merged: (merging?.keys ?? []).flatMap((source) => formOf(source) ?? []),
    };
  });
  return groups.sort((a, b) => b.count - a.count || compareCodePoints(a.word, b.word));
}

/** Target's key → the keys that count as it now, and how a moderator wrote it. */
function sourcesByTarget(moderation: Moderation, context: PollContext): Map<string, { keys: string[]; form: string }> {
  const written = new Map([...moderation.merges.values()].map(({ into, intoForm }) => [into, intoForm]));
  const sources = new Map<string, { keys: string[]; form: string }>();
  for (const [key, into] of aliasesOf(moderation, context)) {
    const known = sources.get(into);
    if (known === undefined) sources.set(into, { keys: [key], form: written.get(into) ?? into });
    else known.keys.push(key);
  }
  return sources;
}

export function wordsView(groups: readonly WordGroup[], { blockList }: PollContext): WordsView {
  const seen = groups.filter(({ standing }) => standing === "shown");
  const hidden = groups.reduce((sum, { standing, count }) => (standing === "shown" ? sum : sum + count), 0);
  const merged = seen.flatMap(({ word, merged: sources }) => sources.map((source) => ({ word: source, into: word })));
  return {
    words: seen.map(({ word, count, variants }) => ({ word, count, variants })),
    ...(blockList || hidden > 0 ? { hidden } : {}),
    ...(merged.length > 0 ? { merged } : {}),
  };
}

/** All merges, those too that count only once their words are shown again. */
export function moderationList(groups: readonly WordGroup[], { merges }: Moderation): ModerationList {
  return {
    hidden: groups.flatMap(({ word, count, standing }) =>
      standing === "shown"
        ? []
        : [{ entry: word, text: word, count, by: standing === "hidden" ? ("moderator" as const) : ("list" as const) }],
    ),
    waiting: [],
    merged: [...merges.values()].map(({ form, intoForm }) => ({ word: form, into: intoForm })),
  };
}
