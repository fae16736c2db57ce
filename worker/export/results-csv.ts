/** `results.csv`: one row a figure. */
import { roundName } from "../poll/asking.ts";
import { runName } from "../poll/rehearsal.ts";
import { type Results, type RoundResult, roundResults } from "../poll/results.ts";
import { byteOrderMark, csvRows } from "./csv.ts";
import type { Column } from "./tables/table.ts";
import { mergedOf, tableOf, totalsOf } from "./tables.ts";

type Row = (string | number | null)[];

/**
 * The whole file as text, with its byte order mark. `question` is the question's id, with `~2` for its second round, and
 * `item` what the figure is of; a row of the poll itself (`joined`) has no question. A written text is an item, and its
 * value the time it was written; a merged word's value is the word that it counts as.
 */
export function resultsCsv(results: Results): string {
  const rows: Row[] = [
    ["run", "question", "type", "text", "item", "value"],
    [runName(results.run), "", "", "", "joined", results.joined],
    ...results.questions.flatMap((question) =>
      roundResults(question).flatMap((round) => questionRows(results.run, round)),
    ),
  ];
  return byteOrderMark + csvRows(rows);
}

function questionRows(run: number, { round, ...question }: RoundResult): Row[] {
  const { columns, rows } = tableOf(question);
  const name = roundName(question.id, round);
  const figures = [
    ...totalsOf(question).map(({ total, figure }): [string, number | null] => [total, figure]),
    ...rows.flatMap(({ item, figures, other }) =>
      columns.map((column, index): [string, string | number | null] => [
        itemOf(other ? `other: ${item}` : item, column),
        figures[index] ?? null,
      ]),
    ),
    ...mergedOf(question).map(({ word, into }): [string, string] => [`${word}: mergedInto`, into]),
  ];
  return figures.map(([item, value]) => [runName(run), name, question.type, question.text, item, value]);
}

function itemOf(item: string, column: Column): string {
  return column === "count" || column === "written" ? item : `${item}: ${column}`;
}
