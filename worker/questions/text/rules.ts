import * as v from "valibot";
import { limits } from "../../shared/limits.ts";
import { compareCodePoints } from "../../shared/text.ts";
import type { QuestionRules } from "../rules.ts";
import { commonEntries, textUpTo, type WithId, wholeNumber } from "../schema.ts";

const definition = v.strictObject({
  ...commonEntries,
  type: v.literal("text"),
  text: textUpTo(limits.questionLength),
  maxLength: v.optional(wholeNumber(1, limits.textLength), 250),
});

const answerShape = v.strictObject({ text: textUpTo(limits.textLength) });

export type TextDraft = v.InferOutput<typeof definition>;
export type TextQuestion = WithId<TextDraft>;
export type TextAnswer = v.InferOutput<typeof answerShape>;
/** Attendee → what they wrote and when (milliseconds). The attendee stays inside the service. */
export type TextParts = Map<string, { text: string; at: number }>;
/** `at` in ISO 8601, oldest first. */
export type TextView = { entries: { text: string; at: string }[] };

export const textRules: QuestionRules<TextDraft, TextQuestion, TextAnswer, TextParts, TextView> = {
  definition,
  answerShape,
  withIds: ({ id, ...rest }, newId) => ({ id: id ?? newId(), ...rest }),
  answerSchema: ({ maxLength }) => v.strictObject({ text: textUpTo(maxLength) }),
  empty: () => new Map(),
  add(parts, answer, weight, { attendee, at }) {
    if (weight === 1) parts.set(attendee, { text: answer.text, at });
    else parts.delete(attendee);
  },
  merge(into, from) {
    for (const [attendee, entry] of from) into.set(attendee, entry);
  },
  view: (parts) => ({
    entries: [...parts.values()]
      .sort((a, b) => a.at - b.at || compareCodePoints(a.text, b.text))
      .map(({ text, at }) => ({ text, at: new Date(at).toISOString() })),
  }),
  conflict: () => undefined,
};
