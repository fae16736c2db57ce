/** Where two organisers' versions of a poll differ. Pure. */
import { isPlainObject } from "../../worker/shared/plain-object.ts";
import { type Draft, definitionOf } from "./draft.ts";

/**
 * `fields`: of a question that both have, what differs in it, by name. `path` is by position: in mine, or in theirs where I
 * don't have it. `text`: the question's own.
 */
export type Difference =
  | { kind: "title" | "language" | "settings" | "order" }
  | { kind: "question"; path: string; text: string; fields: string[] }
  | { kind: "mine" | "theirs"; path: string; text: string };

export function differencesOf(mine: Draft, theirs: Draft): Difference[] {
  const [own, other] = [fieldsOf(mine), fieldsOf(theirs)];
  const parts = (["title", "language", "settings"] as const)
    .filter((kind) => !isSame(own[kind], other[kind]))
    .map((kind): Difference => ({ kind }));
  const [ownQuestions, otherQuestions] = [questionsOf(own), questionsOf(other)];
  const inCommon = (listed: Listed[], among: Listed[]) => listed.filter(({ id }) => among.some((one) => one.id === id));
  const questions = ownQuestions.map(({ id, path, text, question }): Difference | null => {
    const there = otherQuestions.find((one) => one.id === id);
    if (there === undefined) return { kind: "mine", path, text };
    const fields = [...new Set([...Object.keys(question), ...Object.keys(there.question)])];
    const differing = fields.filter((name) => !isSame(question[name], there.question[name]));
    return differing.length === 0 ? null : { kind: "question", path, text, fields: differing };
  });
  const added = otherQuestions
    .filter(({ id }) => ownQuestions.every((one) => one.id !== id))
    .map(({ path, text }): Difference => ({ kind: "theirs", path, text }));
  const ids = (listed: Listed[]) => listed.map(({ id }) => id);
  const [ownOrder, otherOrder] = [inCommon(ownQuestions, otherQuestions), inCommon(otherQuestions, ownQuestions)];
  const order: Difference[] = isSame(ids(ownOrder), ids(otherOrder)) ? [] : [{ kind: "order" }];
  return [...parts, ...order, ...questions.filter((difference) => difference !== null), ...added];
}

type Fields = Record<string, unknown>;
type Listed = { id: unknown; path: string; text: string; question: Fields };

function fieldsOf(draft: Draft): Fields {
  return Object.fromEntries(Object.entries(definitionOf(draft)));
}

function questionsOf({ questions, language }: Fields): Listed[] {
  const list: unknown[] = Array.isArray(questions) ? questions : [];
  return list.filter(isPlainObject).map((question, index) => {
    const { text } = question;
    const own = isPlainObject(text) && typeof language === "string" ? text[language] : text;
    // One that the service has not seen yet is nobody else's.
    return { id: question.id ?? `new ${index}`, path: `questions.${index}`, text: String(own ?? ""), question };
  });
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
