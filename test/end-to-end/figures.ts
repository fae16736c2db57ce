/** A question's figures in one shape, read from wherever they are shown or written, so that they can be compared. */
import type { Locator } from "playwright-core";
import readWorkbook from "read-excel-file/node";
import type { Results } from "../../worker/poll/results.ts";
import type { Answer, Question } from "../../worker/questions/registry.ts";
import { readCsv } from "../export/csv-reader.ts";

/**
 * Item → its figures. A word, option or text: how often. A statement: how often each value, how many skipped it, and
 * the mean to two decimals. An option that is ranked: points, firsts, mean rank; one that is given points: points, mean.
 * An item on a grid: mean x and y, how many placed it and how many left it out, and the standard deviations of x and y. Numbers: how many lie in the bins.
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
    case "ranking": {
      const orders = answers.flatMap((answer) => ("order" in answer ? [answer.order] : []));
      return Object.fromEntries(
        question.options.map(({ id, text }, _, { length }) => {
          const ranks = orders.map((order) => order.indexOf(id) + 1);
          const points = ranks.reduce((sum, rank) => sum + length - rank, 0);
          return [text, [points, ranks.filter((rank) => rank === 1).length, twoDecimals(meanOf(ranks))]];
        }),
      );
    }
    case "points":
      return Object.fromEntries(
        question.options.map(({ id, text }) => {
          const given = answers.flatMap((answer) => ("points" in answer ? [answer.points[id] ?? 0] : []));
          return [text, [given.reduce((sum, points) => sum + points, 0), twoDecimals(meanOf(given))]];
        }),
      );
    case "scale":
      return Object.fromEntries(
        question.statements.map(({ id, text }) => {
          const ratings = answers.flatMap((answer) => ("ratings" in answer ? [answer.ratings[id] ?? null] : []));
          const given = ratings.filter((rating) => rating !== null);
          const values = Array.from({ length: question.max - question.min + 1 }, (_, step) => question.min + step);
          const counts = values.map((value) => given.filter((rating) => rating === value).length);
          return [text, [...counts, ratings.length - given.length, twoDecimals(meanOf(given))]];
        }),
      );
    case "number":
      return { bins: [answers.length] };
    case "grid":
      return Object.fromEntries(
        question.items.map(({ id, text }) => {
          const places = answers.flatMap((answer) => ("items" in answer ? [answer.items[id] ?? null] : []));
          const placed = places.filter((place) => place !== null);
          const means = (["x", "y"] as const).map((axis) => twoDecimals(meanOf(placed.map((place) => place[axis]))));
          const spreads = (["x", "y"] as const).map((axis) =>
            twoDecimals(spreadOf(placed.map((place) => place[axis]))),
          );
          return [text, [...means, placed.length, places.length - placed.length, ...spreads]];
        }),
      );
  }
}

function spreadOf(figures: readonly number[]): number | null {
  const mean = meanOf(figures) ?? 0;
  const variance = meanOf(figures.map((figure) => (figure - mean) ** 2));
  return variance === null ? null : Math.sqrt(variance);
}

function meanOf(figures: readonly number[]): number | null {
  return figures.length === 0 ? null : figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
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
    if ("options" in tally && (definition.type === "ranking" || definition.type === "points")) {
      return Object.fromEntries(
        definition.options.map(({ id, text }) => {
          const option = tally.options[id];
          if (option === undefined) throw new Error(`no figures of option ${id}`);
          const rest =
            "meanRank" in option ? [option.firsts, twoDecimals(option.meanRank)] : [twoDecimals(option.mean)];
          return [text, [option.points, ...rest]];
        }),
      );
    }
    if ("histogram" in tally) return { bins: [tally.histogram.reduce((sum, { count }) => sum + count, 0)] };
    if ("items" in tally && definition.type === "grid") {
      return Object.fromEntries(
        definition.items.map(({ id, text }) => {
          const { x = null, y = null, n = 0, skipped = 0 } = tally.items[id] ?? {};
          const { x: across = null, y: upwards = null } = tally.spread[id] ?? {};
          return [text, [twoDecimals(x), twoDecimals(y), n, skipped, twoDecimals(across), twoDecimals(upwards)]];
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
    const items = itemsWithColumns(question);
    if (items.length === 0)
      return figuresOfRows(
        question,
        figures.map(({ item, value }) => [item, value]),
      );
    const rowOf = (text: string) =>
      figures.filter(({ item }) => item.startsWith(`${text}: `)).map(({ value }) => (value === "" ? null : value));
    return figuresOfRows(
      question,
      items.map(({ text }) => [text, ...meanLast(question, rowOf(text))]),
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
    return figuresOfRows(
      question,
      rows.map(([item = "", ...cells]) => [item, ...meanLast(question, cells)]),
    );
  });
}

/** Of the table that `table` points at, as a reader sees it. */
export async function figuresOfTable(table: Locator, question: Question): Promise<Figures> {
  const rows = await table.evaluate((element) =>
    [...element.querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => cell.textContent)),
  );
  return figuresOfRows(
    question,
    rows.map((cells) => inFileOrder(question, cells)),
  );
}

type Cells = (string | null)[];

/** What has a row of several figures; empty for what is only counted. */
function itemsWithColumns(question: Question): { text: string }[] {
  if (question.type === "scale") return question.statements;
  if (question.type === "grid") return question.items;
  return question.type === "ranking" || question.type === "points" ? question.options : [];
}

/** A row of the page's table as the figures here are ordered. */
function inFileOrder(question: Question, [item = null, ...cells]: Cells): Cells {
  const [first = null, second = null, third = null] = cells;
  // After the values of a scale: skipped, mean, median.
  if (question.type === "scale") return [item, ...cells.slice(0, -1)];
  if (question.type === "ranking") return [item, first, third, second];
  return question.type === "points" ? [item, second, first] : [item, ...cells];
}

/** `rows`: an item and its figures as text, in the order of `Figures`. */
function figuresOfRows(question: Question, rows: readonly Cells[]): Figures {
  const items = rows.map(([item]) => item ?? "");
  if (question.type === "text") return counted(items.map(unguarded));
  if (question.type === "number") {
    const bins = rows.filter(
      ([item]) => !["mean", "median", "min", "max", "rightValue", "closeWithin", "exact", "close"].includes(item ?? ""),
    );
    return { bins: [bins.reduce((sum, [, count = null]) => sum + (figureIn(count) ?? 0), 0)] };
  }
  return Object.fromEntries(
    rows.map(([, ...cells], index) => {
      const item = unguarded(items[index] ?? "");
      const figures = (itemsWithColumns(question).length > 0 ? cells : cells.slice(0, 1)).map(figureIn);
      return [question.type === "words" ? wordKey(item) : item, figures];
    }),
  );
}

/** For a scale the files have mean, median and skipped after the values. */
function meanLast(question: Question, cells: Cells): Cells {
  if (question.type !== "scale") return cells;
  const [mean, , skipped] = cells.slice(-3);
  return [...cells.slice(0, -3), skipped ?? null, mean ?? null];
}

function figureIn(text: string | null): number | null {
  if (text === null || text === "–") return null;
  return twoDecimals(Number(text.replace(/\s/g, "").replace(",", ".").replace("−", "-")));
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
