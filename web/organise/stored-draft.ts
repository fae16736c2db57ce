/** What was written and not saved, so that a reload or a flat battery loses nothing. */
import { isPlainObject } from "../../worker/shared/plain-object.ts";
import type { JsonStorage } from "../connection/json-storage.ts";
import { newKey } from "../questions/new-key.ts";
import { definitionOf, readDraft } from "./draft.ts";
import type { Standing } from "./written.ts";

/** `tag` names the service's definition that the writing began with; null where there is none, or it isn't known. */
export type StoredDraft = Standing & { tag: string | null };

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

/** The new poll is there as `poll`, and its draft is done with, but for what was written after it was sent. */
export function draftCreated(storage: JsonStorage, poll: string, sent: Standing, now: Standing): void {
  dropDraft(storage, null);
  if (now.draft !== sent.draft || now.json !== sent.json) storeDraft(storage, poll, { ...now, tag: null });
}

/** Whether what is stored outlives the page: not where the browser keeps nothing, or has no room. */
export function draftLasts(storage: JsonStorage, poll: string | null): boolean {
  return storage.lasts(keyOf(poll));
}

export function dropDraft(storage: JsonStorage, poll: string | null): void {
  storage.set(keyOf(poll), null);
}
