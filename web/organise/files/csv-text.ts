/** A list of questions from a table, one a row, as spreadsheets save it. Loaded on demand. */
import { CsvError, parse } from "csv-parse/browser/esm/sync";
import { limits } from "../../../worker/shared/limits.ts";
import { isPlainObject } from "../../../worker/shared/plain-object.ts";
import { ok, type Result, refuse } from "../../../worker/shared/result.ts";
import type { NewKey, RawFields } from "../../questions/draft.ts";
import type { DraftQuestion } from "../../questions/editors.ts";
import { readDraft } from "../draft.ts";
import type { FileProblem } from "./file-problem.ts";
import { tooMany } from "./read-poll.ts";

/** What a column may be called besides its name in a definition, without regard to case. */
const otherNames: Record<string, string> = { typ: "type", fråga: "text", question: "text" };
const typeNames: Record<string, string> = {
  val: "choice",
  ord: "words",
  skala: "scale",
  rangordning: "ranking",
  poäng: "points",
  tal: "number",
  plan: "grid",
};
/** Columns of options and the like, numbered or not. */
const itemColumn = /^(option|alternativ|statement|påstående|item|sak)\s*\d*$/;
const itemLists: Record<string, string> = {
  choice: "options",
  ranking: "options",
  points: "options",
  scale: "statements",
  grid: "items",
};
const numbers = ["maxChoices", "maxWords", "maxLength", "min", "max", "total", "rightValue", "closeWithin"];
const flags = [
  "changeable",
  "skippable",
  "resultsHidden",
  "resultsOnPhones",
  "allowOther",
  "randomOrder",
  "approveFirst",
];
const texts = ["minLabel", "maxLabel", "unit", "notes"];
const known = ["type", "text", ...numbers, ...flags, ...texts];

const yes = ["true", "ja", "yes", "1", "x"];
const no = ["false", "nej", "no", "0"];

type Row = { cells: string[]; line: number };
/** `name` as in a definition, or `item`; `title` as the file has it. */
type Column = { name: string; title: string };

export function parseQuestions(text: string, newKey: NewKey): Result<DraftQuestion[], FileProblem[]> {
  const read = rowsOf(text);
  if (!read.ok) return refuse([read.error]);
  const [head, ...rest] = read.value;
  if (head === undefined) return refuse([{ text: "file.empty" }]);
  const named = columnsOf(head);
  if (!named.ok) return refuse([named.error]);
  const rows = named.value === null ? read.value : rest;
  if (rows.length === 0) return refuse([{ text: "file.empty" }]);
  if (rows.length > limits.questions) return refuse([tooMany(rows.length)]);
  const problems: FileProblem[] = [];
  const questions: DraftQuestion[] = [];
  for (const row of rows) {
    const question = readRow(row, named.value ?? positional(row.cells.length), newKey);
    if (question.ok) questions.push(question.value);
    else problems.push({ line: row.line, ...question.error });
  }
  return problems.length > 0 ? refuse(problems) : ok(questions);
}

/** Spreadsheets separate by commas, semicolons (Swedish ones do) or tabs: the one that the first row has most of. */
function delimiterOf(text: string): string {
  const first = text.replace(/"[^"]*"/g, "").split("\n", 1)[0] ?? "";
  const count = (sign: string) => first.split(sign).length;
  return [";", ",", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function rowsOf(text: string): Result<Row[], FileProblem> {
  try {
    const records: unknown[] = parse(text, {
      delimiter: delimiterOf(text),
      bom: true,
      info: true,
      relax_column_count: true,
      skip_records_with_empty_values: true,
      trim: true,
    });
    return ok(records.map(rowOf));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = "lines" in error && typeof error.lines === "number" ? error.lines : undefined;
    return refuse({ text: "file.csvQuotes", line });
  }
}

/** The parser tells the line that a record ends in; a cell may hold several. */
function rowOf(parsed: unknown): Row {
  const { record, info } = isPlainObject(parsed) ? parsed : {};
  const cells = Array.isArray(record) ? record.map(String) : [];
  const end = isPlainObject(info) ? Number(info.lines) : 1;
  return { cells, line: end - cells.join("").split("\n").length + 1 };
}

/** The columns of a head; null where the first row is a question already. */
function columnsOf({ cells, line }: Row): Result<Column[] | null, FileProblem> {
  const names = cells.map(nameOf);
  if (!names.includes("type") || !names.includes("text")) return ok(null);
  const columns: Column[] = [];
  for (const [index, title] of cells.entries()) {
    const name = names[index];
    if (name === undefined && title !== "") return refuse({ text: "file.csvColumn", line, column: title });
    if (name !== undefined && name !== "item" && columns.some((other) => other.name === name)) {
      return refuse({ text: "file.csvTwice", line, column: title });
    }
    columns.push({ name: name ?? "", title });
  }
  return ok(columns);
}

function nameOf(title: string): string | undefined {
  const plain = title.toLowerCase();
  if (itemColumn.test(plain)) return "item";
  return otherNames[plain] ?? known.find((name) => name.toLowerCase() === plain);
}

function positional(count: number): Column[] {
  const names = Array.from({ length: count }, (_, index) => ["type", "text"][index] ?? "item");
  return names.map((name, index) => ({ name, title: String(index + 1) }));
}

function readRow({ cells }: Row, columns: readonly Column[], newKey: NewKey): Result<DraftQuestion, FileProblem> {
  const raw: RawFields = {};
  const items: { text: string }[] = [];
  let itemsAt = "";
  for (const [index, cell] of cells.entries()) {
    if (cell === "") continue;
    const { name, title } = columns[index] ?? { name: "", title: String(index + 1) };
    if (name === "") return refuse({ text: "file.csvBeyond", column: title });
    if (name === "item") {
      items.push({ text: cell });
      itemsAt ||= title;
      continue;
    }
    const value = cellValue(name, cell);
    if (value === undefined)
      return refuse({ text: numbers.includes(name) ? "file.csvNumber" : "file.csvFlag", column: title });
    raw[name] = value;
  }
  const type = typeof raw.type === "string" ? raw.type : "";
  const list = itemLists[type];
  if (items.length > 0 && list !== undefined) raw[list] = items;
  const { draft, left } = readDraft({ questions: [raw] }, "", newKey);
  const [question] = draft.questions;
  const titleOf = (name: string) => columns.find((column) => column.name === name)?.title ?? name;
  if (question === undefined) return refuse({ text: "file.csvType", column: titleOf("type") });
  if (items.length > 0 && list === undefined) return refuse({ text: "file.csvOther", column: itemsAt });
  const [other] = left;
  if (other !== undefined) return refuse({ text: "file.csvOther", column: titleOf(other.split(".").at(-1) ?? "") });
  return ok(question);
}

/** Undefined where it is not what the column is for. */
function cellValue(name: string, cell: string): unknown {
  const plain = cell.toLowerCase();
  if (name === "type") return typeNames[plain] ?? plain;
  if (numbers.includes(name)) {
    // As a Swedish spreadsheet writes it.
    const number = Number(cell.replace(",", ".").replace("\u2212", "-").replaceAll(/\s/g, ""));
    return Number.isFinite(number) ? number : undefined;
  }
  if (!flags.includes(name)) return cell;
  if (yes.includes(plain)) return true;
  return no.includes(plain) ? false : undefined;
}
