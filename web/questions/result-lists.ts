/** The results of every question type as phones are shown them, one line each: loaded with the first tally. */
import type { Question, QuestionType, TallyView } from "../../worker/questions/registry.ts";
import { results as choice } from "./choice/result-list.ts";
import { results as grid } from "./grid/result-list.ts";
import { results as number } from "./number/result-list.ts";
import { results as points } from "./points/result-list.ts";
import { results as ranking } from "./ranking/result-list.ts";
import type { ResultList } from "./result-list.ts";
import { results as scale } from "./scale/result-list.ts";
import { results as text } from "./text/result-list.ts";
import { results as words } from "./words/result-list.ts";

type AnyList = ResultList<Question, TallyView>;

const lists = { choice, words, text, scale, ranking, number, grid, points } as const satisfies Record<
  QuestionType,
  AnyList
>;

export function resultListOf(type: QuestionType): AnyList {
  return lists[type];
}
