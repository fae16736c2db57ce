/** The building blocks that all definitions and answers share. Errors carry a rule's name; pages translate by it. */
import * as v from "valibot";
import { limits } from "../shared/limits.ts";
import { isPlainObject } from "../shared/plain-object.ts";
import { cleanText, graphemeCount, isBlank, wordKey } from "../shared/text.ts";

/** Text of people: cleaned, not blank, at most `max` graphemes. */
export function textUpTo(max: number) {
  return v.pipe(
    v.string(),
    v.transform(cleanText),
    v.check((text) => !isBlank(text), "is blank"),
    v.check((text) => graphemeCount(text) <= max, `is longer than ${max} characters`),
    v.metadata({ jsonSchema: { type: "string", minLength: 1, maxLength: max } }),
  );
}

/** Text of people that is counted with what is spelt like it. */
export function countedText(max: number) {
  return v.pipe(
    textUpTo(max),
    // Whether a character is punctuation does not depend on the language, so any will do here.
    v.check((text) => wordKey(text, "en") !== "", "is punctuation alone"),
  );
}

/** A label that may be left empty. */
export function labelUpTo(max: number) {
  return v.pipe(
    v.string(),
    v.transform(cleanText),
    v.check((text) => graphemeCount(text) <= max, `is longer than ${max} characters`),
    v.metadata({ jsonSchema: { type: "string", maxLength: max } }),
  );
}

export const idPattern = /^[A-Za-z0-9_-]{1,32}$/;

/** An id as the contract allows it: kept where given, made where not. */
export const idSchema = v.pipe(v.string(), v.regex(idPattern, "must be 1 to 32 of A–Z, a–z, 0–9, _ and -"));

export const itemSchema = (max: number) => v.strictObject({ id: v.optional(idSchema), text: textUpTo(max) });

/** `min` to `max` items whose given ids differ. */
export function itemsSchema(range: { min: number; max: number }, textLength: number) {
  return v.pipe(
    v.array(itemSchema(textLength)),
    v.minLength(range.min, `needs at least ${range.min}`),
    v.maxLength(range.max, `takes at most ${range.max}`),
    v.check((items) => haveDistinctIds(items), "has an id twice"),
  );
}

export function haveDistinctIds(items: readonly { id?: string | undefined }[]): boolean {
  const ids = items.flatMap((item) => (item.id === undefined ? [] : [item.id]));
  return new Set(ids).size === ids.length;
}

export function wholeNumber(min: number, max: number) {
  return v.pipe(
    v.number(),
    v.integer("must be a whole number"),
    v.minValue(min, `must be at least ${min}`),
    v.maxValue(max, `must be at most ${max}`),
  );
}

/** The fields that every question takes. */
export const commonEntries = {
  id: v.optional(idSchema),
  changeable: v.optional(v.boolean(), true),
  skippable: v.optional(v.boolean(), false),
  resultsHidden: v.optional(v.boolean(), false),
  resultsOnPhones: v.optional(v.boolean(), false),
  /** For who presents the question: attendees never get it. */
  notes: v.optional(labelUpTo(limits.notesLength)),
};

export type Item = { id: string; text: string };

/** A draft with every id in place: `T` with `id` required. */
export type WithId<T> = Omit<T, "id"> & { id: string };

/** Items with the ids that are missing made by `newId`, which never returns one twice. */
export function withItemIds(items: readonly { id?: string | undefined; text: string }[], newId: () => string): Item[] {
  return items.map(({ id, text }) => ({ id: id ?? newId(), text }));
}

/**
 * An object from id to value. valibot's own record passes over `__proto__` and its like in silence; here every own key
 * counts, and the result's keys are own properties whatever their name.
 */
export function idRecord<T>(value: v.GenericSchema<unknown, T>, valueJsonSchema: object) {
  return v.pipe(
    v.custom<Record<string, unknown>>(isPlainObject, "must be an object"),
    v.rawTransform<Record<string, unknown>, Record<string, T>>(({ dataset, addIssue, NEVER }) => {
      const entries: [string, T][] = [];
      for (const [key, input] of Object.entries(dataset.value)) {
        const parsed = v.safeParse(value, input);
        if (parsed.success) entries.push([key, parsed.output]);
        else {
          addIssue({
            message: parsed.issues[0].message,
            path: [{ type: "object", origin: "value", input: dataset.value, key, value: input }],
          });
        }
      }
      return entries.length === Object.keys(dataset.value).length ? Object.fromEntries(entries) : NEVER;
    }),
    v.metadata({ jsonSchema: { type: "object", additionalProperties: valueJsonSchema } }),
  );
}

/** The first difference between the ids that are there and those that should be, or undefined. */
export function idsDiffer(given: readonly string[], expected: readonly Item[]): string | undefined {
  const known = new Set(expected.map((item) => item.id));
  const unknown = given.find((id) => !known.has(id));
  if (unknown !== undefined) return `names ${JSON.stringify(unknown)}, which the question does not have`;
  const present = new Set(given);
  const missing = expected.find((item) => !present.has(item.id));
  return missing === undefined ? undefined : `lacks ${JSON.stringify(missing.id)}`;
}
