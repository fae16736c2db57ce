/** A moderator's command, decided purely: what changes in the run's list, or why it can't. */
import {
  type Aliases,
  aliasesOf,
  endOf,
  type Merge,
  type Moderation,
  standingOf,
  unmoderated,
  type Verdict,
} from "../questions/moderation.ts";
import { moderableOf, type Question } from "../questions/registry.ts";
import type { PollContext } from "../questions/rules.ts";
import { limits } from "../shared/limits.ts";
import type { ModerationCommand } from "../shared/protocol.ts";
import { type FieldError, fieldError, ok, type Result, refuse } from "../shared/result.ts";
import { graphemeCount } from "../shared/text.ts";
import { contextOf, type Definition, questionById } from "./definition.ts";
import type { Refusal } from "./stage.ts";

/** Question id → what moderators have decided of its entries. */
export type RunModeration = ReadonlyMap<string, Moderation>;

/** One entry's verdict or merge from now on; null takes it away. */
export type ModerationChange = { question: string; entry: string } & (
  | { kind: "verdict"; value: Verdict | null }
  | { kind: "merge"; value: Merge | null }
);

/** What a question's moderation says, for who has sent a command: entries by key. */
export type ModerationState = {
  question: string;
  hidden: string[];
  shown: string[];
  merged: { word: string; into: string }[];
};

export function moderationOf(run: RunModeration, question: string): Moderation {
  return run.get(question) ?? unmoderated;
}

/** Undefined where all is as the command wants it already. */
export function moderate(
  run: RunModeration,
  command: ModerationCommand,
  definition: Definition,
): Result<ModerationChange | undefined, Refusal> {
  const question = questionById(definition, command.question);
  if (question === undefined) return wrong("question", "unknown-question", "is not one of this poll");
  const moderable = moderableOf(question);
  if (moderable === undefined) return wrong("question", "not-moderable", "holds nothing that attendees write");
  const context = contextOf(definition);
  const entry = moderable.keyOf(command.entry, context);
  if (entry === undefined) return wrong("entry", "entry", "names no entry of this question");
  if (command.action !== "merge" && command.into !== undefined) return wrong("into", "into", "belongs to merge alone");
  const moderation = moderationOf(run, question.id);
  switch (command.action) {
    case "hide":
      return verdict(moderation, question, entry, "hidden");
    case "show":
      return verdict(moderation, question, entry, "shown");
    case "restore":
      return verdict(moderation, question, entry, null);
    case "merge":
    case "unmerge":
      if (!moderable.merges) return wrong("action", "merge", "is for words alone");
      return command.action === "merge"
        ? merge(moderation, question, { entry, form: command.entry, intoForm: command.into }, context)
        : unmerge(moderation, question, entry);
  }
}

function verdict(
  { verdicts }: Moderation,
  { id }: Question,
  entry: string,
  value: Verdict | null,
): Result<ModerationChange | undefined, Refusal> {
  if ((verdicts.get(entry) ?? null) === value) return ok(undefined);
  if (!verdicts.has(entry) && verdicts.size >= limits.verdicts) {
    return notNow(`${limits.verdicts} entries of this question are moderated already, as many as there can be.`);
  }
  return ok({ kind: "verdict", question: id, entry, value });
}

function merge(
  moderation: Moderation,
  question: Question,
  { entry, form, intoForm }: { entry: string; form: string; intoForm: string | undefined },
  context: PollContext,
): Result<ModerationChange | undefined, Refusal> {
  if (intoForm === undefined) return wrong("into", "missing", "is missing");
  const into = moderableOf(question)?.keyOf(intoForm, context);
  if (into === undefined) return wrong("into", "entry", "is no word");
  if (graphemeCount(intoForm) > limits.wordLength) {
    return wrong("into", "max-length", `is longer than ${limits.wordLength} characters`);
  }
  if (into === entry) return wrong("into", "same", "is the same word");
  const { merges } = moderation;
  if (merges.get(entry)?.into === into) return ok(undefined);
  if (endOf(into, (key) => (key === entry ? undefined : merges.get(key)?.into)) === entry) {
    return notNow(`${quoted(intoForm)} counts as ${quoted(form)} already. Undo that first.`);
  }
  const listed = [
    { key: entry, text: form },
    { key: into, text: intoForm },
  ].find((word) => standingOf({ ...word, text: word.key }, moderation, context) === "listed");
  if (listed !== undefined) return notNow(`${quoted(listed.text)} is on the block list. Show it first.`);
  if (!merges.has(entry) && merges.size >= limits.merges) {
    return notNow(`${limits.merges} words of this question are merged already, as many as there can be.`);
  }
  return ok({ kind: "merge", question: question.id, entry, value: { into, form, intoForm } });
}

function unmerge({ merges }: Moderation, { id }: Question, entry: string): Result<ModerationChange | undefined, never> {
  return ok(merges.has(entry) ? { kind: "merge", question: id, entry, value: null } : undefined);
}

export function withChange(run: RunModeration, change: ModerationChange): RunModeration {
  const { verdicts, merges } = moderationOf(run, change.question);
  const changed =
    change.kind === "verdict"
      ? { verdicts: withEntry(verdicts, change.entry, change.value), merges }
      : { verdicts, merges: withEntry(merges, change.entry, change.value) };
  return new Map(run).set(change.question, changed);
}

function withEntry<T>(entries: ReadonlyMap<string, T>, key: string, value: T | null): ReadonlyMap<string, T> {
  const changed = new Map(entries);
  if (value === null) changed.delete(key);
  else changed.set(key, value);
  return changed;
}

export function moderationState(run: RunModeration, question: string): ModerationState {
  const { verdicts, merges } = moderationOf(run, question);
  const of = (wanted: Verdict) => [...verdicts].flatMap(([entry, value]) => (value === wanted ? [entry] : []));
  return {
    question,
    hidden: of("hidden"),
    shown: of("shown"),
    merged: [...merges.values()].map(({ form, intoForm }) => ({ word: form, into: intoForm })),
  };
}

/** The merges that count now, as lists, since they stand in JSON: a word's key, and the key of the one it counts as. */
export type RunAliases = { question: string; pairs: { key: string; into: string }[] }[];

export function aliasesOfRun(run: RunModeration, definition: Definition): RunAliases {
  const context = contextOf(definition);
  return definition.questions.flatMap(({ id }) => {
    const pairs = Array.from(aliasesOf(moderationOf(run, id), context), ([key, into]) => ({ key, into }));
    return pairs.length === 0 ? [] : [{ question: id, pairs }];
  });
}

export function aliasesOfQuestion(aliases: RunAliases, question: string): Aliases {
  const pairs = aliases.find((own) => own.question === question)?.pairs ?? [];
  return new Map(pairs.map(({ key, into }) => [key, into]));
}

/** Questions that are counted in another way under `after` than under `before`. */
export function recounted(before: RunAliases, after: RunAliases): string[] {
  const ids = new Set([...before, ...after].map(({ question }) => question));
  const plain = (aliases: RunAliases, id: string) => JSON.stringify(aliases.find(({ question }) => question === id));
  return [...ids].filter((id) => plain(before, id) !== plain(after, id));
}

function quoted(form: string): string {
  return JSON.stringify(form);
}

function wrong(path: keyof ModerationCommand, rule: string, message: string): { ok: false; error: Refusal } {
  const errors: FieldError[] = [fieldError(path, rule, message)];
  return refuse({ reason: "fields", errors });
}

function notNow(message: string): { ok: false; error: Refusal } {
  return refuse({ reason: "state", message });
}
