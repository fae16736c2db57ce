/** What describes one call over HTTP. */
import { ref } from "./schemas.ts";

const refusals = {
  400: "The body is not JSON.",
  401: "No key, or a wrong one; or nobody is signed in.",
  403: "The key lacks the right.",
  404: "There is no such poll.",
  409: "The poll's state forbids it.",
  410: "The poll's run is closed, or its ballots are erased.",
  412: "The definition is not the one that If-Match names.",
  413: "The body is too large.",
  415: "The body is not application/json.",
  422: "Fields are wrong; `errors` names them.",
  429: "Too fast; `Retry-After` says when to come back.",
} as const;

type RefusalCode = keyof typeof refusals;

export const body = [400, 413, 415, 422] as const;
export const keyed = [401, 403, 404] as const;

export const pollId = {
  name: "id",
  in: "path",
  required: true,
  schema: { type: "string" },
  description: "The poll's id.",
};
export const ifMatch = {
  name: "If-Match",
  in: "header",
  required: false,
  schema: { type: "string" },
  description: "The `ETag` of the definition that is to be replaced; without it, whichever there is.",
};
export const whileDraft = {
  name: "while",
  in: "query",
  required: false,
  schema: { type: "string", enum: ["draft"] },
  description: "Not once a run has begun: 409 then.",
};
export const run = {
  name: "run",
  in: "query",
  required: false,
  schema: { type: "integer", minimum: 1 },
  description: "The run; the latest where it is left out and nothing else is said.",
};

type Call = {
  summary: string;
  /** Who may call it: keys are sent as bearer; without one, the account counts of whoever is signed in. */
  by:
    | "anyone"
    | "organiser"
    | "organiser or presenter"
    | "organiser, presenter or reader"
    | "organiser or reader"
    | "attendee"
    | "whoever is signed in";
  parameters?: object[];
  /** What the body is; `may` where it can be left out. */
  sends?: string;
  may?: true;
  answers: [status: number, description: string, content?: object];
  refuses: readonly RefusalCode[];
};

export const json = (name: string) => ({ "application/json": { schema: ref(name) } });

export function call({
  summary,
  by,
  parameters = [],
  sends,
  may,
  answers: [status, description, content],
  refuses,
}: Call): object {
  return {
    summary,
    description: `By ${by}.`,
    ...(parameters.length === 0 ? {} : { parameters }),
    security: securityFor(by),
    ...(sends === undefined ? {} : { requestBody: { required: may !== true, content: json(sends) } }),
    responses: {
      [status]: { description, ...(content === undefined ? {} : { content }) },
      ...Object.fromEntries(refuses.map((code) => [code, refusal(code)])),
    },
  };
}

function securityFor(by: Call["by"]): object[] {
  switch (by) {
    case "anyone":
      return [];
    case "whoever is signed in":
      return [{ session: [] }];
    case "attendee":
      return [{ key: [] }];
    case "organiser":
    case "organiser or presenter":
    case "organiser, presenter or reader":
    case "organiser or reader":
      return [{ key: [] }, { session: [] }];
    default:
      return by satisfies never;
  }
}

export function refusal(code: RefusalCode): object {
  const headers = { "Retry-After": { schema: { type: "integer" }, description: "Seconds." } };
  return {
    description: refusals[code],
    ...(code === 429 ? { headers } : {}),
    content: { "application/problem+json": { schema: ref("Problem") } },
  };
}

/** `refuses`: beside what every download does. */
export const allWithKey = "organiser, presenter or reader";

const forReaders = {
  name: "for",
  in: "query",
  required: false,
  schema: { const: "readers" },
  description: "What readers of published results get, whoever asks.",
};

export function download(summary: string, by: Call["by"], content: object, ...refuses: RefusalCode[]): object {
  return {
    get: call({
      summary,
      by,
      parameters: by === allWithKey ? [pollId, run, forReaders] : [pollId, run],
      answers: [200, "The file.", content],
      refuses: [...keyed, ...refuses, 422],
    }),
  };
}

export const text = { schema: { type: "string" } };
export const either = "organiser or presenter";
