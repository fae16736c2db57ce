/** The HTTP calls that the organiser's and presenter's pages make. A refusal is thrown as a `Problem`. */

import type { Definition } from "../../worker/poll/definition.ts";
import type { RunSummary } from "../../worker/poll/replies.ts";
import type { Results } from "../../worker/poll/results.ts";
import type { PollStageFrame } from "../../worker/poll/snapshots.ts";
import { mapTexts } from "../../worker/shared/people-texts.ts";
import { isPlainObject } from "../../worker/shared/plain-object.ts";
import type { ModerationCommand, PollStatus, StageCommand, Timely } from "../../worker/shared/protocol.ts";
import type { FieldError } from "../../worker/shared/result.ts";
import { isWhole } from "./whole-file.ts";

export type PollInfo = Definition & { id: string; code: string; status: PollStatus; run: number };
/**
 * `written`: as it came, its texts in all their languages; in the rest they are in the poll's own. `tag` names the
 * definition, for who would replace no other; null where it got lost on the way.
 */
export type StoredPoll = PollInfo & { written: Record<string, unknown>; tag: string | null };
/** `role`: whose key it was that asked. */
export type OwnPoll = StoredPoll & { role: "organiser" | "presenter" };
export type CreatedPoll = {
  id: string;
  code: string;
  organiserKey: string;
  presenterKey: string;
  links: Record<"vote" | "present" | "organise" | "results", string>;
};

/** Without its key, which the service tells once. */
export type PublicationState = { published: boolean; ballots: boolean };
export type Published = { key: string; ballots: boolean; links: { results: string } };
/** `ballots`: whether who asked may read single ballots. */
export type RunList = { runs: RunSummary[]; ballots: boolean };

/** RFC 9457, as the service sends it; status 0 where no answer came at all. */
export class Problem extends Error {
  readonly status: number;
  readonly errors: FieldError[];
  /** The service's time, ISO 8601: it came too late, or the clocks differ. */
  readonly now: string | undefined;
  constructor(status: number, detail: string, errors: FieldError[], now?: string) {
    super(detail);
    this.status = status;
    this.errors = errors;
    this.now = now;
  }
}

/** The service's refusal. Throws what is none. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  throw error;
}

/** In a key's place: no key is sent, and the account counts of whoever is signed in. */
export const accountKey = "";

/** What has had no answer by then gets none; the largest poll over a slow line takes less. */
const answerMs = 30_000;

/**
 * Calls `path` with JSON, or a file of its own type; `key` null where none is needed, `tag` of the definition that alone may
 * be replaced.
 */
export async function send(
  method: string,
  path: string,
  key: string | null,
  body?: unknown,
  signal = AbortSignal.timeout(answerMs),
  tag: string | null = null,
): Promise<Response> {
  const headers = keyHeader(key);
  if (tag !== null) headers["if-match"] = tag;
  if (body !== undefined) headers["content-type"] = body instanceof Blob ? body.type : "application/json";
  const response = await fetch(path, {
    method,
    headers,
    signal,
    ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
  }).catch(() => null);
  if (response === null) throw new Problem(0, "", []);
  if (!response.ok) throw await problemFrom(response);
  return response;
}

function keyHeader(key: string | null): Record<string, string> {
  return key === null || key === accountKey ? {} : { authorization: `Bearer ${key}` };
}

export async function call<T>(
  method: string,
  path: string,
  key: string | null,
  body?: unknown,
  signal?: AbortSignal,
): Promise<T> {
  return bodyOf(await send(method, path, key, body, signal));
}

/** The line may go, or the time be up, in the midst of it. */
async function bodyOf<T>(response: Response): Promise<T> {
  return response.json().catch(() => {
    throw new Problem(0, "", []);
  });
}

/** One that breaks off is none: the service cuts what is erased while it is read. */
export async function fileOf(response: Response): Promise<Blob> {
  const file = await response.blob().catch(() => null);
  if (file === null || !(await isWhole(file))) throw new Problem(0, "", []);
  return file;
}

async function problemFrom(response: Response): Promise<Problem> {
  const body: { detail?: string; errors?: FieldError[]; now?: string } = await response.json().catch(() => ({}));
  return new Problem(response.status, body.detail ?? response.statusText, body.errors ?? [], body.now);
}

async function storedIn(response: Response): Promise<StoredPoll> {
  const written = await bodyOf<PollInfo>(response);
  const own = (text: unknown) => (isPlainObject(text) ? String(text[written.language]) : undefined);
  return { ...mapTexts(written, own), written, tag: response.headers.get("etag") };
}

/** `whileDraft`: not once a run has begun (409). */
export type Replacing = { tag: string | null; whileDraft: boolean };

const pollPath = (id: string, rest = "") => `/api/polls/${encodeURIComponent(id)}${rest}`;

export const api = {
  createPoll: (definition: unknown, createKey: string | null = null) =>
    call<CreatedPoll>("POST", "/api/polls", createKey, definition),
  async poll(id: string, key: string): Promise<OwnPoll> {
    const response = await send("GET", pollPath(id), key);
    return {
      ...(await storedIn(response)),
      role: response.headers.get("x-handupp-role") === "organiser" ? "organiser" : "presenter",
    };
  },
  /** `tag`: of the definition that is replaced, and no other (412); null for whichever there is. */
  replacePoll: async (id: string, key: string, definition: unknown, { tag, whileDraft }: Replacing) =>
    storedIn(await send("PUT", pollPath(id, whileDraft ? "?while=draft" : ""), key, definition, undefined, tag)),
  /** What creating the poll would be refused with. */
  async check(definition: unknown, signal: AbortSignal): Promise<FieldError[]> {
    return (await call<{ errors: FieldError[] }>("POST", "/api/polls/check", null, definition, signal)).errors;
  },
  async deletePoll(id: string, key: string): Promise<void> {
    await send("DELETE", pollPath(id), key);
  },
  /** The ballots of every closed run. */
  async eraseBallots(id: string, key: string): Promise<void> {
    await send("DELETE", pollPath(id, "/ballots"), key);
  },
  stage: (id: string, key: string, command: StageCommand, signal?: AbortSignal) =>
    call<PollStageFrame>("POST", pollPath(id, "/stage"), key, command, signal),
  async moderate(id: string, key: string, command: ModerationCommand, signal?: AbortSignal): Promise<void> {
    await send("POST", pollPath(id, "/moderation"), key, command, signal);
  },
  close: (id: string, key: string, wanted?: Timely, signal?: AbortSignal) =>
    call<{ run: number; status: PollStatus }>("POST", pollPath(id, "/close"), key, wanted, signal),
  beginRehearsal: (id: string, key: string, wanted: Timely, signal?: AbortSignal) =>
    call<PollStageFrame>("POST", pollPath(id, "/rehearsal"), key, wanted, signal),
  endRehearsal: (id: string, key: string, wanted: Timely, signal?: AbortSignal) =>
    call<PollStageFrame>("DELETE", pollPath(id, "/rehearsal"), key, wanted, signal),
  /** The old key of that role is worth nothing from then on. */
  newKey: (id: string, key: string, role: "organiser" | "presenter") =>
    call<{ key: string; link: string }>("POST", pollPath(id, "/keys"), key, { role }),
  startRun: (id: string, key: string) => call<{ run: number; status: PollStatus }>("POST", pollPath(id, "/runs"), key),
  runs: (id: string, key: string) => call<RunList>("GET", pollPath(id, "/runs"), key),
  publication: (id: string, key: string) => call<PublicationState>("GET", pollPath(id, "/publication"), key),
  publish: (id: string, key: string, ballots: boolean) =>
    call<Published>("POST", pollPath(id, "/publication"), key, { ballots }),
  changePublication: (id: string, key: string, ballots: boolean) =>
    call<PublicationState>("PUT", pollPath(id, "/publication"), key, { ballots }),
  async revokePublication(id: string, key: string): Promise<void> {
    await send("DELETE", pollPath(id, "/publication"), key);
  },
  results: (id: string, key: string, run?: number) =>
    call<Results>("GET", pollPath(id, `/results.json${run === undefined ? "" : `?run=${run}`}`), key),
  /** A file of the run as a blob to save: a link could not carry the key. */
  async download(id: string, key: string, file: string, run: number, signal?: AbortSignal): Promise<Blob> {
    return this.fetchFile(id, key, `/${file}?run=${run}`, signal);
  },
  /** The same as readers of published results get it, whoever asks. */
  async publicFile(id: string, key: string, file: string, run: number, signal: AbortSignal): Promise<Blob> {
    return this.fetchFile(id, key, `/${file}?run=${run}&for=readers`, signal);
  },
  async fetchFile(id: string, key: string, path: string, signal?: AbortSignal): Promise<Blob> {
    const headers = keyHeader(key);
    const response = await fetch(pollPath(id, path), { headers, ...(signal === undefined ? {} : { signal }) });
    if (!response.ok) throw await problemFrom(response);
    return fileOf(response);
  },
};

/** The key in the link's fragment (`#key=…`), which no server sees. */
export function keyFromFragment(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, "")).get("key");
}
