import * as v from "valibot";
import { limits } from "../../shared/limits.ts";
import { sha256 } from "../../shared/sha256.ts";
import { compareCodePoints } from "../../shared/text.ts";
import { type ModeratedEntry, type Moderation, type Standing, standingOf } from "../moderation.ts";
import type { PollContext, QuestionRules } from "../rules.ts";
import { commonEntries, textUpTo, type WithId, wholeNumber } from "../schema.ts";

const definition = v.strictObject({
  ...commonEntries,
  type: v.literal("text"),
  text: textUpTo(limits.questionLength),
  maxLength: v.optional(wholeNumber(1, limits.textLength), 250),
  /** Nobody sees a text until a moderator has approved it. */
  approveFirst: v.optional(v.boolean()),
});

const answerShape = v.strictObject({ text: textUpTo(limits.textLength) });

export type TextDraft = v.InferOutput<typeof definition>;
export type TextQuestion = WithId<TextDraft>;
export type TextAnswer = v.InferOutput<typeof answerShape>;
/** Attendee → what they wrote and when (milliseconds). The attendee stays inside the service. */
export type TextParts = Map<string, TextEntry>;
type TextEntry = { text: string; at: number; id: string };
/**
 * `at` in ISO 8601, oldest first; `id` for presenters alone. `hidden` where any text is, `waiting` where texts are approved
 * first: how many are not shown.
 */
export type TextView = { entries: { text: string; at: string; id?: string }[]; hidden?: number; waiting?: number };

export const textRules: QuestionRules<TextDraft, TextQuestion, TextAnswer, TextParts, TextView> = {
  definition,
  answerShape,
  withIds: ({ id, ...rest }, newId) => ({ id: id ?? newId(), ...rest }),
  answerSchema: ({ maxLength }) => v.strictObject({ text: textUpTo(maxLength) }),
  empty: () => new Map(),
  add(parts, answer, weight, { attendee, at }) {
    if (weight === 1) parts.set(attendee, { text: answer.text, at, id: textId(attendee, answer.text) });
    else parts.delete(attendee);
  },
  merge(into, from) {
    for (const [attendee, entry] of from) into.set(attendee, entry);
  },
  view: (parts, question, context, moderation) => textView(sorted(parts, question, context, moderation), question),
  forPhones(view) {
    const more = view.entries.length - limits.phoneEntries;
    return more > 0 ? { ...view, entries: view.entries.slice(-limits.phoneEntries), more } : view;
  },
  moderable: {
    keyOf: (entry) => (/^[0-9a-f]{20}$/.test(entry) ? entry : undefined),
    merges: false,
    inspect(parts, question, context, moderation) {
      const entries = sorted(parts, question, context, moderation);
      const { hidden, listed, waiting } = entries;
      const view = textView(entries, question);
      return {
        view: { ...view, entries: entries.shown.map((entry) => ({ ...publicEntry(entry), id: entry.id })) },
        list: {
          hidden: [
            ...hidden.map((entry) => ({ ...moderated(entry), by: "moderator" as const })),
            ...listed.map((entry) => ({ ...moderated(entry), by: "list" as const })),
          ],
          waiting: waiting.map(moderated),
          merged: [],
        },
      };
    },
  },
  conflict: () => undefined,
};

/**
 * Names what this attendee wrote: a text that is changed is another, so that no approval passes to it. It tells neither who
 * the attendee is nor which texts of other questions are theirs, since attendees have 96 random bits.
 */
function textId(attendee: string, text: string): string {
  const digest = sha256(`${attendee} ${text}`);
  return Array.from(digest.subarray(0, 10), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The entries by where they stand, the oldest first. */
function sorted(
  parts: TextParts,
  { approveFirst = false }: TextQuestion,
  context: PollContext,
  moderation: Moderation,
): Record<Standing, TextEntry[]> {
  const entries: Record<Standing, TextEntry[]> = { shown: [], hidden: [], listed: [], waiting: [] };
  for (const entry of [...parts.values()].sort((a, b) => a.at - b.at || compareCodePoints(a.text, b.text))) {
    entries[standingOf({ key: entry.id, text: entry.text }, moderation, context, approveFirst)].push(entry);
  }
  return entries;
}

function textView(
  { shown, hidden, listed, waiting }: Record<Standing, TextEntry[]>,
  { approveFirst = false }: TextQuestion,
): TextView {
  const notShown = hidden.length + listed.length;
  return {
    entries: shown.map(publicEntry),
    ...(notShown > 0 ? { hidden: notShown } : {}),
    ...(approveFirst ? { waiting: waiting.length } : {}),
  };
}

function publicEntry({ text, at }: TextEntry): { text: string; at: string } {
  return { text, at: new Date(at).toISOString() };
}

function moderated(entry: TextEntry): ModeratedEntry {
  return { entry: entry.id, ...publicEntry(entry) };
}
