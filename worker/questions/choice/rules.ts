import * as v from "valibot";
import { limits } from "../../shared/limits.ts";
import { fieldError } from "../../shared/result.ts";
import { wordKey } from "../../shared/text.ts";
import { addCount, addCountAt, type Counts, type CountsById, mergeCounts, mergeCountsById } from "../counts.ts";
import { lostItem } from "../items.ts";
import type { PollContext, QuestionRules } from "../rules.ts";
import {
  commonEntries,
  countedText,
  type Item,
  itemsSchema,
  textUpTo,
  type WithId,
  wholeNumber,
  withItemIds,
} from "../schema.ts";
import { moderationList, type WordGroup, wordGroups, wordsView } from "../words/groups.ts";
import { formsByKey, type WordsView } from "../words/rules.ts";
import { shuffledFor } from "./shuffled-for.ts";

const definition = v.pipe(
  v.strictObject({
    ...commonEntries,
    type: v.literal("choice"),
    text: textUpTo(limits.questionLength),
    options: itemsSchema(limits.choiceOptions, limits.optionLength),
    maxChoices: v.optional(wholeNumber(1, limits.choiceOptions.max), 1),
    /** Whether an attendee may write what no option says; it counts as one of `maxChoices`. */
    allowOther: v.optional(v.boolean(), false),
    /** Whether each attendee gets the options in an order of their own. */
    randomOrder: v.optional(v.boolean(), false),
  }),
  v.forward(
    v.check(
      ({ options, maxChoices, allowOther }) => maxChoices <= options.length + (allowOther ? 1 : 0),
      "is more than there are options",
    ),
    ["maxChoices"],
  ),
);

const answerShape = v.pipe(
  v.strictObject({
    choices: v.pipe(
      v.array(v.string()),
      v.check((ids) => new Set(ids).size === ids.length, "has an option twice"),
    ),
    other: v.exactOptional(countedText(limits.otherLength)),
  }),
  v.forward(
    v.check((answer) => marksIn(answer) > 0, "holds no option"),
    ["choices"],
  ),
);

export type ChoiceDraft = v.InferOutput<typeof definition>;
/** Polls that were made before these settings lack both. */
type Later = "allowOther" | "randomOrder";
export type ChoiceQuestion = WithId<Omit<ChoiceDraft, "options" | Later>> &
  Partial<Pick<ChoiceDraft, Later>> & {
    options: Item[];
  };
export type ChoiceAnswer = { choices: string[]; other?: string };
/** `counts`: option id → attendees who chose it. `other`: what was written, as words are counted. */
export type ChoiceParts = { counts: Counts<string>; other: CountsById<string> };
/** `other`, there where the question allows it: attendees who wrote something of their own, hidden ones too, and what. */
export type ChoiceView = { counts: Record<string, number>; other?: { count: number } & WordsView };

export const choiceRules: QuestionRules<ChoiceDraft, ChoiceQuestion, ChoiceAnswer, ChoiceParts, ChoiceView> = {
  definition,
  answerShape,
  withIds: ({ id, options, ...rest }, newId) => ({ id: id ?? newId(), ...rest, options: withItemIds(options, newId) }),
  answerSchema({ options, maxChoices, allowOther }) {
    const known = new Set(options.map((option) => option.id));
    return v.pipe(
      answerShape,
      v.forward(
        v.check(({ choices }) => choices.every((id) => known.has(id)), "names an option the question does not have"),
        ["choices"],
      ),
      v.forward(
        v.check((answer) => marksIn(answer) <= maxChoices, `takes at most ${maxChoices}`),
        ["choices"],
      ),
      v.forward(
        v.check(({ other }) => allowOther === true || other === undefined, "is not asked for"),
        ["other"],
      ),
    );
  },
  empty: () => ({ counts: new Map(), other: new Map() }),
  add(parts, { choices, other }, weight, _ballot, { language }, aliases) {
    for (const id of choices) addCount(parts.counts, id, weight);
    const written = other === undefined ? [] : [other];
    for (const [key, form] of formsByKey(written, language, aliases)) addCountAt(parts.other, key, form, weight);
  },
  merge(into, from) {
    mergeCounts(into.counts, from.counts);
    mergeCountsById(into.other, from.other);
  },
  view: (parts, question, context, moderation) =>
    choiceView(parts, question, context, wordGroups(parts.other, context, moderation)),
  forPhones(view) {
    const { other } = view;
    if (other === undefined || other.words.length <= limits.phoneEntries) return view;
    return { ...view, other: { ...other, words: other.words.slice(0, limits.phoneEntries) } };
  },
  moderable: {
    isIn: ({ allowOther }) => allowOther === true,
    keyOf: (entry, { language }) => wordKey(entry, language) || undefined,
    merges: true,
    inspect(parts, question, context, moderation) {
      const groups = wordGroups(parts.other, context, moderation);
      return { view: choiceView(parts, question, context, groups), list: moderationList(groups, moderation) };
    },
  },
  asSeenBy(question, attendee) {
    if (!question.randomOrder) return question;
    return { ...question, options: shuffledFor(question.options, `${attendee} ${question.id}`) };
  },
  conflict(before, after) {
    if (before.allowOther && !after.allowOther)
      return fieldError("allowOther", "answered", "would leave out what attendees may have written");
    return lostItem("options", before.options, after.options);
  },
};

function choiceView(
  { counts }: ChoiceParts,
  { options, allowOther }: ChoiceQuestion,
  context: PollContext,
  written: readonly WordGroup[],
): ChoiceView {
  const ofOptions = { counts: Object.fromEntries(options.map(({ id }) => [id, counts.get(id) ?? 0])) };
  if (!allowOther) return ofOptions;
  const count = written.reduce((sum, group) => sum + group.count, 0);
  return { ...ofOptions, other: { count, ...wordsView(written, context) } };
}

function marksIn({ choices, other }: ChoiceAnswer): number {
  return choices.length + (other === undefined ? 0 : 1);
}
