import * as v from "valibot";
import { limits } from "../../shared/limits.ts";
import { addCount, type Counts, mergeCounts } from "../counts.ts";
import { lostItem } from "../items.ts";
import type { QuestionRules } from "../rules.ts";
import { commonEntries, type Item, itemsSchema, textUpTo, type WithId, wholeNumber, withItemIds } from "../schema.ts";

const definition = v.pipe(
  v.strictObject({
    ...commonEntries,
    type: v.literal("choice"),
    text: textUpTo(limits.questionLength),
    options: itemsSchema(limits.choiceOptions, limits.optionLength),
    maxChoices: v.optional(wholeNumber(1, limits.choiceOptions.max), 1),
  }),
  v.forward(
    v.check(({ options, maxChoices }) => maxChoices <= options.length, "is more than there are options"),
    ["maxChoices"],
  ),
);

const answerShape = v.strictObject({
  choices: v.pipe(
    v.array(v.string()),
    v.minLength(1, "holds no option"),
    v.check((ids) => new Set(ids).size === ids.length, "has an option twice"),
  ),
});

export type ChoiceDraft = v.InferOutput<typeof definition>;
export type ChoiceQuestion = WithId<Omit<ChoiceDraft, "options">> & { options: Item[] };
export type ChoiceAnswer = v.InferOutput<typeof answerShape>;
/** Option id → attendees who chose it. */
export type ChoiceParts = Counts<string>;
export type ChoiceView = { counts: Record<string, number> };

export const choiceRules: QuestionRules<ChoiceDraft, ChoiceQuestion, ChoiceAnswer, ChoiceParts, ChoiceView> = {
  definition,
  answerShape,
  withIds: ({ id, options, ...rest }, newId) => ({ id: id ?? newId(), ...rest, options: withItemIds(options, newId) }),
  answerSchema({ options, maxChoices }) {
    const known = new Set(options.map((option) => option.id));
    return v.pipe(
      answerShape,
      v.forward(
        v.check(({ choices }) => choices.every((id) => known.has(id)), "names an option the question does not have"),
        ["choices"],
      ),
      v.forward(
        v.check(({ choices }) => choices.length <= maxChoices, `takes at most ${maxChoices}`),
        ["choices"],
      ),
    );
  },
  empty: () => new Map(),
  add(parts, answer, weight) {
    for (const id of answer.choices) addCount(parts, id, weight);
  },
  merge: mergeCounts,
  view: (parts, { options }) => ({ counts: Object.fromEntries(options.map(({ id }) => [id, parts.get(id) ?? 0])) }),
  conflict: (before, after) => lostItem("options", before.options, after.options),
};
