/**
 * The whole wire contract of `GET /api/polls/{id}/live`: names, frames, close codes. Types and constants alone, so that
 * the phone can have it for nothing. `Q` is a question, `A` an answer, `T` a shown tally; floor 1 knows what they hold.
 */

import type { CloudPicture } from "./cloud-picture.ts";

export const subprotocol = "handupp.v1";
/** Offered beside `subprotocol` by clients that hold a token or key; the service's own vote page has a cookie instead. */
export const bearerPrefix = "bearer.";
/** Offered beside `subprotocol` by the service's own pages where the account of whoever is signed in stands for a key. */
export const accountProtocol = "account.session";

export const closeCodes = {
  /** Token or key not valid. */
  unauthorised: 4401,
  pollGone: 4404,
  /** Another socket of the same line has taken its place. */
  superseded: 4409,
  /** Too fast, or not reading: come back later. */
  tooFast: 4429,
  binaryFrame: 1003,
  /** Too large, again and again. */
  tooLarge: 1009,
  /** The service restarts: reconnect. */
  restart: 1012,
} as const;

export type PollStatus = "draft" | "live" | "closed";
export type VotingState = "open" | "locked";
export type ResultsState = "shown" | "hidden";
export type RightAnswerState = "shown" | "hidden";

/** The whole state: sent first after connecting, and on each change. */
export type StageFrame<Q, A> = {
  type: "stage";
  /** One count for stage and tally, growing within a run; a client drops what is older than what it has. */
  seq: number;
  /** From 1; below 0 in a rehearsal. */
  run: number;
  /** There in a rehearsal, which leaves nothing. */
  rehearsal?: true;
  title: string;
  /** Null in the lobby. An attendee gets this one and nothing of the others. */
  question: Q | null;
  voting: VotingState;
  results: ResultsState;
  /**
   * There where the question has a right answer, which is then in the question and in its tally: for presenters' stage
   * frames always, for attendees once it is shown.
   */
  rightAnswer?: RightAnswerState;
  /** ISO 8601; there while a countdown runs. */
  closesAt?: string;
  /** This attendee's own stored answer to the question; null where it was skipped. */
  answer?: A | null;
  /** While a question is on stage: the round it is asked in, from 1. */
  round?: number;
  /** This asking of it; said back as an answer's `question`, the answer counts in this one or not at all. */
  asking?: string;
  status: PollStatus;
  /** Of its texts: the poll's own, or the one that an attendee has asked for. */
  language: string;
  /** Attendees only: a phone that is handed on may answer once more, as somebody else. */
  sharedDevice?: true;
  /** Which there are, the poll's own first; there where texts are given in more than one. */
  languages?: string[];
  /** Texts of this frame that are in the poll's own language, since they are given in no other; there where any is. */
  untranslated?: string[];
  /** Presenters only: grows with each change of the definition. */
  revision?: number;
  /** Presenters only: tokens issued in this run, and attendees connected now. */
  joined?: number;
  present?: number;
  /** Presenters only: in how many rounds the question has been asked. */
  rounds?: number;
  /** Presenters only, ISO 8601: the answers were cleared, and until then they can be had back. */
  restorableUntil?: string;
  /** Presenters only, ISO 8601: the service's time, by which clocks are drawn. */
  now?: string;
  /** Presenters only: 95 of 100 of the latest answers were on disk within so many milliseconds of their arrival. */
  ackP95?: number;
};

/** `M`: what moderators see of a question besides its tally. */
export type TallyFrame<T, M = unknown> = {
  type: "tally";
  seq: number;
  run: number;
  question: string;
  answered: number;
  /** Attendees connected now; approximate, since a close may never arrive. */
  present: number;
  tally: T;
  /** Presenters only: where words stand, so that all screens show the same. */
  cloud?: CloudPicture;
  /** Presenters only. */
  joined?: number;
  /** Presenters only, where attendees write what others see. */
  moderation?: M;
  ackP95?: number;
  /** Presenters only, where the question has been asked twice: the round that is not on stage. */
  otherRound?: { round: number; answered: number; tally: T; cloud?: CloudPicture };
};

/** To presenters while no question is on stage: how many are there. */
export type PresenceFrame = {
  type: "presence";
  seq: number;
  run: number;
  joined: number;
  present: number;
  ackP95?: number;
};

export type AckFrame = { type: "ack"; ref: string };

export type ErrorCode =
  | "invalid"
  | "locked"
  | "not-on-stage"
  | "unchangeable"
  | "too-fast"
  | "too-large"
  | "too-late"
  | "forbidden"
  | "unknown";

/** Refused and not stored; the socket stays open. */
export type ErrorFrame = { type: "error"; ref?: string; code: ErrorCode; message: string };

export type ServerFrame<Q, A, T, M = unknown> =
  | StageFrame<Q, A>
  | TallyFrame<T, M>
  | PresenceFrame
  | AckFrame
  | ErrorFrame;

/**
 * Of a command: ISO 8601, by the service's time. What comes after it is refused and has no effect: whoever sent it has
 * given it up.
 */
export type Timely = { until?: string | undefined };

/** Puts a question on stage or changes what is there; the body of `POST …/stage` and a presenter's frame. */
export type StageCommand = Timely & {
  question?: string | null | undefined;
  voting?: VotingState | undefined;
  results?: ResultsState | undefined;
  /** `shown` locks voting too, unless the same command says `open`: what is answered after it is no guess. */
  rightAnswer?: RightAnswerState | undefined;
  /** Locks voting after so many. */
  seconds?: number | undefined;
  /** Asks the question in this round; without it in the latest that it has been asked in. */
  round?: number | undefined;
  /** Comes alone, but for `until`: takes all answers of the round away, or puts them back. */
  answers?: "clear" | "restore" | undefined;
};

/**
 * `hide` and `show` whatever the block list or approve-first say, `restore` what they say; `merge` lets a word count as
 * `into`. The body of `POST …/moderation` and a presenter's frame. `entry`: a word in any spelling, or a text's id.
 */
export type ModerationCommand = Timely & {
  question: string;
  action: "hide" | "show" | "restore" | "merge" | "unmerge";
  entry: string;
  into?: string | undefined;
};

export type ClientFrame =
  | { type: "answer"; ref: string; question: string; answer: unknown }
  | ({ type: "stage"; ref: string } & StageCommand)
  | ({ type: "moderate"; ref: string } & ModerationCommand)
  /** The highest `seq` read so far: credit for a bounded number of further bytes. */
  | { type: "got"; seq: number };
