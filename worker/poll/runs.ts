/** How a run ends and the next one begins. Pure. */
import { ok } from "../shared/result.ts";
import { notNow } from "./not-now.ts";
import { endRehearsal, rehearsalOn } from "./rehearsal.ts";
import type { LiveStage, Stage, Transition } from "./stage.ts";

export function closeRun(stage: Stage, now: number): Transition {
  switch (stage.phase) {
    case "draft":
      return notNow("The poll has not been run yet.");
    case "closed":
      return notNow("The run is closed already.");
    case "lobby":
    case "question":
      return rehearsalOn(stage) === undefined ? closed(stage, now) : endRehearsal(stage);
  }
}

function closed(stage: LiveStage, closedAt: number): Transition {
  return ok({
    stage: { phase: "closed", run: stage.run, asked: stage.asked, closedAt, ...lastShown(stage) },
    effects: [{ type: "show" }, { type: "finish-run", run: stage.run }],
  });
}

function lastShown(stage: LiveStage) {
  if (stage.phase === "lobby") return { question: null, round: 1, results: "hidden" as const };
  const { question, round, results, rightAnswer } = stage;
  return { question, round, results, ...(rightAnswer === undefined ? {} : { rightAnswer }) };
}

export function startRun(stage: Stage): Transition {
  if (rehearsalOn(stage) !== undefined) return notNow("A rehearsal is on. End it first.");
  if (stage.phase === "lobby" || stage.phase === "question") return notNow("A run is live. Close it first.");
  const run = stage.phase === "draft" ? 1 : stage.run + 1;
  return ok({ stage: { phase: "lobby", run, asked: {} }, effects: [{ type: "open-run", run }, { type: "show" }] });
}

/** The ballots of a closed run are gone: its last question is not shown any more. */
export function clearClosed(stage: Stage): Transition {
  if (stage.phase !== "closed" || stage.question === null) return ok({ stage, effects: [] });
  const { rightAnswer: _, ...closed } = stage;
  return ok({ stage: { ...closed, question: null, round: 1, results: "hidden" }, effects: [{ type: "show" }] });
}
