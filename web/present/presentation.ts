/** What the stage shows, and how it follows what the service says. Pure. */
import type { PollStageFrame, PollTallyFrame } from "../../worker/poll/snapshots.ts";
import type { PollInfo } from "../connection/api.ts";
import { isOlder } from "../connection/frame-order.ts";
import type { Line, LiveFrame } from "../connection/live-connection.ts";

export type Access = "granted" | "wrong-key" | "gone";
export type Refusal = "offline" | "state" | "tooFast" | "failed";

export type Presentation = {
  access: Access;
  line: Line;
  /** Null until it has been loaded. */
  poll: PollInfo | null;
  /** Null until the first frame. */
  stage: PollStageFrame | null;
  /** Of the question on stage; null until its first frame. */
  tally: PollTallyFrame | null;
  /** Tokens issued in the run. */
  joined: number;
  /** The newest `seq` seen on this line; what comes by HTTP may overtake what comes by the socket. */
  seq: number;
  /** Why the last command was not carried out. */
  refusal: Refusal | null;
};

export type PresentationEvent =
  | { type: "poll"; poll: PollInfo }
  | { type: "frame"; frame: LiveFrame }
  | { type: "line"; line: Line }
  | { type: "access"; access: Access }
  | { type: "closed" }
  | { type: "refusal"; refusal: Refusal | null };

export const beginning: Presentation = {
  access: "granted",
  line: "connecting",
  poll: null,
  stage: null,
  tally: null,
  joined: 0,
  seq: -1,
  refusal: null,
};

export function nextPresentation(state: Presentation, event: PresentationEvent): Presentation {
  switch (event.type) {
    case "poll":
      return { ...state, poll: event.poll };
    case "line":
      // A new line begins with the whole state, whatever was seen before.
      return { ...state, line: event.line, seq: event.line === "open" ? -1 : state.seq };
    case "access":
      return { ...state, access: event.access };
    case "closed":
      return state.stage === null ? state : { ...state, stage: { ...state.stage, status: "closed", voting: "locked" } };
    case "refusal":
      return { ...state, refusal: event.refusal };
    case "frame":
      return withFrame(state, event.frame);
  }
}

function withFrame(state: Presentation, frame: LiveFrame): Presentation {
  switch (frame.type) {
    case "stage":
      return isOld(state, frame) ? state : withStage(state, frame);
    case "tally":
      if (isOld(state, frame) || frame.question !== state.stage?.question?.id) return state;
      return { ...state, tally: frame, joined: frame.joined ?? state.joined, seq: frame.seq };
    case "presence":
      return isOld(state, frame) ? state : { ...state, joined: frame.joined, seq: frame.seq };
    default:
      return state;
  }
}

function withStage(state: Presentation, frame: PollStageFrame): Presentation {
  const sameRun = frame.run === state.stage?.run;
  const sameAsking = sameRun && frame.asking === state.stage?.asking;
  // The answer to an own command has none; without it the next change of the definition would go unnoticed.
  const revision = frame.revision ?? state.stage?.revision;
  return {
    ...state,
    stage: revision === undefined ? frame : { ...frame, revision },
    tally: sameAsking ? state.tally : null,
    joined: frame.joined ?? (sameRun ? state.joined : 0),
    seq: frame.seq,
  };
}

function isOld({ stage, seq }: Presentation, frame: { run: number; seq: number }): boolean {
  return stage !== null && isOlder(frame, { run: stage.run, seq });
}
