/** The polls in an account's zip: all of them parsed before any is stored. */
import * as v from "valibot";
import { inflatedFiles } from "../../export/inflated-files.ts";
import { type Definition, fieldErrors } from "../../poll/definition.ts";
import { limits } from "../../shared/limits.ts";
import { type FieldError, fieldError, ok, type Result, refuse } from "../../shared/result.ts";
import { readDefinition } from "../new-poll.ts";
import { accountFile, accountListSchema } from "./account-zip.ts";

export type ImportedPoll = { definition: Definition; folder: string | null };

/** Results and ballots of its runs are not read: they are another service's word, and stay in the file. */
export function importedPolls(zip: Uint8Array): Result<ImportedPoll[], FieldError[]> {
  const wanted = (name: string) => name === accountFile || /^polls\/\d{1,6}\/poll\.json$/.test(name);
  const files = inflatedFiles(zip, wanted, {
    entries: limits.importedEntries,
    fileBytes: limits.importedFileBytes,
    totalBytes: limits.importedBytes,
  });
  if (!files.ok) return refuse([fieldError("", "zip", files.error)]);
  const list = parsed(files.value, accountFile);
  if (list === undefined) return refuse([fieldError("", "zip", `is no account's zip: it has no ${accountFile}`)]);
  const account = v.safeParse(accountListSchema, list);
  if (!account.success) return refuse(fieldErrors(account.issues).map((error) => within(accountFile, error)));
  const polls: ImportedPoll[] = [];
  const errors: FieldError[] = [];
  for (const { path, folder } of account.output.polls) {
    const name = `${path}/poll.json`;
    const definition = readDefinition(parsed(files.value, name));
    if (definition.ok) polls.push({ definition: definition.value, folder: folder === "" ? null : folder });
    else errors.push(...definition.error.map((error) => within(name, error)));
  }
  return errors.length > 0 ? refuse(errors.slice(0, limits.importErrors)) : ok(polls);
}

/** Undefined where there is no such file, or none of JSON. */
function parsed(files: ReadonlyMap<string, string>, name: string): unknown {
  try {
    return JSON.parse(files.get(name) ?? "");
  } catch {
    return undefined;
  }
}

function within(name: string, { path, rule, message }: FieldError): FieldError {
  return fieldError(path === "" ? name : `${name}: ${path}`, rule, message);
}
