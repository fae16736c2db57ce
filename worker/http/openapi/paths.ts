/** Every call of the contract. */
import { closeCodes, subprotocol } from "../../shared/protocol.ts";
import { ref } from "./schemas.ts";

const refusals = {
  400: "The body is not JSON.",
  401: "No key, or a wrong one.",
  403: "The key lacks the right.",
  404: "There is no such poll.",
  409: "The poll's state forbids it.",
  410: "The poll's run is closed.",
  413: "The body is too large.",
  415: "The body is not application/json.",
  422: "Fields are wrong; `errors` names them.",
  429: "Too fast; `Retry-After` says when to come back.",
} as const;

type RefusalCode = keyof typeof refusals;

const body = [400, 413, 415, 422] as const;
const keyed = [401, 403, 404] as const;

const pollId = { name: "id", in: "path", required: true, schema: { type: "string" }, description: "The poll's id." };
const run = {
  name: "run",
  in: "query",
  required: false,
  schema: { type: "integer", minimum: 1 },
  description: "The run; the latest where it is left out.",
};

type Call = {
  summary: string;
  /** Who may call it: keys are sent as bearer. */
  by: "anyone" | "organiser" | "organiser or presenter";
  parameters?: object[];
  sends?: string;
  answers: [status: number, description: string, content?: object];
  refuses: readonly RefusalCode[];
};

const json = (name: string) => ({ "application/json": { schema: ref(name) } });

function call({ summary, by, parameters = [], sends, answers: [status, description, content], refuses }: Call): object {
  return {
    summary,
    description: `By ${by}.`,
    ...(parameters.length === 0 ? {} : { parameters }),
    security: by === "anyone" ? [] : [{ key: [] }],
    ...(sends === undefined ? {} : { requestBody: { required: true, content: json(sends) } }),
    responses: {
      [status]: { description, ...(content === undefined ? {} : { content }) },
      ...Object.fromEntries(refuses.map((code) => [code, refusal(code)])),
    },
  };
}

function refusal(code: RefusalCode): object {
  const headers = { "Retry-After": { schema: { type: "integer" }, description: "Seconds." } };
  return {
    description: refusals[code],
    ...(code === 429 ? { headers } : {}),
    content: { "application/problem+json": { schema: ref("Problem") } },
  };
}

function download(summary: string, by: Call["by"], content: object): object {
  return {
    get: call({
      summary,
      by,
      parameters: [pollId, run],
      answers: [200, "The file.", content],
      refuses: [...keyed, 422],
    }),
  };
}

const text = { schema: { type: "string" } };
const either = "organiser or presenter";

export function paths(): Record<string, object> {
  return {
    "/api/polls": {
      post: {
        ...call({
          summary: "Create a poll",
          by: "anyone",
          sends: "Definition",
          answers: [201, "The poll, with its keys: shown this once.", json("Created")],
          refuses: [...body, 401, 429],
        }),
        description: "By anyone the deployment lets; one with a create key asks for it as the bearer.",
        security: [{}, { key: [] }],
      },
    },
    "/api/polls/{id}": {
      get: call({
        summary: "The definition",
        by: either,
        parameters: [pollId],
        answers: [200, "The definition and where the poll stands.", json("Poll")],
        refuses: keyed,
      }),
      put: call({
        summary: "Replace the definition",
        by: "organiser",
        parameters: [pollId],
        sends: "Definition",
        answers: [
          200,
          "The new definition. A question that has answers keeps its id and type, else 409.",
          json("Poll"),
        ],
        refuses: [...body, ...keyed, 409],
      }),
      delete: call({
        summary: "Delete the poll with its ballots and results, everywhere",
        by: "organiser",
        parameters: [pollId],
        answers: [204, "Gone."],
        refuses: keyed,
      }),
    },
    "/api/polls/{id}/stage": {
      post: call({
        summary: "Put a question on stage, open or lock voting, show or hide results",
        by: either,
        parameters: [pollId],
        sends: "StageCommand",
        answers: [200, "The stage after it.", json("StageFrame")],
        refuses: [...body, ...keyed, 409],
      }),
    },
    "/api/polls/{id}/moderation": {
      post: call({
        summary: "Hide, show or merge what attendees have written, while the run is live",
        by: either,
        parameters: [pollId],
        sends: "ModerationCommand",
        answers: [200, "What moderators have decided on the question.", json("Moderation")],
        refuses: [...body, ...keyed, 409],
      }),
    },
    "/api/polls/{id}/close": {
      post: call({
        summary: "End the run and keep its results",
        by: either,
        parameters: [pollId],
        answers: [200, "The closed run.", json("Run")],
        refuses: [...keyed, 409],
      }),
    },
    "/api/polls/{id}/rehearsal": {
      post: call({
        summary: "Begin a rehearsal, of which nothing will be kept",
        by: either,
        parameters: [pollId],
        answers: [201, "The stage of the rehearsal.", json("StageFrame")],
        refuses: [...keyed, 409],
      }),
      delete: call({
        summary: "End the rehearsal: the poll is what it was before",
        by: either,
        parameters: [pollId],
        answers: [200, "The stage after it.", json("StageFrame")],
        refuses: [...keyed, 409],
      }),
    },
    "/api/polls/{id}/runs": {
      post: call({
        summary: "Start a new, empty run",
        by: "organiser",
        parameters: [pollId],
        answers: [201, "The new run.", json("Run")],
        refuses: [...keyed, 409],
      }),
    },
    "/api/polls/{id}/results.json": download("Results", either, json("Results")),
    "/api/polls/{id}/results.csv": download("Results, one row a figure: run,question,type,text,item,value", either, {
      "text/csv": text,
    }),
    "/api/polls/{id}/results.xlsx": download("Results as a workbook", either, {
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {},
    }),
    "/api/polls/{id}/ballots.csv": download(
      "Ballots, one row each: run,question,attendee,answer,cast_at",
      "organiser",
      {
        "text/csv": text,
      },
    ),
    "/api/polls/{id}/live": { get: live() },
    "/api/polls/{id}/watch": { get: watch() },
    "/api/join": {
      post: call({
        summary: "Join by code",
        by: "anyone",
        sends: "Join",
        answers: [200, "The poll, a token good for this run, and the WebSocket's URL.", json("Joined")],
        refuses: [...body, 404, 409, 410, 429],
      }),
    },
    "/api/openapi.json": {
      get: call({
        summary: "This document",
        by: "anyone",
        answers: [200, "OpenAPI 3.1.", { "application/json": {} }],
        refuses: [],
      }),
    },
    "/healthz": {
      get: call({
        summary: "Whether it serves",
        by: "anyone",
        answers: [200, "It does.", json("Health")],
        refuses: [],
      }),
    },
  };
}

function watch(): object {
  return {
    summary: "What the stage shows, for frames in slides (WebSocket)",
    description: [
      `Where \`settings.embed\` is true. The client offers the subprotocol \`${subprotocol}\` and needs no key. It gets the stage's`,
      "question and tally while the stage shows its results, else a stage without a question; it can send `got` and `ping`",
      "alone, and counts as no attendee.",
      `Close codes: ${closeCodes.unauthorised} embedding is not allowed, ${closeCodes.pollGone} poll gone, ${closeCodes.tooFast} too many are watching.`,
    ].join(" "),
    parameters: [
      pollId,
      { name: "question", in: "query", description: "This question alone.", schema: { type: "string" } },
      { name: "Sec-WebSocket-Protocol", in: "header", required: true, schema: { type: "string" } },
    ],
    security: [],
    responses: upgradeResponses(),
    "x-websocket": {
      subprotocol,
      closeCodes,
      fromServer: ["StageFrame", "TallyFrame", "ErrorFrame"].map(ref),
      fromViewer: ["GotFrame"].map(ref),
    },
  };
}

function lineName(name: string, description: string): object {
  return { name, in: "query", description, schema: { type: "string", pattern: "^[A-Za-z0-9_-]{1,32}$" } };
}

function upgradeResponses(): object {
  return {
    101: { description: "Switches to the WebSocket protocol." },
    403: { ...refusal(403), description: "The Origin is another site's." },
    404: refusal(404),
    426: {
      description: "Not a WebSocket's request.",
      content: { "application/problem+json": { schema: ref("Problem") } },
    },
  };
}

/** OpenAPI has no word for frames; their schemas stand under names of its own extension. */
function live(): object {
  const names = (...frames: string[]) => frames.map(ref);
  return {
    summary: "The live connection of attendees and presenters (WebSocket)",
    description: [
      `The client offers the subprotocols \`${subprotocol}\` and \`bearer.TOKEN\`, TOKEN an attendee's token or a key; the`,
      `server selects \`${subprotocol}\`. The service's own vote page offers \`${subprotocol}\` alone and is known by its cookie.`,
      "A frame is one JSON object of at most 8 KiB; the text `ping` is answered `pong`. A client may tell what it has read by",
      "a `got` frame with the highest `seq`; one that leaves much unread gets fewer tallies, and in the end is closed.",
      `Close codes: ${closeCodes.unauthorised} token or key not valid, ${closeCodes.pollGone} poll gone, ${closeCodes.superseded}`,
      `another socket of the same line has come, ${closeCodes.tooFast} too fast, ${closeCodes.binaryFrame} binary frame, ${closeCodes.tooLarge} too large again and again, ${closeCodes.restart} the service restarts.`,
    ].join(" "),
    parameters: [
      pollId,
      lineName(
        "line",
        "An attendee's own name of its line, the same on each reconnection: earlier sockets of it are closed.",
      ),
      lineName("after", "The name of an earlier line that this one takes the place of."),
      { name: "Sec-WebSocket-Protocol", in: "header", required: true, schema: { type: "string" } },
    ],
    security: [],
    responses: { ...upgradeResponses(), 422: refusal(422) },
    "x-websocket": {
      subprotocol,
      closeCodes,
      fromServer: names("StageFrame", "TallyFrame", "PresenceFrame", "AckFrame", "ErrorFrame"),
      fromAttendee: names("AnswerFrame", "GotFrame"),
      fromPresenter: names("StageCommandFrame", "ModerationCommandFrame", "GotFrame"),
    },
  };
}
