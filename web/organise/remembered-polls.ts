/** The polls that this browser knows, with their keys: newest first. */
import { isPlainObject } from "../../worker/shared/plain-object.ts";
import { accountKey } from "../connection/api.ts";
import type { JsonStorage } from "../connection/json-storage.ts";

export type RememberedPoll = {
  id: string;
  title: string;
  organiserKey: string;
  /** There only where the poll was created in this browser: the service tells it once. */
  presenterKey?: string;
  /** Of the published results, where they were published in this browser. */
  readerKey?: string;
  /** When it was created or last opened here, ISO 8601. */
  when: string;
};

const listKey = "handupp.polls";

export function rememberedPolls(storage: JsonStorage): RememberedPoll[] {
  const stored = storage.get<unknown>(listKey);
  return Array.isArray(stored) ? stored.filter(isRemembered) : [];
}

function isRemembered(value: unknown): value is RememberedPoll {
  if (!isPlainObject(value)) return false;
  const required = [value.id, value.title, value.organiserKey, value.when].every((field) => typeof field === "string");
  return required && [value.presenterKey, value.readerKey].every((key) => key === undefined || typeof key === "string");
}

export function rememberedPoll(storage: JsonStorage, id: string): RememberedPoll | undefined {
  return rememberedPolls(storage).find((poll) => poll.id === id);
}

/** Puts the poll first, unless it was opened by the account, which keeps it itself. A presenter's key known from before is kept where `poll` has none. */
export function rememberPoll(storage: JsonStorage, poll: RememberedPoll): void {
  if (poll.organiserKey === accountKey) return;
  const known = rememberedPoll(storage, poll.id);
  const others = rememberedPolls(storage).filter(({ id }) => id !== poll.id);
  storage.set(listKey, [{ ...known, ...poll }, ...others]);
}

/** The poll keeps its place; nothing is kept of one that this browser doesn't know. */
export function rememberReaderKey(storage: JsonStorage, id: string, readerKey: string): void {
  storage.set(
    listKey,
    rememberedPolls(storage).map((poll) => (poll.id === id ? { ...poll, readerKey } : poll)),
  );
}

export function forgetPoll(storage: JsonStorage, id: string): void {
  storage.set(
    listKey,
    rememberedPolls(storage).filter((poll) => poll.id !== id),
  );
}
