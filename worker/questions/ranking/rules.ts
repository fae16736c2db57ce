import * as v from "valibot";
import { limits } from "../../shared/limits.ts";
import { addCountAt, ascending, type Counts, type CountsById, meanOf, mergeCountsById } from "../counts.ts";
import { changedItems } from "../items.ts";
import type { QuestionRules } from "../rules.ts";
import { commonEntries, type Item, idsDiffer, itemsSchema, textUpTo, type WithId, withItemIds } from "../schema.ts";

const definition = v.strictObject({
  ...commonEntries,
  type: v.literal("ranking"),
  text: textUpTo(limits.questionLength),
  options: itemsSchema(limits.rankedOptions, limits.optionLength),
});

const answerShape = v.strictObject({
  order: v.pipe(
    v.array(v.string()),
    v.check((ids) => new Set(ids).size === ids.length, "has an option twice"),
  ),
});

export type RankingDraft = v.InferOutput<typeof definition>;
export type RankingQuestion = WithId<Omit<RankingDraft, "options">> & { options: Item[] };
export type RankingAnswer = v.InferOutput<typeof answerShape>;
/** Option id → rank, from 1 → attendees who put it there. */
export type RankingParts = CountsById<number>;
/** `points` by Borda: n−1 for the first of n, 0 for the last. `meanRank` from 1; null where nobody has ranked. */
export type RankedOption = { points: number; firsts: number; meanRank: number | null };
export type RankingView = { options: Record<string, RankedOption> };

export const rankingRules: QuestionRules<RankingDraft, RankingQuestion, RankingAnswer, RankingParts, RankingView> = {
  definition,
  answerShape,
  withIds: ({ id, options, ...rest }, newId) => ({ id: id ?? newId(), ...rest, options: withItemIds(options, newId) }),
  answerSchema: ({ options }) =>
    v.pipe(
      answerShape,
      v.forward(
        v.rawCheck(({ dataset, addIssue }) => {
          const wrong = dataset.typed ? idsDiffer(dataset.value.order, options) : undefined;
          if (wrong !== undefined) addIssue({ message: wrong });
        }),
        ["order"],
      ),
    ),
  empty: () => new Map(),
  add(parts, { order }, weight) {
    for (const [index, id] of order.entries()) addCountAt(parts, id, index + 1, weight);
  },
  merge: mergeCountsById,
  view: (parts, { options }) => ({
    options: Object.fromEntries(options.map(({ id }) => [id, rankedOption(parts.get(id), options.length)])),
  }),
  // Points depend on how many options there are, so that none may join either.
  conflict: (before, after) => changedItems("options", before.options, after.options),
};

function rankedOption(counts: Counts<number> | undefined, options: number): RankedOption {
  const ranks = ascending(counts);
  return {
    points: ranks.reduce((sum, [rank, count]) => sum + (options - rank) * count, 0),
    firsts: counts?.get(1) ?? 0,
    meanRank: meanOf(ranks),
  };
}
