/** A poll's definition: what an organiser writes. Parsed whole or refused whole. */
import * as v from "valibot";
import { isQuestionType, type Question, type QuestionDraft, questionRules, rulesOf } from "../questions/registry.ts";
import type { PollContext } from "../questions/rules.ts";
import { haveDistinctIds, textUpTo } from "../questions/schema.ts";
import { fieldErrors } from "../shared/field-errors.ts";
import { isLanguage } from "../shared/languages.ts";
import { limits } from "../shared/limits.ts";
import { isPlainObject } from "../shared/plain-object.ts";
import { type FieldError, fieldError, ok, type Result, refuse } from "../shared/result.ts";
import { wordKey } from "../shared/text.ts";
import { accentSchema, logoSchema } from "./looks.ts";
import { errorsIn, ownErrors, sentIn, type Translations, takeApart, translationsOf } from "./translations.ts";

/** A word or a few; whole words are compared, by the poll's language. */
const ownWords = v.pipe(
  v.array(
    v.pipe(
      textUpTo(limits.wordLength),
      v.check((word) => wordKey(word, "en") !== "", "is punctuation alone"),
    ),
  ),
  v.maxLength(limits.ownWords, `takes at most ${limits.ownWords}`),
);

const settingsSchema = v.strictObject({
  /** Listed words are not shown and count as hidden. */
  blockList: v.optional(v.boolean(), true),
  /** The poll's own beside the kept list, whether that is on or off, and those that the kept list may not hide. */
  blockedWords: v.optional(ownWords),
  allowedWords: v.optional(ownWords),
  /** Whether frames in slides, which hold no key, may show results while the stage does. Absent: they may not. */
  embed: v.optional(v.boolean()),
  /** Whether a phone that is handed on may answer once more, as somebody else. Absent: it may not. */
  sharedDevice: v.optional(v.boolean()),
  /** Days after closing until a run's ballots are erased; its tallies stay. Absent: the deployment's. */
  retentionDays: v.optional(
    v.pipe(
      v.number(),
      v.integer(),
      v.minValue(limits.retentionDays.min, `must be at least ${limits.retentionDays.min}`),
      v.maxValue(limits.retentionDays.max, `must be at most ${limits.retentionDays.max}`),
    ),
  ),
  accent: v.optional(accentSchema),
  logo: v.optional(logoSchema),
});

/** More than anybody reads of a definition's. */
const manyErrors = 100;

const languageSchema = v.pipe(v.string(), v.check(isLanguage, "is not a language tag such as sv or en"));

const unknownType: v.GenericSchema<unknown, never> = v.pipe(
  v.looseObject({
    type: v.picklist(Object.keys(questionRules), `must be one of ${Object.keys(questionRules).join(", ")}`),
  }),
  v.transform((): never => {
    throw new Error("a known type has its own schema");
  }),
);

/** A question's schema is its type's own, found in the registry, so that a new type needs no line here. */
const questionSchema = v.lazy((input): v.GenericSchema<unknown, QuestionDraft> => {
  const type = isPlainObject(input) ? input.type : undefined;
  return isQuestionType(type) ? rulesOf(type).definition : unknownType;
});

export const definitionSchema = v.strictObject({
  title: textUpTo(limits.titleLength),
  language: languageSchema,
  questions: v.pipe(
    v.array(questionSchema),
    v.minLength(1, "needs at least 1"),
    v.maxLength(limits.questions, `takes at most ${limits.questions}`),
    v.check((questions) => haveDistinctIds(questions), "has an id twice"),
  ),
  settings: v.optional(settingsSchema, {}),
});

export type Definition = {
  title: string;
  language: string;
  questions: Question[];
  settings: v.InferOutput<typeof settingsSchema>;
  /** There where texts were given in other languages besides. */
  translations?: Translations;
};

/**
 * The definition with defaults filled in and every id in place; `randomId` makes those that are missing. A text for people
 * may be sent in several languages, the poll's own among them, and is held to the same rules in each.
 */
export function parseDefinition(input: unknown, randomId: () => string): Result<Definition, FieldError[]> {
  if (!isPlainObject(input)) return refuse([fieldError("", "type", "must be an object")]);
  // Said at once: to look at thousands of them would hold up everybody's answers.
  if (Array.isArray(input.questions) && input.questions.length > limits.questions) {
    return refuse([fieldError("questions", "max-length", `takes at most ${limits.questions}`)]);
  }
  const apart = takeApart(input);
  const parsed = v.safeParse(definitionSchema, apart.own);
  const errors = [...apart.errors, ...(parsed.success ? [] : ownErrors(fieldErrors(parsed.issues), apart))];
  const others = new Map<string, v.InferOutput<typeof definitionSchema>>();
  // Where the own language has so many, the others would only repeat them.
  for (const other of errors.length > manyErrors ? [] : apart.others) {
    const inOther = v.safeParse(definitionSchema, sentIn(other, input, apart));
    if (inOther.success) others.set(other, inOther.output);
    else errors.push(...errorsIn(other, fieldErrors(inOther.issues), apart));
  }
  if (!parsed.success || errors.length > 0) return refuse(errors);
  const { title, language, questions, settings } = parsed.output;
  const newId = distinctFrom(givenIds(questions), randomId);
  const definition: Definition = {
    title,
    language,
    questions: questions.map((draft) => rulesOf(draft.type).withIds(draft, newId)),
    settings,
  };
  return ok(
    others.size === 0 ? definition : { ...definition, translations: translationsOf(definition, others, apart) },
  );
}

function givenIds(value: unknown): Set<string> {
  const ids = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    else if (isPlainObject(node)) {
      if (typeof node.id === "string") ids.add(node.id);
      Object.values(node).forEach(visit);
    }
  };
  visit(value);
  return ids;
}

function distinctFrom(taken: Set<string>, randomId: () => string): () => string {
  return () => {
    let id = randomId();
    while (taken.has(id)) id = randomId();
    taken.add(id);
    return id;
  };
}

/**
 * Why `after` can't replace `before` while the questions in `answered` have answers: they keep their id and type, and what
 * their ballots name.
 */
export function definitionConflicts(
  before: Definition,
  after: Definition,
  answered: ReadonlySet<string>,
): FieldError[] {
  return before.questions.flatMap((question) => {
    if (!answered.has(question.id)) return [];
    const index = after.questions.findIndex(({ id }) => id === question.id);
    const successor = after.questions[index];
    if (successor === undefined) {
      return [fieldError("questions", "answered", `lacks ${JSON.stringify(question.id)}, which has answers`)];
    }
    const path = `questions.${index}`;
    if (successor.type !== question.type) {
      return [fieldError(`${path}.type`, "answered", `was ${question.type}, and the question has answers`)];
    }
    const conflict = rulesOf(question.type).conflict(question, successor);
    return conflict === undefined ? [] : [{ ...conflict, path: `${path}.${conflict.path}` }];
  });
}

const contexts = new WeakMap<Definition, PollContext>();

/** One and the same for the same definition, so that what is remembered with it is found again. */
export function contextOf(definition: Definition): PollContext {
  let context = contexts.get(definition);
  if (context === undefined) {
    const { blockList, blockedWords, allowedWords } = definition.settings;
    context = { language: definition.language, blockList, blockedWords, allowedWords };
    contexts.set(definition, context);
  }
  return context;
}

export function questionById(definition: Definition, id: string): Question | undefined {
  return definition.questions.find((question) => question.id === id);
}
