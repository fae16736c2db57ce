/** What each question type's results say in one sentence. What lacks one does not compile. */
import type { QuestionType } from "../../worker/questions/registry.ts";
import type { Summary } from "../charts/chart-props.ts";
import { choiceSummary } from "./choice/summary.ts";
import { gridSummary } from "./grid/summary.ts";
import { numberSummary } from "./number/summary.ts";
import { pointsSummary } from "./points/summary.ts";
import { rankingSummary } from "./ranking/summary.ts";
import { scaleSummary } from "./scale/summary.ts";
import { textSummary } from "./text/summary.ts";
import { wordsSummary } from "./words/summary.ts";

export const summaries = {
  choice: choiceSummary,
  words: wordsSummary,
  text: textSummary,
  scale: scaleSummary,
  ranking: rankingSummary,
  points: pointsSummary,
  number: numberSummary,
  grid: gridSummary,
} as const satisfies Record<QuestionType, Summary>;

export function summaryOf(type: QuestionType): Summary {
  return summaries[type];
}
