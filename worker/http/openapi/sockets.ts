/** The two WebSockets. */
import { accountProtocol, closeCodes, subprotocol } from "../../shared/protocol.ts";
import { pollId, refusal } from "./calls.ts";
import { ref } from "./schemas.ts";

export function watch(): object {
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
export function live(): object {
  const names = (...frames: string[]) => frames.map(ref);
  return {
    summary: "The live connection of attendees and presenters (WebSocket)",
    description: [
      `The client offers the subprotocols \`${subprotocol}\` and \`bearer.TOKEN\`, TOKEN an attendee's token or a key; the`,
      `server selects \`${subprotocol}\`. The service's own vote page offers \`${subprotocol}\` alone and is known by its cookie.`,
      `Its presenter's page may offer \`${accountProtocol}\` beside it in a key's place, and is known by the session.`,
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
      {
        name: "lang",
        in: "query",
        description: "The language that an attendee would have the texts in, where the poll has it.",
        schema: { type: "string" },
      },
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
