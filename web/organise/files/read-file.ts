/** What an organiser brings: a file or a pasted text, read as what it is. Nothing of the poll changes here. */
import { limits } from "../../../worker/shared/limits.ts";
import { ok, type Result, refuse } from "../../../worker/shared/result.ts";
import type { DraftQuestion } from "../../questions/editors.ts";
import { newKey } from "../../questions/new-key.ts";
import type { Draft } from "../draft.ts";
import type { FileProblem } from "./file-problem.ts";
import { readPoll } from "./read-poll.ts";

/** `poll`: a whole one. `questions`: a list of some. */
export type Brought = { kind: "poll"; poll: Draft } | { kind: "questions"; questions: DraftQuestion[] };
type Format = "json" | "yaml" | "csv";

/** Twice what a definition may take: a file has line breaks and indents besides. */
const mostBytes = 2 * limits.definitionBytes;
const megabyte = 1024 * 1024;
/** No text has these; a picture or a program begins with some. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\u0000-\u0008\u000e-\u001f]/;

export async function readBroughtFile(file: File, language: string): Promise<Result<Brought, FileProblem[]>> {
  // Before anything of it is read.
  if (file.size > mostBytes) {
    return refuse([
      { text: "file.tooLarge", params: { n: Math.ceil(file.size / megabyte), max: mostBytes / megabyte } },
    ]);
  }
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) return refuse([{ text: "file.unreadable" }]);
  const format = formatOf(file.name);
  const text = decoded(new Uint8Array(bytes), format);
  return text.ok ? readBrought(text.value, language, format) : refuse([text.error]);
}

/** `format` undefined: told by how the text begins. */
export async function readBrought(
  text: string,
  language: string,
  format: Format | undefined = formatIn(text),
): Promise<Result<Brought, FileProblem[]>> {
  if (text.trim() === "") return refuse([{ text: "file.empty" }]);
  if (text.length > mostBytes) {
    return refuse([
      { text: "file.tooLarge", params: { n: Math.ceil(text.length / megabyte), max: mostBytes / megabyte } },
    ]);
  }
  if (format === "csv") {
    const { parseQuestions } = await import("./csv-text.ts");
    const questions = parseQuestions(text, newKey);
    return questions.ok ? ok({ kind: "questions", questions: questions.value }) : questions;
  }
  const parse = format === "json" ? parsedJson : (await import("./yaml-text.ts")).parseYaml;
  try {
    const value = parse(text);
    if (!value.ok) return refuse([value.error]);
    const poll = readPoll(value.value, language, newKey);
    return poll.ok ? ok({ kind: "poll", poll: poll.value }) : refuse([poll.error]);
  } catch (error) {
    // Nested so deep that whoever follows it runs out of stack.
    if (error instanceof RangeError) return refuse([{ text: "file.tooDeep" }]);
    throw error;
  }
}

function formatOf(name: string): Format | undefined {
  const [, ending] = /\.(json|ya?ml|csv|tsv)$/i.exec(name) ?? [];
  switch (ending?.toLowerCase()) {
    case "json":
      return "json";
    case "yaml":
    case "yml":
      return "yaml";
    case "csv":
    case "tsv":
      return "csv";
    default:
      return undefined;
  }
}

/** JSON begins with a brace, and each line of a poll in YAML with a key, a dash or a space. */
function formatIn(text: string): Format {
  if (/^\s*[{[]/.test(text)) return "json";
  return /^(?:---|[\w$]+:(?:\s|$))/m.test(text) ? "yaml" : "csv";
}

function parsedJson(text: string): Result<unknown, FileProblem> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    // Where browsers tell the place, they all tell it in these words.
    const place = /line (\d+),? column (\d+)/.exec(error instanceof Error ? error.message : "");
    return refuse({
      text: "file.jsonWrong",
      ...(place === null ? {} : { line: Number(place[1]), column: Number(place[2]) }),
    });
  }
}

function decoded(bytes: Uint8Array, format: Format | undefined): Result<string, FileProblem> {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return asText(new TextDecoder(first === 0xff ? "utf-16le" : "utf-16be").decode(bytes));
  }
  try {
    return asText(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    // As spreadsheets on Windows save a table, unless they are told otherwise.
    if (format === "csv") return asText(new TextDecoder("windows-1252").decode(bytes));
    return bytes.includes(0) ? refuse({ text: "file.notText" }) : refuse({ text: "file.notUtf8" });
  }
}

function asText(text: string): Result<string, FileProblem> {
  return control.test(text) ? refuse({ text: "file.notText" }) : ok(text);
}
