/** A question's figures in one shape, read from wherever they are shown or written, so that they can be compared. */
import type { Locator } from "playwright-core";
import readWorkbook from "read-excel-file/node";
import type { Results } from "../../worker/poll/results.ts";
import type { Answer, Question } from "../../worker/questions/registry.ts";
import { readCsv } from "../export/csv-reader.ts";

/**
 * Item → its figures. A word, option or text: how often. A statement: how often each value, how many skipped it, and
 * the mean to two decimals.
 */
export type Figures = Record<string, (number | null)[]>;

export type Ballot = { question: string; answer: Answer };

/** The result anew from the ballots, with rules of this test's own. One entry a question, in the poll's order. */
export function figuresOfBallots(questions: readonly Question[], ballots: readonly Ballot[]): Figures[] {
  return questions.map((question) =>
    figuresOfAnswers(
      question,
      ballots.filter((ballot) => ballot.question === question.id).map(({ answer }) => answer),
    ),
  );
}

function figuresOfAnswers(question: Question, answers: readonly Answer[]): Figures {
  switch (question.type) {
    case "words":
      return counted(answers.flatMap((answer) => ("words" in answer ? [...new Set(answer.words.map(wordKey))] : [])));
    case "text":
      return counted(answers.flatMap((answer) => ("text" in answer ? [answer.text] : [])));
    case "choice": {
      const chosen = counted(answers.flatMap((answer) => ("choices" in answer ? answer.choices : [])));
      return Object.fromEntries(question.options.map(({ id, text }) => [text, chosen[id] ?? [0]]));
    }
    case "scale":
      return Object.fromEntries(
        question.statements.map(({ id, text }) => {
          const ratings = answers.flatMap((answer) => ("ratings" in answer ? [answer.ratings[id] ?? null] : []));
          const given = ratings.filter((rating) => rating !== null);
          const values = Array.from({ length: question.max - question.min + 1 }, (_, step) => question.min + step);
          const mean = given.length === 0 ? null : given.reduce((sum, rating) => sum + rating, 0) / given.length;
          const counts = values.map((value) => given.filter((rating) => rating === value).length);
          return [text, [...counts, ratings.length - given.length, twoDecimals(mean)]];
        }),
      );
  }
}

export function ballotsIn(csv: Uint8Array): Ballot[] {
  const [, ...rows] = readCsv(textOf(csv));
  return rows.map(([, question = "", , answer = ""]) => ({ question, answer: JSON.parse(answer) }));
}

export function figuresOfJson({ questions }: Results): Figures[] {
  return questions.map(({ definition, tally }) => {
    if ("words" in tally) return Object.fromEntries(tally.words.map(({ word, count }) => [wordKey(word), [count]]));
    if ("entries" in tally) return counted(tally.entries.map(({ text }) => text));
    if ("counts" in tally && definition.type === "choice") {
      return Object.fromEntries(definition.options.map(({ id, text }) => [text, [tally.counts[id] ?? 0]]));
    }
    if ("statements" in tally && definition.type === "scale") {
      return Object.fromEntries(
        definition.statements.map(({ id, text }) => {
          const statement = tally.statements[id];
          const values = Array.from(
            { length: definition.max - definition.min + 1 },
            (_, step) => definition.min + step,
          );
          const counts = values.map((value) => statement?.counts[value] ?? 0);
          return [text, [...counts, statement?.skipped ?? 0, twoDecimals(statement?.mean ?? null)]];
        }),
      );
    }
    throw new Error(`no figures of ${definition.type}`);
  });
}

/** Of `results.csv`: a row a figure. */
export function figuresOfCsv(csv: Uint8Array, questions: readonly Question[]): Figures[] {
  const [, ...rows] = readCsv(textOf(csv));
  return questions.map((question) => {
    const own = rows.filter(([, id]) => id === question.id).map(([, , , , item = "", value = ""]) => ({ item, value }));
    const figures = own.filter(({ item }) => !["answered", "skipped", "hidden"].includes(item));
    if (question.type !== "scale")
      return figuresOfRows(
        question,
        figures.map(({ item, value }) => [item, value]),
      );
    const rowOf = (text: string) =>
      figures.filter(({ item }) => item.startsWith(`${text}: `)).map(({ value }) => (value === "" ? null : value));
    return figuresOfRows(
      question,
      question.statements.map(({ text }) => [text, ...meanLast(rowOf(text))]),
    );
  });
}

/** Of `results.xlsx`: a sheet a question after the first, whose table is what follows the empty row and the heads. */
export async function figuresOfXlsx(xlsx: Uint8Array, questions: readonly Question[]): Promise<Figures[]> {
  const [, ...sheets] = await readWorkbook(Buffer.from(xlsx));
  return questions.map((question, index) => {
    const data = sheets[index]?.data ?? [];
    const heads = data.findIndex((row) => row.every((cell) => cell === null)) + 1;
    const rows = data.slice(heads + 1).map(([item, ...cells]) => [String(item), ...cells.map(cellText)]);
    if (question.type !== "scale") return figuresOfRows(question, rows);
    return figuresOfRows(
      question,
      rows.map(([item = "", ...cells]) => [item, ...meanLast(cells)]),
    );
  });
}

/** Of the table that `table` points at, as a reader sees it. */
export async function figuresOfTable(table: Locator, question: Question): Promise<Figures> {
  const rows = await table.evaluate((element) =>
    [...element.querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => cell.textContent)),
  );
  // After the values of the scale: skipped, mean, median.
  return figuresOfRows(question, question.type === "scale" ? rows.map((row) => row.slice(0, -1)) : rows);
}

type Cells = (string | null)[];

/** `rows`: an item and its figures as text; of a scale the values, skipped and the mean. */
function figuresOfRows(question: Question, rows: readonly Cells[]): Figures {
  const items = rows.map(([item]) => item ?? "");
  if (question.type === "text") return counted(items.map(unguarded));
  return Object.fromEntries(
    rows.map(([, ...cells], index) => {
      const item = unguarded(items[index] ?? "");
      const figures = (question.type === "scale" ? cells : cells.slice(0, 1)).map(figureIn);
      return [question.type === "words" ? wordKey(item) : item, figures];
    }),
  );
}

/** The files have mean, median and skipped after the values. */
function meanLast(cells: Cells): Cells {
  const [mean, , skipped] = cells.slice(-3);
  return [...cells.slice(0, -3), skipped ?? null, mean ?? null];
}

function figureIn(text: string | null): number | null {
  if (text === null || text === "–") return null;
  return twoDecimals(Number(text.replace(",", ".").replace("−", "-")));
}

function cellText(cell: unknown): string | null {
  return cell === null || cell === undefined ? null : String(cell);
}

/** Without the mark that keeps a spreadsheet from reading text as a formula. */
function unguarded(text: string): string {
  return text.replace(/^'(?=[=+\-@])/, "");
}

function counted(items: readonly string[]): Figures {
  const counts: Figures = {};
  for (const item of items) counts[item] = [(counts[item]?.[0] ?? 0) + 1];
  return counts;
}

/** What makes two spellings the same word. */
export function wordKey(word: string): string {
  return word
    .normalize("NFC")
    .toLocaleLowerCase("sv")
    .replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, "");
}

function twoDecimals(figure: number | null): number | null {
  if (figure === null) return null;
  return Number(new Intl.NumberFormat("en", { maximumFractionDigits: 2, useGrouping: false }).format(figure));
}

function textOf(csv: Uint8Array): string {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(csv);
  if (!text.startsWith("\ufeff")) throw new Error("no byte order mark");
  return text.slice(1);
}
