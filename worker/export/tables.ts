/** A question's tally as a table, for every format: one entry a type, so that a new type without its table does not compile. */

import type { QuestionResult } from "../poll/results.ts";
import type { RightFigures } from "../questions/number/right-figures.ts";
import type { Question, QuestionType, TallyView } from "../questions/registry.ts";
import type { ShownTally } from "../questions/tally.ts";
import { choiceTable } from "./tables/choice.ts";
import { gridTable } from "./tables/grid.ts";
import { numberTable } from "./tables/number.ts";
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
  number: numberTable,
  grid: gridTable,
} as const satisfies Record<QuestionType, TableMaker<TallyView, Question>>;

export function tableOf({ type, tally, definition }: Pick<QuestionResult, "type" | "tally" | "definition">): Table {
  const maker: TableMaker<TallyView, Question> = tableMakers[type];
  return maker.table(tally, definition);
}

const numberFigures = ["mean", "median", "min", "max"] as const;
const guessFigures = ["rightValue", "closeWithin", "exact", "close"] as const;
type Total = {
  total:
    | "answered"
    | "skipped"
    | "hidden"
    | "other"
    | "waiting"
    | (typeof numberFigures)[number]
    | (typeof guessFigures)[number];
  figure: number | null;
};

/**
 * The figures beside the table: who answered, and where there, who skipped, what is hidden or waits to be approved, what
 * numbers come to, and how they compare with the right value.
 */
export function totalsOf({ tally }: Pick<QuestionResult, "tally">): Total[] {
  const { hidden } = writtenIn(tally);
  return [
    { total: "answered", figure: tally.answered },
    ...(tally.skipped === undefined ? [] : [{ total: "skipped" as const, figure: tally.skipped }]),
    ...("other" in tally && tally.other !== undefined ? [{ total: "other" as const, figure: tally.other.count }] : []),
    ...(hidden === undefined ? [] : [{ total: "hidden" as const, figure: hidden }]),
    ...("waiting" in tally && tally.waiting !== undefined
      ? [{ total: "waiting" as const, figure: tally.waiting }]
      : []),
    ...("histogram" in tally ? numberFigures.map((total) => ({ total, figure: tally[total] })) : []),
    ...("right" in tally && tally.right !== undefined ? guessTotals(tally.right) : []),
  ];
}

/** Which words count as which, where moderators have merged any. */
export function mergedOf({ tally }: QuestionResult): { word: string; into: string }[] {
  return writtenIn(tally).merged ?? [];
}

/** What moderators have a hand in: all of the tally, or what was written beside a question's own options. */
function writtenIn(tally: ShownTally): { hidden?: number; merged?: { word: string; into: string }[] } {
  if ("counts" in tally) return tally.other ?? {};
  return "words" in tally || "entries" in tally ? tally : {};
}

function guessTotals({ value: rightValue, ...rest }: RightFigures): Total[] {
  const figures = { rightValue, ...rest };
  return guessFigures.map((total) => ({ total, figure: figures[total] }));
}
