/**
 * Where a field error belongs. The service names a field by position (`questions.0.options.1.text`); the form names it by
 * key (`questions.k4.options.k7.text`), so that an error stays with its question when that is moved. A text's translation
 * stands below the text: `questions.0.text.en`.
 */

import { labelFields, textFields } from "../../worker/shared/people-texts.ts";
import { isPlainObject } from "../../worker/shared/plain-object.ts";
import type { OrganiseCatalogue } from "../messages/organise.en.ts";
import type { Translate } from "../messages/translate.ts";
import type { Draft } from "./draft.ts";
import { translationAt } from "./draft-translations.ts";

export function keyedPath(draft: Draft, path: string): string {
  const { text, language } = apartFromLanguage(path);
  const keyed = walk(draft, text, (list, segment) => {
    const entry: unknown = list[Number(segment)];
    return [entry, isPlainObject(entry) && typeof entry.key === "string" ? entry.key : segment];
  }).path;
  return language === undefined || language === draft.language ? keyed : `${keyed}.${language}`;
}

/** The path of the text itself, and the language that stands below it, where one does. */
export function apartFromLanguage(path: string): { text: string; language?: string } {
  const segments = path.split(".");
  const [list = "", field = "", language] = ["", "", ...segments].slice(-3);
  if (language === undefined) return { text: path };
  const isBelowText = field === "title" || textFields.includes(field) || labelFields.includes(list);
  return isBelowText ? { text: segments.slice(0, -1).join("."), language } : { text: path };
}

/** The path by position again, or undefined where the question or item is no longer there. */
export function indexedPath(draft: Draft, path: string): string | undefined {
  return byKey(draft, path)?.path;
}

/** The errors whose fields still hold, in `after`, what they held in `before`. */
export function stillWrong<E extends { path: string }>(errors: E[], before: Draft, after: Draft): E[] {
  return errors.filter(({ path }) => {
    const [old, now] = [byKey(before, path), byKey(after, path)];
    return now !== undefined && JSON.stringify(old?.value) === JSON.stringify(now.value);
  });
}

type Walked = { path: string; value: unknown };

function byKey(draft: Draft, path: string): Walked | undefined {
  let gone = false;
  const { text, language } = apartFromLanguage(path);
  const walked = walk(draft, text, (list, segment) => {
    const index = list.findIndex((entry) => isPlainObject(entry) && entry.key === segment);
    // A position that the draft has nothing at stays a position: the service may name one past the end.
    if (index < 0 && !/^\d+$/.test(segment)) gone = true;
    return index < 0 ? [list[Number(segment)], segment] : [list[index], String(index)];
  });
  if (gone || language === undefined) return gone ? undefined : walked;
  return { path: `${walked.path}.${language}`, value: translationAt(draft.translations, language, text) };
}

function walk(draft: Draft, path: string, step: (list: unknown[], segment: string) => [unknown, string]): Walked {
  let node: unknown = draft;
  const names: string[] = [];
  for (const segment of path.split(".")) {
    // What is a list in the definition may be one field here, with a line an entry.
    if (typeof node === "string") break;
    const [entry, name]: [unknown, string] = Array.isArray(node)
      ? step(node, segment)
      : [isPlainObject(node) ? node[segment] : undefined, segment];
    node = entry;
    names.push(name);
  }
  return { path: names.join("."), value: node };
}

/** The key of the question that a keyed path lies in. */
export function questionKey(path: string): string | undefined {
  const [list, key] = path.split(".");
  return list === "questions" ? key : undefined;
}

/** The path and those that it lies in, the nearest first: the first that the page shows gets the focus. */
export function enclosingPaths(path: string): string[] {
  const segments = path.split(".");
  return segments.map((_, index) => segments.slice(0, segments.length - index).join("."));
}

const named = [
  "title",
  "language",
  "questions",
  "settings.blockList",
  "settings.blockedWords",
  "settings.allowedWords",
  "settings.embed",
  "settings.sharedDevice",
  "settings.retentionDays",
  "settings.accent",
  "settings.logo.image",
  "settings.logo.alt",
  "type",
  "text",
  "options",
  "statements",
  "maxChoices",
  "maxWords",
  "maxLength",
  "approveFirst",
  "total",
  "min",
  "max",
  "minLabel",
  "maxLabel",
  "unit",
  "rightValue",
  "closeWithin",
  "items",
  "xLabels",
  "xLabels.0",
  "xLabels.1",
  "yLabels",
  "yLabels.0",
  "yLabels.1",
  "changeable",
  "skippable",
  "resultsHidden",
  "resultsOnPhones",
  "notes",
] as const;

/** What the lists of a question hold. */
const lists = ["option", "statement", "item"] as const;

/** `questions.0.options.1.text` as *Question 1, option 2*. */
export function placeInWords(path: string, t: Translate<OrganiseCatalogue>): string {
  const { text, language } = apartFromLanguage(path);
  return language === undefined ? textPlaceInWords(text, t) : `${textPlaceInWords(text, t)} (${language})`;
}

function textPlaceInWords(path: string, t: Translate<OrganiseCatalogue>): string {
  const segments = path.split(".");
  const question = segments[0] === "questions" && segments[1] !== undefined ? Number(segments[1]) : undefined;
  if (question === undefined) return fieldName(path, t);
  const [list, position] = [segments[2], segments[3]];
  const parts = [t("place.question", { n: question + 1 })];
  const kind = lists.find((known) => `${known}s` === list);
  if (kind !== undefined && position !== undefined) {
    parts.push(t(`place.${kind}`, { n: Number(position) + 1 }));
    const rest = segments.slice(4).join(".");
    if (rest !== "" && rest !== "text") parts.push(inSentence(fieldName(rest, t)));
  } else if (list !== undefined) parts.push(inSentence(fieldName(segments.slice(2).join("."), t)));
  return parts.join(", ");
}

/** A field's label as it stands after a comma. */
function inSentence(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

function fieldName(path: string, t: Translate<OrganiseCatalogue>): string {
  const known = named.find((name) => name === path);
  if (known !== undefined) return t(`field.${known}`);
  return path === "" ? t("place.whole") : path;
}
