/** A poll as the organiser's form holds it. Pure; keys of new questions and items come from `newKey`. */

import type { QuestionType } from "../../worker/questions/registry.ts";
import { isPlainObject } from "../../worker/shared/plain-object.ts";
import {
  type CommonFields,
  type DraftNumber,
  moved,
  type NewKey,
  readFlag,
  readId,
  readNumber,
  readText,
} from "../questions/draft.ts";
import { type DraftQuestion, editorOf, isQuestionType } from "../questions/editors.ts";
import {
  apartByLanguage,
  copiedTranslations,
  type DraftTranslations,
  readTranslations,
  withTranslations,
} from "./draft-translations.ts";
import { keyedPath } from "./field-place.ts";

export type Draft = {
  title: string;
  language: string;
  settings: DraftSettings;
  questions: DraftQuestion[];
  /** The language that the form shows beside the poll's own; empty where the poll has no other. */
  also: string;
  translations: DraftTranslations;
};

/** `accent`: as typed, empty for none. The words as typed too, one a line. */
export type DraftSettings = {
  blockList: boolean;
  blockedWords: string;
  allowedWords: string;
  embed: boolean;
  sharedDevice: boolean;
  /** Undefined: the service's own. */
  retentionDays: DraftNumber | undefined;
  accent: string;
  logo: { image: string; alt: string } | null;
};

export function emptyDraft(language: string): Draft {
  return { title: "", language, settings: readSettings({}), questions: [], also: "", translations: {} };
}

export function addQuestion(draft: Draft, type: QuestionType, newKey: NewKey): Draft {
  return {
    ...draft,
    questions: [...draft.questions, { ...commonFields({}, newKey), ...editorOf(type).blank(newKey) }],
  };
}

export function replaceQuestion(draft: Draft, question: DraftQuestion): Draft {
  return { ...draft, questions: draft.questions.map((other) => (other.key === question.key ? question : other)) };
}

export function removeQuestion(draft: Draft, key: string): Draft {
  return { ...draft, questions: draft.questions.filter((question) => question.key !== key) };
}

/** By `step` places; the same order where it would go past an end. */
export function moveQuestion(draft: Draft, key: string, step: number): Draft {
  return { ...draft, questions: moved(draft.questions, key, step) };
}

/** The copy stands after the original and has no ids: its answers will be its own. */
export function duplicateQuestion(draft: Draft, key: string, newKey: NewKey): Draft {
  const index = draft.questions.findIndex((question) => question.key === key);
  const original = draft.questions[index];
  const copy = readQuestion(withoutFields(original, ["key", "id"]), newKey);
  if (original === undefined || copy === undefined) return draft;
  return {
    ...draft,
    questions: draft.questions.toSpliced(index + 1, 0, copy),
    translations: copiedTranslations(draft.translations, original, copy),
  };
}

/** The definition to send, as the contract has it. */
export function definitionOf({ title, language, settings, questions, also, translations }: Draft): object {
  const { blockList, embed, sharedDevice, retentionDays, accent, logo } = settings;
  const blockedWords = linesOf(settings.blockedWords);
  const allowedWords = linesOf(settings.allowedWords);
  const written = questions.map(({ notes, ...rest }) => (notes.trim() === "" ? rest : { ...rest, notes }));
  const texts = withTranslations({ title, questions: written }, language, also === "" ? {} : translations);
  return {
    title: texts.title,
    language,
    questions: withoutFields(texts.questions, ["key"]),
    settings: {
      blockList,
      ...(blockedWords.length === 0 ? {} : { blockedWords }),
      ...(allowedWords.length === 0 ? {} : { allowedWords }),
      ...(embed ? { embed } : {}),
      ...(sharedDevice ? { sharedDevice } : {}),
      ...(retentionDays === undefined ? {} : { retentionDays }),
      ...(accent.trim() === "" ? {} : { accent }),
      ...(logo === null ? {} : { logo }),
    },
  };
}

/**
 * A draft from any JSON, as much as the form can hold. `left` names what it can't, by path: unknown fields, questions of
 * an unknown type.
 */
export function readDraft(raw: unknown, language: string, newKey: NewKey): { draft: Draft; left: string[] } {
  if (!isPlainObject(raw)) return { draft: emptyDraft(language), left: [] };
  const settings = isPlainObject(raw.settings) ? raw.settings : {};
  const questions: unknown[] = Array.isArray(raw.questions) ? raw.questions : [];
  const own = typeof raw.language === "string" ? raw.language : language;
  const apart = apartByLanguage({ title: raw.title, questions: questions.filter(isReadable) }, own);
  const inOwn: unknown[] = Array.isArray(apart.raw.questions) ? apart.raw.questions : [];
  const draft: Draft = {
    title: readText(apart.raw.title),
    language: own,
    settings: readSettings(settings),
    questions: inOwn.map((question) => readQuestion(question, newKey)).filter((question) => question !== undefined),
    also: "",
    translations: {},
  };
  const translations = readTranslations(apart.others, own, (path) => keyedPath(draft, path));
  const read = [...draft.questions];
  return {
    draft: { ...draft, translations, also: Object.keys(translations)[0] ?? "" },
    left: [
      ...unknownFields("", raw, { title: "", language: "", questions: [], settings: {} }),
      ...unknownFields("settings", settings, readSettings(settings)),
      ...questions.flatMap((question, index) =>
        lostOf(`questions.${index}`, question, isReadable(question) ? read.shift() : undefined),
      ),
    ],
  };
}

function readSettings(raw: Record<string, unknown>): DraftSettings {
  const { logo } = raw;
  return {
    blockList: readFlag(raw.blockList, true),
    blockedWords: readLines(raw.blockedWords),
    allowedWords: readLines(raw.allowedWords),
    embed: readFlag(raw.embed, false),
    sharedDevice: readFlag(raw.sharedDevice, false),
    retentionDays: raw.retentionDays === undefined ? undefined : readNumber(raw.retentionDays, null),
    accent: readText(raw.accent),
    logo: isPlainObject(logo) ? { image: readText(logo.image), alt: readText(logo.alt) } : null,
  };
}

function readLines(value: unknown): string {
  return Array.isArray(value) ? value.map(readText).join("\n") : "";
}

function linesOf(text: string): string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}

function isReadable(raw: unknown): boolean {
  return isPlainObject(raw) && isQuestionType(raw.type);
}

function readQuestion(raw: unknown, newKey: NewKey): DraftQuestion | undefined {
  if (!isPlainObject(raw) || !isQuestionType(raw.type)) return undefined;
  return { ...commonFields(raw, newKey), ...editorOf(raw.type).read(raw, newKey) };
}

function commonFields(raw: Record<string, unknown>, newKey: NewKey): CommonFields {
  return {
    key: newKey(),
    ...readId(raw.id),
    text: readText(raw.text),
    changeable: readFlag(raw.changeable, true),
    skippable: readFlag(raw.skippable, false),
    resultsHidden: readFlag(raw.resultsHidden, false),
    resultsOnPhones: readFlag(raw.resultsOnPhones, false),
    notes: readText(raw.notes),
  };
}

function lostOf(path: string, raw: unknown, read: object | undefined): string[] {
  if (read === undefined) return [path];
  return isPlainObject(raw) ? unknownFields(path, raw, read) : [];
}

function unknownFields(path: string, raw: Record<string, unknown>, known: object): string[] {
  return Object.keys(raw)
    .filter((name) => !Object.hasOwn(known, name))
    .map((name) => (path === "" ? name : `${path}.${name}`));
}

function withoutFields(value: unknown, names: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((entry) => withoutFields(entry, names));
  if (!isPlainObject(value)) return value;
  const kept = Object.entries(value).filter(([name]) => !names.includes(name));
  return Object.fromEntries(kept.map(([name, entry]) => [name, withoutFields(entry, names)]));
}

/**
 * `current` with the ids that the service gave to what was `sent`, so that the next saving changes the same questions.
 * The two may differ by what was written meanwhile; keys tell what is the same.
 */
export function withSavedIds(current: Draft, sent: Draft, saved: unknown): Draft {
  const ids = new Map<string, string>();
  collectIds(sent.questions, isPlainObject(saved) ? saved.questions : undefined, ids);
  return { ...current, questions: current.questions.map((question) => withIds(question, ids)) };
}

function collectIds(sent: unknown, saved: unknown, ids: Map<string, string>): void {
  if (Array.isArray(sent) && Array.isArray(saved)) {
    for (const [index, entry] of sent.entries()) collectIds(entry, saved[index], ids);
  } else if (isPlainObject(sent) && isPlainObject(saved)) {
    if (typeof sent.key === "string" && typeof saved.id === "string") ids.set(sent.key, saved.id);
    for (const [name, entry] of Object.entries(sent)) collectIds(entry, saved[name], ids);
  }
}

function withIds(question: DraftQuestion, ids: ReadonlyMap<string, string>): DraftQuestion {
  const given = <T extends { key: string }>(entry: T): T => {
    const id = ids.get(entry.key);
    return id === undefined ? entry : { ...entry, id };
  };
  switch (question.type) {
    case "choice":
      return given({ ...question, options: question.options.map(given) });
    case "ranking":
      return given({ ...question, options: question.options.map(given) });
    case "points":
      return given({ ...question, options: question.options.map(given) });
    case "scale":
      return given({ ...question, statements: question.statements.map(given) });
    case "grid":
      return given({ ...question, items: question.items.map(given) });
    case "words":
    case "text":
    case "number":
      return given(question);
  }
}

/** The first question of `after` that `before` has otherwise or not at all, by its key. */
export function changedQuestion(before: Draft, after: Draft): string | null {
  const known = new Map(before.questions.map((question) => [question.key, JSON.stringify(question)]));
  return after.questions.find((question) => known.get(question.key) !== JSON.stringify(question))?.key ?? null;
}

/** Whether `stored` is what `draft` would be stored as: the same but for ids that the service gave. */
export function isStoredAs(draft: Draft, stored: unknown, newKey: NewKey): boolean {
  const read = readDraft(stored, draft.language, newKey).draft;
  return sameDefinition(withSavedIds(draft, draft, stored), read);
}

/** Whether saving both would store the same. */
export function sameDefinition(a: Draft, b: Draft): boolean {
  return JSON.stringify(definitionOf(a)) === JSON.stringify(definitionOf(b));
}
