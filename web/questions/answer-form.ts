/** What a question type must have on the phone: its controls, the way between them and an answer, and a plain tally. */
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
  /** BCP 47, the poll's: the language of what its organiser wrote. */
  language: string;
  problem: FormProblem | null;
  t: VoteTranslate;
};

/**
 * A line of a tally: what it is of, its figure in words or a count that its share is of, the length of its bar from 0 to 1 or
 * the heights of columns for each value of a scale, and how many left it out.
 */
export type ResultRow = {
  text: string;
  figure?: string;
  count?: number;
  share?: number;
  columns?: number[];
  skipped?: number;
};

/** Pure and without a DOM. Method syntax on purpose, see `QuestionRules`. */
export interface AnswerForm<Q, A, V> {
  Fields(props: FieldsProps<Q>): JSX.Element;
  /** Said under the controls, of what the presenter has shown; nothing before that. `answer`: the stored one. */
  Revealed?(props: { question: Q; answer: A | null; t: VoteTranslate }): JSX.Element | null;
  /** The tally as a plain list, where phones are shown it; the most important first. */
  resultRows(question: Q, tally: V & { answered: number }, t: VoteTranslate): ResultRow[];
  /** What an untouched form of the question gives; with `answer` filled in where there is one, as `language` writes it. */
  entriesOf(question: Q, answer: A | null, language: string): Entries;
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
