/** A poll's definition, and stages that it comes through. */
import type { Definition } from "../../worker/poll/definition.ts";
import { type Command, type QuestionStage, type Stage, transition } from "../../worker/poll/stage.ts";

const flags = { changeable: true, skippable: false, resultsHidden: false, resultsOnPhones: false };
export const definition: Definition = {
  title: "Träff",
  language: "sv",
  settings: { blockList: true },
  questions: [
    { ...flags, id: "q", type: "text", text: "Vad?", maxLength: 250 },
    { ...flags, id: "h", type: "text", text: "Hemligt?", maxLength: 250, resultsHidden: true },
    { ...flags, id: "g", type: "number", text: "Hur många?", min: 0, max: 100, unit: "", rightValue: 42 },
  ],
};
type LobbyStage = Extract<Stage, { phase: "lobby" }>;
type ClosedStage = Extract<Stage, { phase: "closed" }>;

export const now = 1_000_000;

export const draft: Stage = { phase: "draft" };
/** Comes before any question has been on stage. */
export const lobby: LobbyStage = { phase: "lobby", run: 1, asked: {} };
export const open: QuestionStage = {
  phase: "question",
  run: 1,
  asked: { q: [0] },
  question: "q",
  round: 1,
  voting: { state: "open", closesAt: null },
  results: "shown",
};
export const counting: QuestionStage = { ...open, voting: { state: "open", closesAt: now + 5000 } };
export const locked: QuestionStage = { ...open, voting: { state: "locked" } };
export const guess: QuestionStage = { ...open, asked: { g: [0] }, question: "g" };
export const revealed: QuestionStage = { ...guess, voting: { state: "locked" }, rightAnswer: "shown" };
export const closed: ClosedStage = {
  phase: "closed",
  run: 1,
  asked: { q: [0] },
  closedAt: now - 1,
  question: "q",
  round: 1,
  results: "shown",
};

export const show = { type: "show" };
export const commanded = (stage: Stage, command: Command, at = now) => transition(stage, command, definition, at);

/** The stage after the commands, which must all be allowed. */
export function stageAfter(stage: Stage, ...steps: [Command, number?][]): Stage {
  return steps.reduce((before, [command, at]) => {
    const moved = commanded(before, command, at);
    if (!moved.ok) throw new Error(JSON.stringify(moved.error));
    return moved.value.stage;
  }, stage);
}
