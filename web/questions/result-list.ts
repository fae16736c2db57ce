/** What a question type must have where phones are shown results: its tally as a plain list. */
import type { VoteTranslate } from "../messages/vote.sv.ts";

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

/** Pure. Method syntax on purpose, see `QuestionRules`. */
export interface ResultList<Q, V> {
  /** The most important first. */
  rows(question: Q, tally: V & { answered: number }, t: VoteTranslate): ResultRow[];
}
