import type { WordsQuestion, WordsView } from "../../../worker/questions/words/rules.ts";
import type { ResultList } from "../result-list.ts";

export const results: ResultList<WordsQuestion, WordsView> = {
  rows: (_question, { words }, t) => words.map(({ word, count }) => ({ text: word, figure: t("figure", { count }) })),
};
