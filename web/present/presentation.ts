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
  /** Tokens issued in the run, and attendees connected now. */
  joined: number;
  present: number;
  /** Milliseconds: 95 of 100 of the latest answers were on disk within so many; null before the first. */
  ackP95: number | null;
  /** Milliseconds from this page to the service and back, the latest last. */
  roundTrips: readonly number[];
  /** How far this browser's clock is ahead of the service's; milliseconds. */
  clockAhead: number;
  /** While the line is lost: when the picture was last known to be the newest; milliseconds. */
  pictureFrom: number | null;
  /** The newest `seq` seen on this line; what comes by HTTP may overtake what comes by the socket. */
  seq: number;
  /** Why the last command was not carried out. */
  refusal: Refusal | null;
};

export type PresentationEvent =
  | { type: "poll"; poll: PollInfo }
  /** `at`: milliseconds by this browser's clock. */
  | { type: "frame"; frame: LiveFrame; at: number }
  /** `heardAt`: when the service was last heard, by this browser's clock. */
  | { type: "line"; line: Line; heardAt: number }
  | { type: "round-trip"; ms: number }
  /** `ahead`: how far this browser's clock is ahead of the service's; milliseconds. */
  | { type: "clock"; ahead: number }
  | { type: "access"; access: Access }
  | { type: "closed" }
  | { type: "refusal"; refusal: Refusal | null };

/** Some minutes' worth. */
const keptRoundTrips = 40;

export const beginning: Presentation = {
  access: "granted",
  line: "connecting",
  poll: null,
  stage: null,
  tally: null,
  joined: 0,
  present: 0,
  ackP95: null,
  roundTrips: [],
  clockAhead: 0,
  pictureFrom: null,
  seq: -1,
  refusal: null,
};

export function nextPresentation(state: Presentation, event: PresentationEvent): Presentation {
  switch (event.type) {
    case "poll":
      return { ...state, poll: event.poll };
    case "line":
      // A new line begins with the whole state, whatever was seen before.
      return {
        ...state,
        line: event.line,
        seq: event.line === "open" ? -1 : state.seq,
        pictureFrom: event.line === "lost" ? event.heardAt : null,
        // What was pressed in vain is said until the service answers again: the room looks at this.
        refusal: event.line === "open" && state.refusal === "offline" ? null : state.refusal,
      };
    case "round-trip":
      return { ...state, roundTrips: [...state.roundTrips, event.ms].slice(-keptRoundTrips) };
    case "clock":
      return { ...state, clockAhead: event.ahead };
    case "access":
      return { ...state, access: event.access };
    case "closed":
      return state.stage === null ? state : { ...state, stage: { ...state.stage, status: "closed", voting: "locked" } };
    case "refusal":
      return { ...state, refusal: event.refusal };
    case "frame":
      return withFrame(state, event.frame, event.at);
  }
}

function withFrame(state: Presentation, frame: LiveFrame, at: number): Presentation {
  switch (frame.type) {
    case "stage":
      return isOld(state, frame) ? state : withStage(state, frame, at);
    case "tally":
      if (isOld(state, frame) || frame.question !== state.stage?.question?.id) return state;
      return { ...state, tally: frame, ...roomIn(state, frame), seq: frame.seq };
    case "presence":
      return isOld(state, frame) ? state : { ...state, ...roomIn(state, frame), seq: frame.seq };
    default:
      return state;
  }
}

function withStage(state: Presentation, frame: PollStageFrame, at: number): Presentation {
  const sameRun = frame.run === state.stage?.run;
  const sameAsking = sameRun && frame.asking === state.stage?.asking;
  return {
    ...state,
    stage: frame,
    tally: sameAsking ? state.tally : null,
    ...roomIn(sameRun ? state : beginning, frame),
    clockAhead: frame.now === undefined ? state.clockAhead : at - Date.parse(frame.now),
    seq: frame.seq,
  };
}

type Room = Pick<Presentation, "joined" | "present" | "ackP95">;

/** What the frame tells of who is there; what it leaves out stays as it was. */
function roomIn(
  before: Room,
  { joined, present, ackP95 }: { joined?: number; present?: number; ackP95?: number },
): Room {
  return { joined: joined ?? before.joined, present: present ?? before.present, ackP95: ackP95 ?? before.ackP95 };
}

function isOld({ stage, seq }: Presentation, frame: { run: number; seq: number }): boolean {
  return stage !== null && isOlder(frame, { run: stage.run, seq });
}
