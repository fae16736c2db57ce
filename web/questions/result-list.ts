/** What a question type must have where phones are shown results: its tally as a plain list. */
import type { VoteTranslate } from "../messages/vote.sv.ts";

/** A line of a tally: what it is of, its figure in words, the length of its bar from 0 to 1, and how many left it out. */
export type ResultRow = { text: string; figure?: string; share?: number; skipped?: number };

/** Pure. Method syntax on purpose, see `QuestionRules`. */
export interface ResultList<Q, V> {
  /** The most important first. */
  rows(question: Q, tally: V & { answered: number }, t: VoteTranslate): ResultRow[];
}
