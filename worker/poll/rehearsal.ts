/**
 * A rehearsal: a run that leaves nothing. The stage that it interrupts comes back when it ends, as if it had never been.
 * Pure.
 */
import { limits } from "../shared/limits.ts";
import { ok } from "../shared/result.ts";
import { notNow } from "./not-now.ts";
import type { ClosedStage, DraftStage, LiveStage, Stage, Transition } from "./stage.ts";

/** `before`: the stage that comes back. `endsAt`: milliseconds; each command puts it off. */
export type Rehearsal = { before: DraftStage | ClosedStage; endsAt: number };

/** Runs count up from 1. Rehearsals count down from −1, so that nothing of one is ever taken for a run's or another one's. */
export function isRehearsalRun(run: number): boolean {
  return run < 0;
}

/** The run as files name it. */
export function runName(run: number): number | "rehearsal" {
  return isRehearsalRun(run) ? "rehearsal" : run;
}

export function rehearsalOn(stage: Stage): Rehearsal | undefined {
  return stage.phase === "lobby" || stage.phase === "question" ? stage.rehearsal : undefined;
}

/** The stage as it is apart from a rehearsal: what the poll's record is made of. */
export function lastingStage(stage: Stage): Stage {
  return rehearsalOn(stage)?.before ?? stage;
}

/** `run`: a number that no rehearsal of the poll has had. */
export function beginRehearsal(stage: Stage, run: number, now: number): Transition {
  if (stage.phase !== "draft" && stage.phase !== "closed") {
    return notNow(
      rehearsalOn(stage) === undefined ? "A run is live. Close it before a rehearsal." : "A rehearsal is on already.",
    );
  }
  const rehearsal = { before: stage, endsAt: now + limits.rehearsalMs };
  return ok({
    stage: { phase: "lobby", run, asked: {}, rehearsal },
    effects: [{ type: "open-run", run }, { type: "show" }],
  });
}

export function endRehearsal(stage: Stage): Transition {
  const rehearsal = rehearsalOn(stage);
  if (rehearsal === undefined || !("run" in stage)) return notNow("No rehearsal is on.");
  return ok({ stage: rehearsal.before, effects: [{ type: "show" }, { type: "wipe-run", run: stage.run }] });
}

/** `after`, in the rehearsal that `before` was in; the command that led to it puts the end off. */
export function stillRehearsing(before: Stage, after: LiveStage, now: number): LiveStage {
  const rehearsal = rehearsalOn(before);
  return rehearsal === undefined ? after : { ...after, rehearsal: { ...rehearsal, endsAt: now + limits.rehearsalMs } };
}
