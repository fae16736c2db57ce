/**
 * What is on stage, as a union over its phase, and the one function that changes it. Pure: the time is an argument, and
 * what has to happen besides is returned as data.
 */
import { hasRightAnswer } from "../questions/right-answer.ts";
import { limits } from "../shared/limits.ts";
import type { PollStatus, ResultsState, StageCommand, Timely, VotingState } from "../shared/protocol.ts";
import { type FieldError, fieldError, ok, type Result, refuse } from "../shared/result.ts";
import { type Asked, type Asking, askingOf, clearedKeys, roundsOf, withRound, withTake } from "./asking.ts";
import { type Definition, questionById } from "./definition.ts";
import { notNow } from "./not-now.ts";
import {
  beginRehearsal,
  endRehearsal,
  lastingStage,
  type Rehearsal,
  rehearsalOn,
  stillRehearsing,
} from "./rehearsal.ts";
import { clearClosed, closeRun, startRun } from "./runs.ts";
import { tooLate } from "./too-late.ts";

export type Voting = { state: "locked" } | { state: "open" /** Milliseconds. */; closesAt: number | null };

/** `rightAnswer` is there while the question's right answer is shown. */
type Shown = { results: ResultsState; rightAnswer?: "shown" };

type Run = { run: number; asked: Asked };

export type Stage = DraftStage | LiveStage | ClosedStage;
/** `rehearsal` is there while the run is one. */
export type LiveStage = LobbyStage | QuestionStage;
export type DraftStage = { phase: "draft" };
export type ClosedStage = Run & { phase: "closed"; closedAt: number; question: string | null; round: number } & Shown;
type LobbyStage = Run & { phase: "lobby"; rehearsal?: Rehearsal };

export type QuestionStage = Run & {
  phase: "question";
  rehearsal?: Rehearsal;
  question: string;
  round: number;
  voting: Voting;
  /** The answers were cleared: until then (milliseconds) they can be had back, and voting is locked. `voting` comes after. */
  cleared?: { until: number; voting: Voting };
} & Shown;

export type Command =
  | ({ type: "stage" } & StageCommand)
  | ({ type: "close" } & Timely)
  | { type: "start-run" }
  /** `run`: a rehearsal's number that has not been used. */
  | ({ type: "begin-rehearsal"; run: number } & Timely)
  | ({ type: "end-rehearsal" } & Timely)
  /** The countdown may have ended, or the time in which cleared answers can be restored, or a forgotten rehearsal's. */
  | { type: "tick" }
  /** The definition has changed, and its questions with it. */
  | { type: "redefine" }
  /** The ballots of the closed run are gone: its last question can't be counted any more. */
  | { type: "clear-closed" };

export type Effect =
  /** Presenters and shards have to hear of the new stage. */
  | { type: "show" }
  /** A new, empty run has begun. */
  | { type: "open-run"; run: number }
  /** The run's results have to be taken and kept. */
  | { type: "finish-run"; run: number }
  /** A rehearsal has ended: nothing of it may stay. */
  | { type: "wipe-run"; run: number };

/** `state`: not in this phase (409). `fields`: the command is wrong (422). `late`: it is not wanted any more; `now` in ISO 8601. */
export type Refusal =
  | { reason: "state"; message: string }
  | { reason: "fields"; errors: FieldError[] }
  | { reason: "late"; message: string; now: string };

export type Transition = Result<{ stage: Stage; effects: Effect[] }, Refusal>;

export function transition(stage: Stage, command: Command, definition: Definition, now: number): Transition {
  const late = "until" in command ? tooLate(command, now) : undefined;
  if (late !== undefined) return late;
  switch (command.type) {
    case "stage": {
      const { type: _, until: __, ...fields } = command;
      return changeStage(stage, fields, definition, now);
    }
    case "close":
      return closeRun(stage, now);
    case "start-run":
      return startRun(stage);
    case "begin-rehearsal":
      return beginRehearsal(stage, command.run, now);
    case "end-rehearsal":
      return endRehearsal(stage);
    case "tick":
      return tick(stage, now);
    case "redefine":
      return redefine(stage, definition, now);
    case "clear-closed":
      return clearClosed(stage);
  }
}

function changeStage(stage: Stage, command: StageCommand, definition: Definition, now: number): Transition {
  if (stage.phase === "closed") return notNow("The run is closed. Start a new run first.");
  const run = runOf(stage);
  const opened: Effect[] = stage.phase === "draft" ? [{ type: "open-run", run }] : [];
  const next =
    command.answers === undefined ? nextStage(stage, command, definition, now) : changeAnswers(stage, command, now);
  return next.ok
    ? ok({ stage: stillRehearsing(stage, next.value, now), effects: [...opened, { type: "show" }] })
    : next;
}

function nextStage(
  stage: DraftStage | LiveStage,
  command: StageCommand,
  definition: Definition,
  now: number,
): Result<LiveStage, Refusal> {
  const { question: id, voting, results, rightAnswer, seconds, round } = command;
  const run = runOf(stage);
  const asked = askedIn(stage);
  const onStage = id === undefined && stage.phase === "question" ? stage.question : id;
  if (onStage === null || onStage === undefined) {
    if (voting === "open" || [results, rightAnswer].includes("shown") || seconds !== undefined || round !== undefined) {
      return notNow("No question is on stage, so there is no voting to open and there are no results to show.");
    }
    return ok({ phase: "lobby", run, asked });
  }
  const question = questionById(definition, onStage);
  if (question === undefined) {
    return refuse({
      reason: "fields",
      errors: [fieldError("question", "unknown-question", "is not one of this poll")],
    });
  }
  if (rightAnswer === "shown" && !hasRightAnswer(question)) {
    return refuse({
      reason: "fields",
      errors: [fieldError("rightAnswer", "no-right-answer", "can't be shown: the question has no right answer")],
    });
  }
  const nextRound =
    round ?? Math.max(1, id === undefined && stage.phase === "question" ? stage.round : roundsOf(asked, onStage));
  const nextAsked = withRound(asked, question.id, nextRound);
  if (nextAsked === undefined) return notNow("The rounds of a question come one after the other.");
  const votingToBe = voting ?? (rightAnswer === "shown" ? "locked" : undefined);
  const stays = stage.phase === "question" && id === undefined && nextRound === stage.round;
  const { rightAnswer: revealed, ...before }: Pick<QuestionStage, "voting" | "cleared" | keyof Shown> = stays
    ? leavingAnswers(stage, votingToBe, seconds)
    : { voting: { state: "open", closesAt: null }, results: question.resultsHidden ? "hidden" : "shown" };
  const nextVoting = changeVoting(before.voting, votingToBe, seconds, now);
  if (!nextVoting.ok) return nextVoting;
  return ok({
    ...before,
    phase: "question",
    run,
    asked: nextAsked,
    question: question.id,
    round: nextRound,
    voting: nextVoting.value,
    results: results ?? before.results,
    ...((rightAnswer ?? revealed) === "shown" ? { rightAnswer: "shown" } : {}),
  });
}

/** Whoever opens or locks voting has made up their mind: what was cleared is gone then. */
function leavingAnswers(
  stage: QuestionStage,
  voting: VotingState | undefined,
  seconds: number | undefined,
): QuestionStage {
  return voting === undefined && seconds === undefined ? stage : withoutCleared(stage);
}

function withoutCleared({ cleared, ...stage }: QuestionStage): QuestionStage {
  return cleared === undefined ? stage : { ...stage, voting: cleared.voting };
}

/** Clearing begins a new take of the round, so that taking it back is going back to the one before. */
function changeAnswers(
  stage: DraftStage | LiveStage,
  { answers, ...others }: StageCommand,
  now: number,
): Result<LiveStage, Refusal> {
  if (Object.values(others).some((value) => value !== undefined)) {
    return refuse({ reason: "fields", errors: [fieldError("answers", "alone", "comes alone")] });
  }
  if (stage.phase !== "question") return notNow("No question is on stage, so there are no answers to clear.");
  const { cleared } = stage;
  if (answers === "restore") {
    if (cleared === undefined || now >= cleared.until) return notNow("There are no answers to restore.");
    return ok({ ...withoutCleared(stage), asked: withTake(stage.asked, askingOnStage(stage), -1) });
  }
  const settled = withoutCleared(stage);
  return ok({
    ...settled,
    asked: withTake(stage.asked, askingOnStage(stage), 1),
    voting: { state: "locked" },
    cleared: { until: now + limits.restoreMs, voting: settled.voting },
  });
}

function changeVoting(
  before: Voting,
  voting: VotingState | undefined,
  seconds: number | undefined,
  now: number,
): Result<Voting, Refusal> {
  const state = voting ?? votingAt(before, now);
  if (state === "locked") {
    if (seconds !== undefined) return notNow("Voting is locked. A countdown needs it open.");
    return ok({ state: "locked" });
  }
  if (seconds !== undefined) return ok({ state: "open", closesAt: now + seconds * 1000 });
  return ok({ state: "open", closesAt: voting === undefined && before.state === "open" ? before.closesAt : null });
}

function tick(stage: Stage, now: number): Transition {
  if (now >= (rehearsalOn(stage)?.endsAt ?? Number.POSITIVE_INFINITY)) return endRehearsal(stage);
  if (stage.phase !== "question") return ok({ stage, effects: [] });
  const settled = stage.cleared !== undefined && now >= stage.cleared.until ? withoutCleared(stage) : stage;
  const isOver = votingAt(settled.voting, now) !== settled.voting.state;
  if (settled === stage && !isOver) return ok({ stage, effects: [] });
  return ok({
    stage: isOver ? { ...settled, voting: { state: "locked" } } : settled,
    effects: [{ type: "show" }],
  });
}

function redefine(stage: Stage, definition: Definition, now: number): Transition {
  const gone = stage.phase === "question" && questionById(definition, stage.question) === undefined;
  return ok({
    stage: gone ? stillRehearsing(stage, { phase: "lobby", run: stage.run, asked: stage.asked }, now) : stage,
    effects: [{ type: "show" }],
  });
}

/** Voting as it stands at `now`: a countdown that has ended locks it, whether or not anything has noticed yet. */
export function votingAt(voting: Voting, now: number): VotingState {
  return voting.state === "open" && (voting.closesAt === null || now < voting.closesAt) ? "open" : "locked";
}

/** The run that a token issued now is good for: a draft's lobby belongs to the run it will open. */
export function runOf(stage: Stage): number {
  return stage.phase === "draft" ? 1 : stage.run;
}

export function askedIn(stage: Stage): Asked {
  return stage.phase === "draft" ? {} : stage.asked;
}

/** The asking that is on stage; the question must be one that is. */
export function askingOnStage({ asked, question, round }: Pick<QuestionStage, "asked" | "question" | "round">): Asking {
  return askingOf(asked, question, round);
}

/** The asking of the question that a stage shows, and that of its other round where there was one. */
export function askedRounds(stage: Stage, question: string): { shown: Asking; other?: Asking } {
  const asked = askedIn(stage);
  const round = "round" in stage ? stage.round : 1;
  const shown = askingOf(asked, question, round);
  return roundsOf(asked, question) < 2 ? { shown } : { shown, other: askingOf(asked, question, round === 1 ? 2 : 1) };
}

/** When `tick` has something to do; milliseconds. */
export function tickAt(stage: Stage): number | undefined {
  const endsAt = rehearsalOn(stage)?.endsAt;
  if (stage.phase !== "question") return endsAt;
  const closesAt = stage.voting.state === "open" ? stage.voting.closesAt : null;
  const changesAt = stage.cleared?.until ?? closesAt ?? undefined;
  return changesAt === undefined || endsAt === undefined ? (changesAt ?? endsAt) : Math.min(changesAt, endsAt);
}

/** Keys of ballots that were cleared and can't be had back. */
export function lostKeys(stage: Stage): string[] {
  const asked = askedIn(stage);
  const kept =
    stage.phase === "question" && stage.cleared !== undefined ? withTake(asked, askingOnStage(stage), -1) : asked;
  return clearedKeys(kept);
}

export function statusOf(stage: Stage): PollStatus {
  switch (stage.phase) {
    case "draft":
      return "draft";
    case "lobby":
    case "question":
      return "live";
    case "closed":
      return "closed";
  }
}

/** Where the poll stands in its record, which knows nothing of rehearsals. */
export function lastingRun(stage: Stage): { run: number; status: PollStatus } {
  const lasting = lastingStage(stage);
  return { run: lasting.phase === "draft" ? 0 : lasting.run, status: statusOf(lasting) };
}
