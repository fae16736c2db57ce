/**
 * `results.xlsx`: a sheet that says what it is, a sheet a question, and for whoever may read them one of single ballots. Text
 * is always text, never a formula. The same run is the same bytes.
 */
import writeWorkbook, { type CellObject, type Sheet, type SheetData } from "write-excel-file/universal";
import { type QuestionResult, type Results, type RoundResult, roundResults } from "../poll/results.ts";
import { type BallotRow, ballotCells, ballotColumns } from "./ballots-csv.ts";
import { type ExportMessages, exportMessages } from "./messages.ts";
import { sheetNameOf } from "./sheet-name.ts";
import { type Cells, withRows } from "./streamed-sheet.ts";
import { mergedOf, tableOf, totalsOf } from "./tables.ts";

/** The file, streamed: a large hall's ballots need not fit in memory. Without `ballots` it has no such sheet. */
export async function resultsXlsx(
  results: Results,
  ballots?: AsyncIterable<BallotRow> | Iterable<BallotRow>,
): Promise<ReadableStream<Uint8Array>> {
  const messages = exportMessages(results.language);
  const sheets: Sheet<Blob>[] = [
    {
      sheet: messages.overview,
      data: overview(results, messages),
      columns: [{ width: 18 }, { width: 70 }, { width: 14 }, { width: 14 }],
    },
    ...results.questions.map((question, index) => ({
      sheet: sheetNameOf(index + 1, question.text),
      data: questionSheet(question, messages),
      columns: [{ width: 50 }],
    })),
  ];
  if (ballots !== undefined) {
    const widths = [8, 16, 26, 60, 26];
    sheets.push({
      sheet: messages.ballots,
      data: [ballotColumns.map(heading)],
      columns: widths.map((width) => ({ width })),
    });
  }
  const file = await writeWorkbook(sheets).toBlob();
  return withRows(new Uint8Array(await file.arrayBuffer()), ballotRows(ballots ?? []), messages.moreBallots);
}

async function* ballotRows(ballots: AsyncIterable<BallotRow> | Iterable<BallotRow>): AsyncGenerator<Cells> {
  for await (const ballot of ballots) yield ballotCells(ballot);
}

function overview(results: Results, messages: ExportMessages): SheetData {
  return [
    [heading(messages.title), text(results.title)],
    results.rehearsal ? [heading(messages.rehearsal)] : [heading(messages.run), results.run],
    [heading(messages.date), text(results.closedAt ?? results.generatedAt)],
    [heading(messages.joined), results.joined],
    ...(results.origin === undefined ? [] : [[heading(messages.imported), text(results.origin.importedAt)]]),
    [],
    ["", heading(messages.question), heading(messages.answered), heading(messages.skipped)],
    ...results.questions.flatMap((question, index) =>
      roundResults(question).map((round) => [
        index + 1,
        text(titleOf(round, messages)),
        round.answered,
        round.tally.skipped ?? null,
      ]),
    ),
  ];
}

/** The rounds of a question stand below each other, each with its own figures. */
function questionSheet(question: QuestionResult, messages: ExportMessages): SheetData {
  return roundResults(question).flatMap((round, index) => [
    ...(index === 0 ? [] : [[]]),
    ...roundTable(round, messages),
  ]);
}

function titleOf({ round, text }: RoundResult, messages: ExportMessages): string {
  return round === 1 ? text : `${text} (${messages.secondRound})`;
}

function roundTable(question: RoundResult, messages: ExportMessages): SheetData {
  const { of, columns, rows } = tableOf(question);
  const merged = mergedOf(question);
  return [
    [heading(titleOf(question, messages))],
    ...totalsOf(question).map(({ total, figure }) => [text(messages[total]), figure]),
    [],
    [
      heading(messages[of]),
      ...columns.map((column) => (typeof column === "number" ? headingNumber(column) : heading(messages[column]))),
    ],
    ...rows.map(({ item, figures, other }) => [
      text(other ? `${messages.other}: ${item}` : item),
      ...figures.map((figure) => (typeof figure === "string" ? text(figure) : figure)),
    ]),
    ...(merged.length === 0 ? [] : [[], [heading(messages.merged), heading(messages.mergedInto)]]),
    ...merged.map(({ word, into }) => [text(word), text(into)]),
  ];
}

function text(value: string): CellObject {
  // Excel reads _x0041_ as A: the first mark written as its own escape leaves such text as it was.
  return { type: String, value: value.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_"), wrap: true, alignVertical: "top" };
}

function heading(value: string): CellObject {
  return { ...text(value), fontWeight: "bold" };
}

function headingNumber(value: number): CellObject {
  return { type: Number, value, fontWeight: "bold" };
}
