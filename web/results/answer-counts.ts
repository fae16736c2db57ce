/** How many answered a question, by round. */
import type { QuestionResult } from "../../worker/poll/results.ts";
import type { Texts } from "./results-texts.ts";

export type ShownRound = Pick<QuestionResult, "answered" | "tally" | "cloud">;

export function roundsOf({ secondRound, ...first }: QuestionResult): ShownRound[] {
  return secondRound === undefined ? [first] : [first, secondRound];
}

export function answersIn({ answered, skipped }: QuestionResult["tally"], t: Texts): string {
  const answers = t("results.answers", { n: answered });
  return skipped === undefined ? answers : t("results.answersAndSkipped", { answers, skipped });
}
