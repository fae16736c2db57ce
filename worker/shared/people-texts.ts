/**
 * Where in a definition its texts for people stand: those that may be given in several languages. By name alone, so that it
 * holds for what was sent, for what was parsed, and for the organiser's form. Notes and settings are the organiser's own.
 */
import { isPlainObject } from "./plain-object.ts";

type Fields = Record<string, unknown>;

export const textFields = ["text", "minLabel", "maxLabel", "unit"];
/** Lists of options and the like, each with a `text`. */
export const itemFields = ["options", "statements", "items"];
/** Lists of texts. */
export const labelFields = ["xLabels", "yLabels"];

/** What an entry of a list is called in the text's path. */
export type EntryName = (entry: unknown, index: number, list: readonly unknown[]) => string;

const byPosition: EntryName = (_, index) => String(index);

/** By what an entry's `field` holds, or by position where it has none. */
export function byField(field: string): EntryName {
  return (entry, index) => {
    const name = isPlainObject(entry) ? entry[field] : undefined;
    return typeof name === "string" ? name : String(index);
  };
}

/** A copy with each text as `change` gives it, or as it is where that gives undefined. `path`: `questions.0.options.1.text`. */
export function mapTexts<D extends Fields>(
  definition: D,
  change: (text: unknown, path: string) => string | undefined,
  nameOf?: EntryName,
): D;
export function mapTexts(
  definition: Fields,
  change: (text: unknown, path: string) => unknown,
  nameOf?: EntryName,
): Fields;
export function mapTexts(
  definition: Fields,
  change: (text: unknown, path: string) => unknown,
  nameOf: EntryName = byPosition,
): Fields {
  const titled = mapField(definition, "title", (title) => change(title, "title"));
  return mapField(titled, "questions", (questions) =>
    mapEntries(questions, nameOf, (question, name) =>
      mapQuestionTexts(question, (text, path) => change(text, `questions.${name}.${path}`), nameOf),
    ),
  );
}

/** The same of one question; `path` begins in it. Where texts stay texts, a question stays one of its type. */
export function mapQuestionTexts<Q extends object>(
  question: Q,
  change: (text: unknown, path: string) => string | undefined,
  nameOf?: EntryName,
): Q;
export function mapQuestionTexts(
  question: unknown,
  change: (text: unknown, path: string) => unknown,
  nameOf?: EntryName,
): unknown;
export function mapQuestionTexts(
  question: unknown,
  change: (text: unknown, path: string) => unknown,
  nameOf: EntryName = byPosition,
): unknown {
  if (!isPlainObject(question)) return question;
  let mapped = question;
  for (const field of textFields) mapped = mapField(mapped, field, (text) => change(text, field));
  for (const field of itemFields) {
    mapped = mapField(mapped, field, (items) =>
      mapEntries(items, nameOf, (item, name) =>
        isPlainObject(item) ? mapField(item, "text", (text) => change(text, `${field}.${name}.text`)) : item,
      ),
    );
  }
  for (const field of labelFields) {
    mapped = mapField(mapped, field, (labels) =>
      mapEntries(labels, byPosition, (label, name) => change(label, `${field}.${name}`) ?? label),
    );
  }
  return mapped;
}

/** With each text that `textIn` has in any of `others` as an object of all its languages; `own`: the language of what stands. */
export function besideOthers(
  definition: Fields,
  own: string,
  others: readonly string[],
  textIn: (language: string, place: string) => string | undefined,
  nameOf: EntryName,
): Fields {
  return mapTexts(
    definition,
    (text, place) => {
      const beside = others.flatMap((language): [string, string][] => {
        const other = textIn(language, place);
        return other === undefined ? [] : [[language, other]];
      });
      return beside.length === 0 ? undefined : Object.fromEntries([[own, text], ...beside]);
    },
    nameOf,
  );
}

function mapField(fields: Fields, name: string, change: (value: unknown) => unknown): Fields {
  return Object.hasOwn(fields, name) ? { ...fields, [name]: change(fields[name]) ?? fields[name] } : fields;
}

function mapEntries(list: unknown, nameOf: EntryName, change: (entry: unknown, name: string) => unknown): unknown {
  if (!Array.isArray(list)) return list;
  return list.map((entry: unknown, index) => change(entry, nameOf(entry, index, list)));
}
