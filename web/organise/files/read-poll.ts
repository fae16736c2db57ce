/** A poll from what a file held: all of it or nothing. Pure. */
import { limits } from "../../../worker/shared/limits.ts";
import { isPlainObject } from "../../../worker/shared/plain-object.ts";
import { ok, type Result, refuse } from "../../../worker/shared/result.ts";
import type { NewKey, RawFields } from "../../questions/draft.ts";
import { type Draft, definitionOf, readDraft } from "../draft.ts";
import type { FileProblem } from "./file-problem.ts";

/** What a poll that was read from the service, or a file of one, has besides its definition. */
const besides = ["$schema", "id", "code", "status", "run"];

export function readPoll(value: unknown, language: string, newKey: NewKey): Result<Draft, FileProblem> {
  if (!isPlainObject(value)) return refuse({ text: "file.noPoll" });
  const raw = Object.fromEntries(Object.entries(value).filter(([name]) => !besides.includes(name)));
  if (!Object.hasOwn(raw, "title") && !Object.hasOwn(raw, "questions")) return refuse({ text: "file.noPoll" });
  const { questions } = raw;
  if (questions !== undefined && !Array.isArray(questions)) return lost(["questions"]);
  const count = questions?.length ?? 0;
  if (count > limits.questions) return refuse(tooMany(count));
  const { draft, left } = readDraft(raw, language, newKey);
  if (left.length > 0) return lost(left);
  const unheld = unheldIn(raw, definitionOf(draft), draft.language);
  return unheld.length > 0 ? lost(unheld) : ok(draft);
}

export function tooMany(n: number): FileProblem {
  return { text: "file.tooMany", params: { n, max: limits.questions } };
}

/** As many as help; a file that is of something else has hundreds. */
const mostPaths = 8;

function lost(paths: readonly string[]): Result<Draft, FileProblem> {
  const named = paths.slice(0, mostPaths).join(", ");
  return refuse({ text: "file.unknown", params: { paths: paths.length > mostPaths ? `${named} …` : named } });
}

/** The paths of what was given and the form would hold otherwise, or not at all. */
function unheldIn(given: unknown, held: unknown, own: string, path = ""): string[] {
  if (Array.isArray(given)) {
    const list: unknown[] = given;
    const kept: unknown[] = Array.isArray(held) ? held : [];
    return list.flatMap((entry, index) => unheldIn(entry, kept[index], own, below(path, String(index))));
  }
  if (isPlainObject(given)) {
    // A text that was given in the poll's own language alone is held as that.
    const kept: RawFields = isPlainObject(held) ? held : { [own]: held };
    return Object.entries(given).flatMap(([name, entry]) =>
      unheldIn(entry, Object.hasOwn(kept, name) ? kept[name] : undefined, own, below(path, name)),
    );
  }
  const isNothing = given === null || given === false || (typeof given === "string" && given.trim() === "");
  const same = given === held || (isNothing && (held === undefined || held === ""));
  return same ? [] : [path];
}

function below(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
