/** What was written and not saved, so that a reload or a flat battery loses nothing. */
import { isPlainObject } from "../../worker/shared/plain-object.ts";
import type { JsonStorage } from "../connection/json-storage.ts";
import { newKey } from "../questions/new-key.ts";
import { type Draft, definitionOf, readDraft } from "./draft.ts";

/**
 * `json` is there while the poll is being written as JSON: its text, whether or not it can be read. `tag` names the
 * service's definition that the writing began with; null where there is none, or it isn't known.
 */
export type StoredDraft = { draft: Draft; json: string | null; tag: string | null };

/** `poll` is the poll's id, or null for one that has not been created. */
function keyOf(poll: string | null): string {
  return `handupp.draft.${poll ?? "new"}`;
}

export function storedDraft(storage: JsonStorage, poll: string | null, language: string): StoredDraft | undefined {
  const stored = storage.get<unknown>(keyOf(poll));
  if (!isPlainObject(stored)) return undefined;
  const { draft } = readDraft(stored.definition, language, newKey);
  const { json, tag } = stored;
  return { draft, json: typeof json === "string" ? json : null, tag: typeof tag === "string" ? tag : null };
}

export function storeDraft(storage: JsonStorage, poll: string | null, { draft, json, tag }: StoredDraft): void {
  storage.set(keyOf(poll), { definition: definitionOf(draft), json, tag });
}

/** Whether what is stored outlives the page: not where the browser keeps nothing, or has no room. */
export function draftLasts(storage: JsonStorage, poll: string | null): boolean {
  return storage.lasts(keyOf(poll));
}

export function dropDraft(storage: JsonStorage, poll: string | null): void {
  storage.set(keyOf(poll), null);
}
