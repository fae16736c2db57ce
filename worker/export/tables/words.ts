import type { WordsQuestion, WordsView } from "../../questions/words/rules.ts";
import type { TableMaker } from "./table.ts";

export const wordsTable: TableMaker<WordsView, WordsQuestion> = {
  table: ({ words }) => ({
    of: "word",
    columns: ["count"],
    rows: words.map(({ word, count }) => ({ item: word, figures: [count] })),
  }),
};
