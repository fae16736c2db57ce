import * as v from "valibot";
import { limits } from "../../shared/limits.ts";
import { compareCodePoints, wordKey } from "../../shared/text.ts";
import { addCountAt, type CountsById, mergeCountsById } from "../counts.ts";
import type { PollContext, QuestionRules } from "../rules.ts";
import { commonEntries, countedText, textUpTo, type WithId, wholeNumber } from "../schema.ts";
import { isListed } from "./block-list.ts";

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
/** Word's key → form as typed → attendees; an attendee counts once for a key, with the form typed first. */
export type WordsParts = CountsById<string>;
export type WordCount = { word: string; count: number; variants: Record<string, number> };
/** `hidden`, where the poll has its block list on: how often listed words were given. */
export type WordsView = { words: WordCount[]; hidden?: number };

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
  add(parts, answer, weight, _ballot, { language }) {
    for (const [key, form] of formsByKey(answer.words, language)) addCountAt(parts, key, form, weight);
  },
  merge: mergeCountsById,
  view: (parts, _question, context) => wordsView(parts, context),
  conflict: () => undefined,
};

function formsByKey(words: readonly string[], language: string): Map<string, string> {
  const forms = new Map<string, string>();
  for (const form of words) {
    const key = wordKey(form, language);
    if (!forms.has(key)) forms.set(key, form);
  }
  return forms;
}

export function wordsView(parts: WordsParts, { language, blockList }: PollContext): WordsView {
  const words: WordCount[] = [];
  let hidden = 0;
  for (const [key, forms] of parts) {
    // By code point, then stably by count: the first form is the most frequent, the first by code point where tied.
    const variants = [...forms].sort(([a], [b]) => compareCodePoints(a, b)).sort(([, a], [, b]) => b - a);
    const count = variants.reduce((sum, [, n]) => sum + n, 0);
    if (blockList && isListed(key, language)) hidden += count;
    else words.push({ word: variants[0]?.[0] ?? key, count, variants: Object.fromEntries(variants) });
  }
  words.sort((a, b) => b.count - a.count || compareCodePoints(a.word, b.word));
  return blockList ? { words, hidden } : { words };
}
