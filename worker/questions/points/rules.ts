import * as v from "valibot";
import { limits } from "../../shared/limits.ts";
import { fieldError } from "../../shared/result.ts";
import { addCountAt, ascending, type CountsById, meanOf, mergeCountsById } from "../counts.ts";
import { changedItems } from "../items.ts";
import type { QuestionRules } from "../rules.ts";
import {
  commonEntries,
  type Item,
  idRecord,
  idsDiffer,
  itemsSchema,
  textUpTo,
  type WithId,
  wholeNumber,
  withItemIds,
} from "../schema.ts";

const definition = v.strictObject({
  ...commonEntries,
  type: v.literal("points"),
  text: textUpTo(limits.questionLength),
  options: itemsSchema(limits.rankedOptions, limits.optionLength),
  total: v.optional(wholeNumber(1, limits.pointsTotal), 100),
});

const answerShape = v.strictObject({
  points: idRecord(wholeNumber(0, limits.pointsTotal), { type: "integer", minimum: 0 }),
});

export type PointsDraft = v.InferOutput<typeof definition>;
export type PointsQuestion = WithId<Omit<PointsDraft, "options">> & { options: Item[] };
export type PointsAnswer = v.InferOutput<typeof answerShape>;
/** Option id → points given → attendees who gave so many. */
export type PointsParts = CountsById<number>;
/** `points` in all; `mean` over those who answered, null where nobody has. */
export type PointsOption = { points: number; mean: number | null };
export type PointsView = { options: Record<string, PointsOption> };

export const pointsRules: QuestionRules<PointsDraft, PointsQuestion, PointsAnswer, PointsParts, PointsView> = {
  definition,
  answerShape,
  withIds: ({ id, options, ...rest }, newId) => ({ id: id ?? newId(), ...rest, options: withItemIds(options, newId) }),
  answerSchema: ({ options, total }) =>
    v.pipe(
      answerShape,
      v.forward(
        v.rawCheck(({ dataset, addIssue }) => {
          if (!dataset.typed) return;
          const { points } = dataset.value;
          const differ = idsDiffer(Object.keys(points), options);
          const sum = Object.values(points).reduce((all, given) => all + given, 0);
          if (differ !== undefined) addIssue({ message: differ });
          else if (sum !== total) addIssue({ message: `sums to ${sum}, not ${total}` });
        }),
        ["points"],
      ),
    ),
  empty: () => new Map(),
  add(parts, { points }, weight) {
    for (const [id, given] of Object.entries(points)) addCountAt(parts, id, given, weight);
  },
  merge: mergeCountsById,
  view: (parts, { options }) => ({
    options: Object.fromEntries(
      options.map(({ id }) => {
        const given = ascending(parts.get(id));
        return [id, { points: given.reduce((sum, [points, n]) => sum + points * n, 0), mean: meanOf(given) }];
      }),
    ),
  }),
  conflict: (before, after) =>
    changedItems("options", before.options, after.options) ??
    (before.total === after.total ? undefined : fieldError("total", "answered", "differs from what answers sum to")),
};
