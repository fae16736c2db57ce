/**
 * A draft's texts in other languages than its own. They lie beside it by place, as the form names places: by key
 * (`questions.k4.options.k7.text`), so that a text's translation moves with it. Pure.
 */

import { besideOthers, byField, type EntryName, mapTexts } from "../../worker/shared/people-texts.ts";
import { isPlainObject } from "../../worker/shared/plain-object.ts";
import { type RawFields, readText } from "../questions/draft.ts";

/** Language → place → text. */
export type DraftTranslations = Record<string, Record<string, string>>;

const byKey = byField("key");

/** Leaves out what the form can't hold, and so no place of. */
const amongFields: EntryName = (_, index, list) => String(list.slice(0, index).filter(isPlainObject).length);

export function translationAt(translations: DraftTranslations, language: string, place: string): string {
  return (Object.hasOwn(translations, language) ? translations[language]?.[place] : undefined) ?? "";
}

export function withTranslation(
  translations: DraftTranslations,
  language: string,
  place: string,
  text: string,
): DraftTranslations {
  const texts = Object.hasOwn(translations, language) ? translations[language] : {};
  return { ...translations, [language]: { ...texts, [place]: text } };
}

/** A definition's own texts alone, and what stood beside them, by position. */
export function apartByLanguage(raw: RawFields, own: string): { raw: RawFields; others: [string, RawFields][] } {
  const others: [string, RawFields][] = [];
  const ofOwn = mapTexts(
    raw,
    (text, path) => {
      if (!isPlainObject(text)) return undefined;
      others.push([path, text]);
      return Object.hasOwn(text, own) ? readText(text[own]) : "";
    },
    amongFields,
  );
  return { raw: ofOwn, others };
}

/** `others` as above; `placeOf` says how the form names a position. */
export function readTranslations(
  others: readonly [string, RawFields][],
  own: string,
  placeOf: (path: string) => string,
): DraftTranslations {
  let translations: DraftTranslations = {};
  for (const [path, texts] of others) {
    for (const [language, text] of Object.entries(texts)) {
      if (language !== own) translations = withTranslation(translations, language, placeOf(path), readText(text));
    }
  }
  return translations;
}

/** With each text as the contract has it: by language where it has others, and what is not written left out. */
export function withTranslations(draft: RawFields, own: string, translations: DraftTranslations): RawFields {
  const languages = Object.keys(translations).filter((language) => language !== own);
  const written = (language: string, place: string) => {
    const text = translationAt(translations, language, place);
    return text.trim() === "" ? undefined : text;
  };
  return besideOthers(draft, own, languages, written, byKey);
}

/** Texts as `language` has them, and where it does what stood there before, by place. */
export function inTranslation<D extends { title: string; questions: readonly object[] }>(
  draft: D,
  texts: Record<string, string>,
): { draft: D; before: Record<string, string> } {
  const before: Record<string, string> = {};
  const { title, questions } = draft;
  const changed = mapTexts<{ title: string; questions: D["questions"] }>(
    { title, questions },
    (text, place) => {
      const other = texts[place] ?? "";
      if (other.trim() === "") return undefined;
      before[place] = readText(text);
      return other;
    },
    byKey,
  );
  return { draft: { ...draft, ...changed }, before };
}

/** With what `from` has of each text also beside the same text of `to`, which is its copy under other keys. */
export function copiedTranslations(translations: DraftTranslations, from: object, to: object): DraftTranslations {
  const [before, after] = [placesIn(from), placesIn(to)];
  let copied = translations;
  for (const language of Object.keys(translations)) {
    for (const [index, place] of before.entries()) {
      const text = translationAt(translations, language, place);
      const there = after[index];
      if (text !== "" && there !== undefined) copied = withTranslation(copied, language, there, text);
    }
  }
  return copied;
}

/** Of one question's texts, in order. */
function placesIn(question: object): string[] {
  const places: string[] = [];
  const note = (_: unknown, place: string) => {
    places.push(place);
    return undefined;
  };
  mapTexts({ questions: [question] }, note, byKey);
  return places;
}
