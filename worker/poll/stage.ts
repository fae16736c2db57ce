/**
 * What is on stage, as a union over its phase, and the one function that changes it. Pure: the time is an argument, and
 * what has to happen besides is returned as data.
 */
import { hasRightAnswer } from "../questions/right-answer.ts";
import type { PollStatus, ResultsState, StageCommand, VotingState } from "../shared/protocol.ts";
import { type FieldError, fieldError, ok, type Result, refuse } from "../shared/result.ts";
import { type Definition, questionById } from "./definition.ts";

export type Voting = { state: "locked" } | { state: "open" /** Milliseconds. */; closesAt: number | null };

/** `rightAnswer` is there while the question's right answer is shown. */
type Shown = { results: ResultsState; rightAnswer?: "shown" };

export type Stage =
  | { phase: "draft" }
  | { phase: "lobby"; run: number }
  | ({ phase: "question"; run: number; question: string; voting: Voting } & Shown)
  | ({ phase: "closed"; run: number; closedAt: number; question: string | null } & Shown);

export type Command =
  | ({ type: "stage" } & StageCommand)
  | { type: "close" }
  | { type: "start-run" }
  /** The countdown may have ended. */
  | { type: "tick" }
  /** The definition has changed, and its questions with it. */
  | { type: "redefine" };

export type Effect =
  /** Presenters and shards have to hear of the new stage. */
  | { type: "show" }
  /** A new, empty run has begun. */
  | { type: "open-run"; run: number }
  /** The run's results have to be taken and kept. */
  | { type: "finish-run"; run: number };

/** `state`: not in this phase (409). `fields`: the command is wrong (422). */
export type Refusal = { reason: "state"; message: string } | { reason: "fields"; errors: FieldError[] };

export type Transition = Result<{ stage: Stage; effects: Effect[] }, Refusal>;

export function transition(stage: Stage, command: Command, definition: Definition, now: number): Transition {
  switch (command.type) {
    case "stage":
      return changeStage(stage, command, definition, now);
    case "close":
      return close(stage, now);
    case "start-run":
      return startRun(stage);
    case "tick":
      return tick(stage, now);
    case "redefine":
      return redefine(stage, definition);
  }
}

function changeStage(stage: Stage, command: StageCommand, definition: Definition, now: number): Transition {
  if (stage.phase === "closed") return notNow("The run is closed. Start a new run first.");
  const run = runOf(stage);
  const opened: Effect[] = stage.phase === "draft" ? [{ type: "open-run", run }] : [];
  const next = nextStage(stage, command, definition, run, now);
  return next.ok ? ok({ stage: next.value, effects: [...opened, { type: "show" }] }) : next;
}

function nextStage(
  stage: Stage,
  { question: id, voting, results, rightAnswer, seconds }: StageCommand,
  definition: Definition,
  run: number,
  now: number,
): Result<Stage, Refusal> {
  const onStage = id === undefined && stage.phase === "question" ? stage.question : id;
  if (onStage === null || onStage === undefined) {
    if (voting === "open" || results === "shown" || rightAnswer === "shown" || seconds !== undefined) {
      return notNow("No question is on stage, so there is no voting to open and there are no results to show.");
    }
    return ok({ phase: "lobby", run });
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
  const before: { voting: Voting } & Shown =
    id === undefined && stage.phase === "question"
      ? stage
      : { voting: { state: "open", closesAt: null }, results: question.resultsHidden ? "hidden" : "shown" };
  const nextVoting = changeVoting(
    before.voting,
    voting ?? (rightAnswer === "shown" ? "locked" : undefined),
    seconds,
    now,
  );
  if (!nextVoting.ok) return nextVoting;
  return ok({
    phase: "question",
    run,
    question: question.id,
    voting: nextVoting.value,
    results: results ?? before.results,
    ...((rightAnswer ?? before.rightAnswer) === "shown" ? { rightAnswer: "shown" } : {}),
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

function close(stage: Stage, now: number): Transition {
  switch (stage.phase) {
    case "draft":
      return notNow("The poll has not been run yet.");
    case "closed":
      return notNow("The run is closed already.");
    case "lobby":
      return closed(stage.run, now, null, { results: "hidden" });
    case "question": {
      const { phase: _phase, run, question, voting: _voting, ...shown } = stage;
      return closed(run, now, question, shown);
    }
  }
}

function closed(run: number, closedAt: number, question: string | null, shown: Shown): Transition {
  return ok({
    stage: { phase: "closed", run, closedAt, question, ...shown },
    effects: [{ type: "show" }, { type: "finish-run", run }],
  });
}

function startRun(stage: Stage): Transition {
  if (stage.phase === "lobby" || stage.phase === "question") return notNow("A run is live. Close it first.");
  const run = stage.phase === "draft" ? 1 : stage.run + 1;
  return ok({ stage: { phase: "lobby", run }, effects: [{ type: "open-run", run }, { type: "show" }] });
}

function tick(stage: Stage, now: number): Transition {
  if (stage.phase !== "question" || votingAt(stage.voting, now) === stage.voting.state)
    return ok({ stage, effects: [] });
  return ok({ stage: { ...stage, voting: { state: "locked" } }, effects: [{ type: "show" }] });
}

function redefine(stage: Stage, definition: Definition): Transition {
  const gone = stage.phase === "question" && questionById(definition, stage.question) === undefined;
  return ok({ stage: gone ? { phase: "lobby", run: stage.run } : stage, effects: [{ type: "show" }] });
}

function notNow(message: string): { ok: false; error: Refusal } {
  return refuse({ reason: "state", message });
}

/** Voting as it stands at `now`: a countdown that has ended locks it, whether or not anything has noticed yet. */
export function votingAt(voting: Voting, now: number): VotingState {
  return voting.state === "open" && (voting.closesAt === null || now < voting.closesAt) ? "open" : "locked";
}

/** The run that a token issued now is good for: a draft's lobby belongs to the run it will open. */
export function runOf(stage: Stage): number {
  return stage.phase === "draft" ? 1 : stage.run;
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
