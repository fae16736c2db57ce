/** The service's HTTP calls as an outside client makes them. A refusal is thrown as `ApiProblem`. */
import type { CreatedPoll, PollInfo, Published } from "../../web/connection/api.ts";
import type { Results } from "../../worker/poll/results.ts";
import type { PollStageFrame } from "../../worker/poll/snapshots.ts";
import type { PollStatus, StageCommand } from "../../worker/shared/protocol.ts";
import type { FieldError } from "../../worker/shared/result.ts";

export type Joined = { poll: { id: string; title: string; language: string }; token: string; live: string };
type Download = "results.csv" | "results.xlsx" | "ballots.csv" | "chain.csv";
export type RunState = { run: number; status: PollStatus };
export type ProblemBody = { type: string; title: string; status: number; detail: string; errors?: FieldError[] };

export class ApiProblem extends Error {
  readonly status: number;
  readonly problem: ProblemBody;
  readonly headers: Headers;
  constructor(status: number, problem: ProblemBody, headers: Headers) {
    super(`${status} ${problem.detail}`);
    this.status = status;
    this.problem = problem;
    this.headers = headers;
  }
}

/** `address` without a slash at the end. */
export function apiClient(address: string) {
  async function send(method: string, path: string, key: string | null, body?: unknown): Promise<Response> {
    const headers = new Headers();
    if (key !== null) headers.set("authorization", `Bearer ${key}`);
    if (body !== undefined) headers.set("content-type", "application/json");
    const response = await fetch(address + path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (response.ok) return response;
    const problem: ProblemBody = await response.json();
    throw new ApiProblem(response.status, problem, response.headers);
  }

  async function json<T>(method: string, path: string, key: string | null, body?: unknown): Promise<T> {
    const response = await send(method, path, key, body);
    const parsed: T = await response.json();
    return parsed;
  }

  const poll = (id: string, rest = "") => `/api/polls/${encodeURIComponent(id)}${rest}`;
  const ofRun = (run: number | undefined) => (run === undefined ? "" : `?run=${run}`);

  return {
    address,
    health: () => json<{ status: string }>("GET", "/healthz", null),
    openApi: () => json<unknown>("GET", "/api/openapi.json", null),
    createPoll: (definition: unknown, createKey: string | null = null) =>
      json<CreatedPoll>("POST", "/api/polls", createKey, definition),
    poll: (id: string, key: string) => json<PollInfo>("GET", poll(id), key),
    replacePoll: (id: string, key: string, definition: unknown) => json<PollInfo>("PUT", poll(id), key, definition),
    deletePoll: async (id: string, key: string) => {
      await send("DELETE", poll(id), key);
    },
    eraseBallots: async (id: string, key: string) => {
      await send("DELETE", poll(id, "/ballots"), key);
    },
    beginRehearsal: (id: string, key: string) => json<PollStageFrame>("POST", poll(id, "/rehearsal"), key),
    endRehearsal: (id: string, key: string) => json<PollStageFrame>("DELETE", poll(id, "/rehearsal"), key),
    stage: (id: string, key: string, command: StageCommand) =>
      json<PollStageFrame>("POST", poll(id, "/stage"), key, command),
    close: (id: string, key: string) => json<RunState>("POST", poll(id, "/close"), key),
    startRun: (id: string, key: string) => json<RunState>("POST", poll(id, "/runs"), key),
    publish: (id: string, key: string, wish: { ballots?: boolean } = {}) =>
      json<Published>("POST", poll(id, "/publication"), key, wish),
    results: (id: string, key: string, run?: number) =>
      json<Results>("GET", poll(id, `/results.json${ofRun(run)}`), key),
    /** The file's bytes. */
    download: async (id: string, key: string, file: Download, run?: number) => {
      const response = await send("GET", poll(id, `/${file}${ofRun(run)}`), key);
      return new Uint8Array(await response.arrayBuffer());
    },
    join: (code: string) => json<Joined>("POST", "/api/join", null, { code }),
  };
}

/** The WebSocket's URL of a poll, as presenters build it. */
export function liveUrl(address: string, pollId: string): string {
  return `${address.replace(/^http/, "ws")}/api/polls/${encodeURIComponent(pollId)}/live`;
}
