/** Calls of the service's API inside workerd, as a client outside makes them. */

import type { PollDescription, RunState } from "../../worker/poll/replies.ts";
import type { Results } from "../../worker/poll/results.ts";
import type { PollStageFrame } from "../../worker/poll/snapshots.ts";
import type { StageCommand } from "../../worker/shared/protocol.ts";
import { fetchPath } from "./fetch-path.ts";
import { LiveLine } from "./live-line.ts";

export type Links = Record<"vote" | "present" | "organise" | "results", string>;
export type Created = { id: string; code: string; organiserKey: string; presenterKey: string; links: Links };
export type Joined = { poll: { id: string; title: string; language: string }; token: string; live: string };
export type ProblemBody = {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: { path: string; message: string }[];
};
type CallOptions = { key?: string; body?: unknown; headers?: Record<string, string> };

/** `body` goes as JSON. Returns the response, whatever its status. */
export function call(method: string, path: string, { key, body, headers = {} }: CallOptions = {}): Promise<Response> {
  return fetchPath(path, {
    method,
    headers: {
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** The body of a response that has to have `status`. */
export async function bodyOf<T>(response: Response | Promise<Response>, status = 200): Promise<T> {
  const answered = await response;
  if (answered.status !== status) {
    throw new Error(`status ${answered.status} instead of ${status}: ${await answered.text()}`);
  }
  return answered.json();
}

/** The problem that a call was refused with; throws where its status or its form is another. */
export async function problemOf(response: Response | Promise<Response>, status: number): Promise<ProblemBody> {
  const answered = await response;
  const problem = await bodyOf<ProblemBody>(answered, status);
  const type = answered.headers.get("content-type");
  if (type !== "application/problem+json") throw new Error(`a problem came as ${type}`);
  const { title, detail } = problem;
  if (problem.status !== status || !title || !detail || typeof problem.type !== "string") {
    throw new Error(`not a problem of RFC 9457: ${JSON.stringify(problem)}`);
  }
  return problem;
}

/** A question of each type, with ids that tests can name. */
export const sampleDefinition = {
  title: "Nätverksmötet",
  language: "sv",
  questions: [
    {
      id: "colour",
      type: "choice",
      text: "Vilken färg?",
      options: [
        { id: "red", text: "Röd" },
        { id: "blue", text: "Blå" },
      ],
    },
    { id: "words", type: "words", text: "Tre ord om dagen" },
    { id: "text", type: "text", text: "Vad tar du med dig?" },
    {
      id: "scale",
      type: "scale",
      text: "Hur var det?",
      statements: [
        { id: "food", text: "Maten" },
        { id: "talks", text: "Talen" },
      ],
    },
  ],
};

/** The sample's choice question with other fields. */
export function choiceQuestion(fields: Record<string, unknown> = {}) {
  return { ...sampleDefinition.questions[0], ...fields };
}

export async function createPoll(definition: object = sampleDefinition): Promise<TestPoll> {
  return new TestPoll(await bodyOf<Created>(call("POST", "/api/polls", { body: definition }), 201));
}

/** A poll that has one choice question, `colour`, with the given fields on stage. */
export async function pollOnStage(fields: Record<string, unknown> = {}, command: StageCommand = {}): Promise<TestPoll> {
  const poll = await createPoll({
    ...sampleDefinition,
    questions: [choiceQuestion(fields), ...sampleDefinition.questions.slice(1)],
  });
  await poll.stage({ question: "colour", ...command });
  return poll;
}

/** A poll with both its keys in hand. Calls that are not refused unless something is broken throw where they are. */
export class TestPoll {
  readonly id: string;
  readonly code: string;
  readonly organiserKey: string;
  readonly presenterKey: string;
  readonly links: Links;

  constructor({ id, code, organiserKey, presenterKey, links }: Created) {
    this.id = id;
    this.code = code;
    this.organiserKey = organiserKey;
    this.presenterKey = presenterKey;
    this.links = links;
  }

  /** A call under `/api/polls/{id}`, by the organiser unless told otherwise. */
  call(method: string, rest = "", options: CallOptions = {}): Promise<Response> {
    return call(method, `/api/polls/${this.id}${rest}`, { key: this.organiserKey, ...options });
  }

  describe(): Promise<PollDescription> {
    return bodyOf(this.call("GET"));
  }

  stage(command: StageCommand): Promise<PollStageFrame> {
    return bodyOf(this.call("POST", "/stage", { key: this.presenterKey, body: command }));
  }

  close(): Promise<RunState> {
    return bodyOf(this.call("POST", "/close"));
  }

  startRun(): Promise<RunState> {
    return bodyOf(this.call("POST", "/runs"), 201);
  }

  results(run?: number): Promise<Results> {
    return bodyOf(this.call("GET", `/results.json${run === undefined ? "" : `?run=${run}`}`));
  }

  /** One result's tally. */
  async tally(question: string, run?: number) {
    return (await this.results(run)).questions.find(({ id }) => id === question)?.tally;
  }

  join(): Promise<Joined> {
    return bodyOf(call("POST", "/api/join", { body: { code: this.code } }));
  }

  connect(bearer: string, query = ""): Promise<LiveLine> {
    return LiveLine.open(this.id, bearer, {}, query);
  }

  /** A new attendee's connection; the first stage frame is still unread. */
  async attendee(): Promise<LiveLine> {
    return this.connect((await this.join()).token);
  }

  /** A new attendee's connection, once it has shown `question`. */
  async attendeeAt(question: string): Promise<LiveLine> {
    const attendee = await this.attendee();
    await attendee.next("stage", { where: (frame) => frame.question?.id === question });
    return attendee;
  }

  presenter(): Promise<LiveLine> {
    return this.connect(this.presenterKey);
  }
}
