/** What each role sees of the stage, as the frames of the contract. */
import type { ModerationList } from "../questions/moderation.ts";
import type { Answer, Question } from "../questions/registry.ts";
import type { ShownTally } from "../questions/tally.ts";
import type { StageFrame, TallyFrame } from "../shared/protocol.ts";
import { type Definition, questionById } from "./definition.ts";
import { runOf, type Stage, statusOf, votingAt } from "./stage.ts";

export type PollStageFrame = StageFrame<Question, Answer>;
export type PollTallyFrame = TallyFrame<ShownTally, ModerationList>;

/** The stage as everyone may see it; presenters' counts and an attendee's own answer are added by who knows them. */
export function stageFrame(stage: Stage, definition: Definition, seq: number, now: number): PollStageFrame {
  const common = {
    type: "stage" as const,
    seq,
    run: runOf(stage),
    title: definition.title,
    status: statusOf(stage),
    language: definition.language,
  };
  switch (stage.phase) {
    case "draft":
    case "lobby":
      return { ...common, question: null, voting: "locked", results: "hidden" };
    case "closed": {
      const question = stage.question === null ? undefined : questionById(definition, stage.question);
      return { ...common, question: question ?? null, voting: "locked", results: stage.results };
    }
    case "question": {
      const voting = votingAt(stage.voting, now);
      const closesAt = stage.voting.state === "open" && voting === "open" ? stage.voting.closesAt : null;
      return {
        ...common,
        question: questionById(definition, stage.question) ?? null,
        voting,
        results: stage.results,
        ...(closesAt === null ? {} : { closesAt: new Date(closesAt).toISOString() }),
      };
    }
  }
}

/** Attendees get a tally only where the question allows it and the stage shows results. */
export function showsTallyOnPhones(frame: PollStageFrame): boolean {
  return frame.results === "shown" && frame.question?.resultsOnPhones === true;
}
