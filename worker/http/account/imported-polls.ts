/** What comes in an account's zip, part by part as it is read: the list first, then each poll before its runs. */
import * as v from "valibot";
import { inflatedFiles } from "../../export/inflated-files.ts";
import type { Definition } from "../../poll/definition.ts";
import { fieldErrors } from "../../shared/field-errors.ts";
import { limits } from "../../shared/limits.ts";
import { type FieldError, fieldError, ok, type Result, refuse } from "../../shared/result.ts";
import { readDefinition } from "../new-poll.ts";
import {
  type AccountList,
  accountFile,
  accountListSchema,
  largestFile,
  placeOf,
  pollFile,
  runFile,
} from "./account-zip.ts";
import { type ImportedRun, importedRun, type RunFiles } from "./imported-run.ts";

/** `path`: the poll's folder in the zip. */
export type ImportedPart =
  | { kind: "list"; polls: AccountList["polls"] }
  | { kind: "poll"; path: string; definition: Definition }
  | { kind: "run"; path: string; run: number; imported: ImportedRun }
  /** It was not closed. */
  | { kind: "left-run"; path: string; run: number };

type Part = Result<ImportedPart, FieldError[]>;
type RunFolder = { path: string; run: number; files: RunFiles };

/** Ends with the first part that is wrong. */
export async function* importedParts(zip: AsyncIterable<Uint8Array>): AsyncGenerator<Part, void, void> {
  let list: AccountList["polls"] | undefined;
  let folder: RunFolder | undefined;
  const missing = new Set<string>();
  const sizes = { entries: limits.importedEntries, totalBytes: limits.importedBytes, fileBytes: largestFile };
  for await (const inflated of inflatedFiles(zip, sizes)) {
    if (!inflated.ok) return yield refuse([fieldError("", "zip", inflated.error)]);
    const { name, text } = inflated.value;
    const place = placeOf(name);
    if (place === undefined) continue;
    if (folder !== undefined && !(place.kind === "run" && isIn(folder, place))) {
      yield* runIn(folder);
      folder = undefined;
    }
    if (place.kind === "list") {
      const part = listIn(text);
      yield part;
      if (!part.ok) return;
      list = part.value.polls;
      for (const { path } of list) missing.add(path);
    } else if (list === undefined) {
      return yield refuse([fieldError(name, "order", `stands before ${accountFile}`)]);
    } else if (place.kind === "poll") {
      if (missing.delete(place.path)) yield pollIn(place.path, text);
    } else if (missing.has(place.path)) {
      return yield refuse([fieldError(name, "order", `stands before ${pollFile(place.path)}`)]);
    } else if (list.some(({ path }) => path === place.path)) {
      folder ??= { path: place.path, run: place.run, files: {} };
      folder.files[place.file] = text;
    }
  }
  if (folder !== undefined) yield* runIn(folder);
  if (list === undefined) return yield refuse([fieldError("", "zip", `is no account's zip: it has no ${accountFile}`)]);
  const errors = [...missing].map((path) => fieldError(pollFile(path), "missing", "is not there"));
  if (errors.length > 0) yield refuse(errors.slice(0, limits.importErrors));
}

function isIn(folder: RunFolder, { path, run }: { path: string; run: number }): boolean {
  return folder.path === path && folder.run === run;
}

function listIn(text: string): Result<Extract<ImportedPart, { kind: "list" }>, FieldError[]> {
  const list = parsed(text);
  if (list === undefined) return refuse([fieldError(accountFile, "zip", "is not JSON")]);
  const account = v.safeParse(accountListSchema, list);
  if (account.success) return ok({ kind: "list", polls: account.output.polls });
  return refuse(fieldErrors(account.issues).map((error) => within(accountFile, error)));
}

function pollIn(path: string, text: string): Part {
  const definition = readDefinition(parsed(text));
  if (definition.ok) return ok({ kind: "poll", path, definition: definition.value });
  return refuse(definition.error.slice(0, limits.importErrors).map((error) => within(pollFile(path), error)));
}

function* runIn({ path, run, files }: RunFolder): Generator<Part> {
  // A run without results is none.
  if (files["results.json"] === undefined) return;
  const imported = importedRun(run, files);
  if (!imported.ok) {
    const errors = imported.error.slice(0, limits.importErrors);
    // The paths of its errors begin with a file's name.
    yield refuse(
      errors.map(({ path: place, rule, message }) =>
        fieldError(runFile(path, run, "results.json").replace("results.json", place), rule, message),
      ),
    );
  } else if (imported.value === undefined) yield ok({ kind: "left-run", path, run });
  else yield ok({ kind: "run", path, run, imported: imported.value });
}

/** Undefined where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function within(name: string, { path, rule, message }: FieldError): FieldError {
  return fieldError(path === "" ? name : `${name}: ${path}`, rule, message);
}
