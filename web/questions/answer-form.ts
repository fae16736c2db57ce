/** What a question type must have on the phone: its controls, and the way between them and an answer. */
import type { AriaAttributes, JSX } from "preact";
import type { VoteTranslate } from "../messages/vote.sv.ts";

/** A form's named values in the order of its controls, as FormData gives them. */
export type Entries = [name: string, value: string][];

/** Why the entries are no answer: a text of the vote page, and the control it is about (the `index`th of its name). */
export type FormProblem = {
  problem: Parameters<VoteTranslate>[0];
  params?: Record<string, string | number>;
  name: string;
  index: number;
};

/** `entries` is what the controls hold to begin with, and what they hold now where they depend on each other. */
export type FieldsProps<Q> = {
  question: Q;
  entries: Entries;
  /** BCP 47, in which numbers are written. */
  language: string;
  /** BCP 47, of a text of the question. */
  languageOf(text: string): string;
  problem: FormProblem | null;
  t: VoteTranslate;
};

/** Pure and without a DOM. Method syntax on purpose, see `QuestionRules`. */
export interface AnswerForm<Q, A> {
  Fields(props: FieldsProps<Q>): JSX.Element;
  /** Said under the controls, of what the presenter has shown; nothing before that. `answer`: the stored one. */
  Revealed?(props: { question: Q; answer: A | null; t: VoteTranslate }): JSX.Element | null;
  /** What an untouched form of the question gives; with `answer` filled in where there is one, as `language` writes it. */
  entriesOf(question: Q, answer: A | null, language: string): Entries;
  /** Without a script: what the controls hold once a button of the form's own was pressed; undefined where none was. */
  pressed?(entries: Entries): Entries | undefined;
  /** `language` as above: it decides what a written number is. */
  answerFrom(question: Q, entries: Entries, language: string): { answer: A } | FormProblem;
}

export function valuesOf(entries: Entries, name: string): string[] {
  return entries.flatMap(([key, value]) => (key === name ? [value] : []));
}

/** Marks the text field that a problem is about, and ties it to the status line that says why. */
export function problemAttributes(problem: FormProblem | null, name: string, index = 0): AriaAttributes {
  if (problem === null || problem.name !== name || problem.index !== index) return {};
  return { "aria-invalid": "true", "aria-describedby": "status" };
}
