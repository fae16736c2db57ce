/** A question's tally as a table, for every format: one entry a type, so that a new type without its table does not compile. */

import type { QuestionResult } from "../poll/results.ts";
import type { Question, QuestionType, TallyView } from "../questions/registry.ts";
import { choiceTable } from "./tables/choice.ts";
import { pointsTable } from "./tables/points.ts";
import { rankingTable } from "./tables/ranking.ts";
import { scaleTable } from "./tables/scale.ts";
import type { Table, TableMaker } from "./tables/table.ts";
import { textTable } from "./tables/text.ts";
import { wordsTable } from "./tables/words.ts";

const tableMakers = {
  choice: choiceTable,
  words: wordsTable,
  text: textTable,
  scale: scaleTable,
  ranking: rankingTable,
  points: pointsTable,
} as const satisfies Record<QuestionType, TableMaker<TallyView, Question>>;

export function tableOf({ type, tally, definition }: QuestionResult): Table {
  const maker: TableMaker<TallyView, Question> = tableMakers[type];
  return maker.table(tally, definition);
}

/** The counts beside the table: who answered, and where there, who skipped and what is hidden. */
export function totalsOf({ tally }: QuestionResult): { total: "answered" | "skipped" | "hidden"; count: number }[] {
  return [
    { total: "answered", count: tally.answered },
    ...(tally.skipped === undefined ? [] : [{ total: "skipped" as const, count: tally.skipped }]),
    ...("hidden" in tally && tally.hidden !== undefined ? [{ total: "hidden" as const, count: tally.hidden }] : []),
  ];
}
