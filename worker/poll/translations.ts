/**
 * A poll whose texts are given in several languages. Taken apart when it is sent: what stands in the definition is in the
 * poll's own language, so that whoever works with questions meets one, and the others lie beside it. Put together again
 * when it is read.
 */
import { firstWished, isLanguage } from "../shared/languages.ts";
import { limits } from "../shared/limits.ts";
import { besideOthers, byField, type EntryName, mapQuestionTexts, mapTexts } from "../shared/people-texts.ts";
import { isPlainObject } from "../shared/plain-object.ts";
import { type FieldError, fieldError } from "../shared/result.ts";
import type { Definition } from "./definition.ts";
import type { PollStageFrame } from "./snapshots.ts";

/** Language → a text's place, by ids (`questions.q1.options.o2.text`) → the text in that language. */
export type Translations = Record<string, Record<string, string>>;

type Fields = Record<string, unknown>;

/**
 * What was sent, by language. `own`: as the definition of the poll's language alone. `given`: a text's place, by position →
 * the texts that were sent there. `others`: the languages of those besides.
 */
type Apart = { own: Fields; given: ReadonlyMap<string, Fields>; others: readonly string[]; errors: FieldError[] };

/** Stands for texts that are looked at elsewhere: no rule refuses it. */
const standIn = "x";

const byId = byField("id");

export function takeApart(sent: Fields): Apart {
  const given = new Map<string, Fields>();
  const { language } = sent;
  if (typeof language !== "string") return { own: sent, given, others: [], errors: [] };
  const own = mapTexts(sent, (text, path) => {
    if (!isPlainObject(text)) return undefined;
    given.set(path, text);
    return Object.hasOwn(text, language) ? text[language] : standIn;
  });
  const others = new Set([...given.values()].flatMap((texts) => Object.keys(texts)));
  others.delete(language);
  const errors = languageErrors(given, language);
  return { own, given, errors, others: errors.length > 0 ? [] : [...others] };
}

function languageErrors(given: Apart["given"], own: string): FieldError[] {
  const known = new Set([own]);
  const errors: FieldError[] = [];
  for (const [path, texts] of given) {
    if (!Object.hasOwn(texts, own)) errors.push(fieldError(`${path}.${own}`, "missing", "is missing"));
    for (const tag of Object.keys(texts)) {
      known.add(tag);
      if (!isLanguage(tag)) {
        errors.push(fieldError(`${path}.${tag}`, "language", "is not a language tag such as sv or en"));
      } else if (known.size > limits.languages) {
        errors.push(fieldError(`${path}.${tag}`, "languages", `is more than the ${limits.languages} a poll can have`));
        return errors;
      }
    }
  }
  return errors;
}

/** As the definition of `language`. Texts that aren't given in it are looked at in the poll's own. */
export function sentIn(language: string, sent: Fields, { given }: Apart): Fields {
  return mapTexts(sent, (_, path) => (isGivenIn(language, path, given) ? given.get(path)?.[language] : standIn));
}

function isGivenIn(language: string, path: string, given: Apart["given"]): boolean {
  return Object.hasOwn(given.get(path) ?? {}, language);
}

/** The errors of the definition in the poll's language, those of texts with others beside them named in it. */
export function ownErrors(errors: readonly FieldError[], { own, given }: Apart): FieldError[] {
  return errors.map((error) =>
    given.has(error.path) && error.rule !== "unknown-field"
      ? { ...error, path: `${error.path}.${own.language}` }
      : error,
  );
}

/** The errors of texts that were given in `language`, named in it. */
export function errorsIn(language: string, errors: readonly FieldError[], { given }: Apart): FieldError[] {
  return errors
    .filter(({ path, rule }) => isGivenIn(language, path, given) && rule !== "unknown-field")
    .map((error) => ({ ...error, path: `${error.path}.${language}` }));
}

/** `others`: what was sent in each other language, parsed. `definition` has every id in place. */
export function translationsOf(
  definition: Definition,
  others: ReadonlyMap<string, Fields>,
  { given }: Apart,
): Translations {
  const places = textsOf(definition, byId);
  return Object.fromEntries(
    [...others].map(([language, inOther]) => {
      const texts = textsOf(inOther).flatMap(([path, text], index): [string, string][] => {
        const place = places[index]?.[0];
        return place !== undefined && typeof text === "string" && isGivenIn(language, path, given)
          ? [[place, text]]
          : [];
      });
      return [language, Object.fromEntries(texts)];
    }),
  );
}

function textsOf(definition: Fields, nameOf?: EntryName): [path: string, text: unknown][] {
  const texts: [string, unknown][] = [];
  mapTexts(definition, (text, path) => texts.push([path, text]), nameOf);
  return texts;
}

/** As it would be sent to make this very poll: where a text has others beside it, all of them by language. */
export function asWritten({ translations, ...poll }: Definition): Fields {
  if (translations === undefined) return poll;
  const languages = Object.keys(translations);
  return besideOthers(poll, poll.language, languages, (language, place) => translations[language]?.[place], byId);
}

/** What the poll can be read in, its own language first. */
export function languagesOf({ language, translations = {} }: Definition): string[] {
  return [language, ...Object.keys(translations)];
}

/** The poll's language that a reader with these wishes gets: its own where it has none of them. */
export function languageFor(definition: Definition, wishes: readonly string[]): string {
  // Asked for every phone at each change of the stage, of polls that mostly have one language.
  if (definition.translations === undefined) return definition.language;
  return firstWished(languagesOf(definition), wishes) ?? definition.language;
}

/**
 * The frame in one of the poll's languages, and the very same where that is its own or nothing of the question is given in
 * it. A text that lacks it stays as it was: whoever writes one for all languages means all.
 */
export function frameIn(frame: PollStageFrame, definition: Definition, language: string): PollStageFrame {
  const texts = language === definition.language ? undefined : definition.translations?.[language];
  if (texts === undefined) return frame;
  const { question } = frame;
  const untranslated = new Set<string>();
  const inLanguage = (text: unknown, path: string) => {
    const translated = texts[path];
    if (translated === undefined && typeof text === "string" && text !== "") untranslated.add(text);
    return translated;
  };
  const title = inLanguage(frame.title, "title") ?? frame.title;
  const place = question === null ? "" : `questions.${question.id}.`;
  if (question !== null && !Object.keys(texts).some((key) => key.startsWith(place))) return frame;
  const translated = question && mapQuestionTexts(question, (text, path) => inLanguage(text, `${place}${path}`), byId);
  return {
    ...frame,
    title,
    language,
    question: translated,
    ...(untranslated.size === 0 ? {} : { untranslated: [...untranslated] }),
  };
}
