import * as v from "valibot";
import { limits } from "../../shared/limits.ts";
import { wordKey } from "../../shared/text.ts";
import { addCountAt, type CountsById, mergeCountsById } from "../counts.ts";
import type { Aliases } from "../moderation.ts";
import type { QuestionRules } from "../rules.ts";
import { commonEntries, countedText, textUpTo, type WithId, wholeNumber } from "../schema.ts";
import { moderationList, wordGroups, wordsView } from "./groups.ts";

const definition = v.strictObject({
  ...commonEntries,
  type: v.literal("words"),
  text: textUpTo(limits.questionLength),
  maxWords: v.optional(wholeNumber(1, limits.maxWords), 3),
});

const answerShape = v.strictObject({
  words: v.pipe(v.array(countedText(limits.wordLength)), v.minLength(1, "holds no word")),
});

export type WordsDraft = v.InferOutput<typeof definition>;
export type WordsQuestion = WithId<WordsDraft>;
export type WordsAnswer = v.InferOutput<typeof answerShape>;
/**
 * Word's key → form as typed → attendees; an attendee counts once for a key, with the form typed first. Merged words stand
 * under the key of the one that they count as.
 */
export type WordsParts = CountsById<string>;
export type WordCount = { word: string; count: number; variants: Record<string, number> };
/**
 * `hidden`, where the poll has its block list on or any word is hidden: how often hidden words were given. `merged`, where
 * any are: which words count as which.
 */
export type WordsView = { words: WordCount[]; hidden?: number; merged?: { word: string; into: string }[] };

export const wordsRules: QuestionRules<WordsDraft, WordsQuestion, WordsAnswer, WordsParts, WordsView> = {
  definition,
  answerShape,
  withIds: ({ id, ...rest }, newId) => ({ id: id ?? newId(), ...rest }),
  answerSchema: ({ maxWords }) =>
    v.pipe(
      answerShape,
      v.forward(
        v.check(({ words }) => words.length <= maxWords, `takes at most ${maxWords}`),
        ["words"],
      ),
    ),
  empty: () => new Map(),
  add(parts, answer, weight, _ballot, { language }, aliases) {
    for (const [key, form] of formsByKey(answer.words, language, aliases)) addCountAt(parts, key, form, weight);
  },
  merge: mergeCountsById,
  view: (parts, _question, context, moderation) => wordsView(wordGroups(parts, context, moderation), context),
  forPhones(view) {
    const more = view.words.length - limits.phoneEntries;
    return more > 0 ? { ...view, words: view.words.slice(0, limits.phoneEntries), more } : view;
  },
  moderable: {
    keyOf: (entry, { language }) => wordKey(entry, language) || undefined,
    merges: true,
    inspect(parts, _question, context, moderation) {
      const groups = wordGroups(parts, context, moderation);
      return { view: wordsView(groups, context), list: moderationList(groups, moderation) };
    },
  },
  conflict: () => undefined,
};

/** An attendee counts once for a key, with the form typed first. */
export function formsByKey(words: readonly string[], language: string, aliases: Aliases): Map<string, string> {
  const forms = new Map<string, string>();
  for (const form of words) {
    const own = wordKey(form, language);
    const key = aliases.get(own) ?? own;
    if (!forms.has(key)) forms.set(key, form);
  }
  return forms;
}
