/** Every call of the contract. */
import { accountPaths } from "./account-paths.ts";
import {
  allWithKey,
  body,
  call,
  download,
  either,
  ifMatch,
  json,
  keyed,
  pollId,
  run,
  text,
  whileDraft,
} from "./calls.ts";
import { live, watch } from "./sockets.ts";

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
    "/api/polls/check": {
      post: call({
        summary: "What is wrong with a definition; nothing is stored",
        by: "anyone",
        sends: "Definition",
        answers: [200, "The errors that creating it would be refused with; none where it is right.", json("Checked")],
        refuses: [400, 413, 415],
      }),
    },
    "/api/polls/{id}": {
      get: call({
        summary: "The definition",
        by: either,
        parameters: [pollId],
        answers: [
          200,
          "The definition and where the poll stands. Its `ETag` names the definition, whatever the status.",
          json("Poll"),
        ],
        refuses: keyed,
      }),
      put: call({
        summary: "Replace the definition",
        by: "organiser",
        parameters: [pollId, ifMatch, whileDraft],
        sends: "Definition",
        answers: [
          200,
          "The new definition. A question that has answers keeps its id and type, else 409.",
          json("Poll"),
        ],
        refuses: [...body, ...keyed, 409, 412],
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
        sends: "Timely",
        may: true,
        answers: [200, "The closed run.", json("Run")],
        refuses: [...body, ...keyed, 409],
      }),
    },
    "/api/polls/{id}/rehearsal": {
      post: call({
        summary: "Begin a rehearsal, of which nothing will be kept",
        by: either,
        parameters: [pollId],
        sends: "Timely",
        may: true,
        answers: [201, "The stage of the rehearsal.", json("StageFrame")],
        refuses: [...body, ...keyed, 409],
      }),
      delete: call({
        summary: "End the rehearsal: the poll is what it was before",
        by: either,
        parameters: [pollId],
        sends: "Timely",
        may: true,
        answers: [200, "The stage after it.", json("StageFrame")],
        refuses: [...body, ...keyed, 409],
      }),
    },
    "/api/polls/{id}/publication": publication(),
    "/api/polls/{id}/runs": {
      get: call({
        summary: "All runs, and whether their ballots may be read by who asks; to readers, closed runs alone",
        by: allWithKey,
        parameters: [pollId],
        answers: [200, "The runs, the first one first.", json("Runs")],
        refuses: keyed,
      }),
      post: call({
        summary: "Start a new, empty run",
        by: "organiser",
        parameters: [pollId],
        answers: [201, "The new run.", json("Run")],
        refuses: [...keyed, 409],
      }),
    },
    "/api/polls/{id}/keys": {
      post: call({
        summary: "Make a key anew: the old one is worth nothing from then on",
        by: "organiser",
        parameters: [pollId],
        sends: "KeyWish",
        answers: [201, "The new key: shown this once.", json("NewKey")],
        refuses: [...body, ...keyed],
      }),
    },
    "/api/polls/{id}/results.json": download("Results", allWithKey, json("Results")),
    "/api/polls/{id}/results.csv": download(
      "Results, one row a figure: run,question,type,text,item,value",
      allWithKey,
      {
        "text/csv": text,
      },
    ),
    "/api/polls/{id}/results.xlsx": download("Results as a workbook", allWithKey, {
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {},
    }),
    "/api/polls/{id}/ballots.csv": download(
      "Ballots, one row each: run,question,attendee,answer,cast_at",
      "organiser or reader",
      {
        "text/csv": text,
      },
      410,
    ),
    "/api/polls/{id}/chain.csv": download(
      "The chains of casts, one row an entry: run,shard,number,asking,replaces,digest,attendee,salt",
      "organiser or reader",
      { "text/csv": text },
      410,
    ),
    "/api/polls/{id}/ballots": {
      delete: call({
        summary: "Erase the ballots of closed runs, everywhere; results stay. Without `run` those of all closed runs",
        by: "organiser",
        parameters: [pollId, run],
        answers: [204, "They are gone."],
        refuses: [...keyed, 409, 422],
      }),
    },
    "/api/polls/{id}/receipts": {
      get: call({
        summary: "The own ballots of the attendee whose token is the bearer, each with its place in the chain",
        by: "attendee",
        parameters: [pollId],
        answers: [200, "Those that count.", json("Receipts")],
        refuses: [401, 404],
      }),
    },
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
    "/api/poll-schema.json": {
      get: call({
        summary: "JSON Schema of a definition, for files of polls",
        by: "anyone",
        answers: [200, "JSON Schema 2020-12.", { "application/json": {} }],
        refuses: [],
      }),
    },
    ...accountPaths(),
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

function publication(): object {
  const by = "organiser";
  const parameters = [pollId];
  return {
    post: call({
      summary: "Publish the results of closed runs, by a new key; an earlier one is good no more",
      by,
      parameters,
      sends: "Publish",
      answers: [201, "The reader's key: shown this once.", json("Published")],
      refuses: [...body, ...keyed],
    }),
    put: call({
      summary: "Say whether single ballots are public, too",
      by,
      parameters,
      sends: "Publication",
      answers: [200, "What is public now.", json("PublicationState")],
      refuses: [...body, ...keyed, 409],
    }),
    get: call({
      summary: "Whether the results are public",
      by,
      parameters,
      answers: [200, "What is public now.", json("PublicationState")],
      refuses: keyed,
    }),
    delete: call({
      summary: "Take the results back: their key is good no more",
      by,
      parameters,
      answers: [204, "They are not public."],
      refuses: keyed,
    }),
  };
}
