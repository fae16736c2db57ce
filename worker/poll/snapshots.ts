/** What each role sees of the stage, as the frames of the contract. */
import { questionForAttendees } from "../questions/for-attendees.ts";
import type { ModerationList } from "../questions/moderation.ts";
import { type Answer, type Question, rulesOf } from "../questions/registry.ts";
import { hasRightAnswer } from "../questions/right-answer.ts";
import type { ShownTally } from "../questions/tally.ts";
import type { StageFrame, TallyFrame } from "../shared/protocol.ts";
import { askingName, roundsOf } from "./asking.ts";
import { type Definition, questionById } from "./definition.ts";
import { rehearsalOn } from "./rehearsal.ts";
import { askedRounds, runOf, type Stage, statusOf, votingAt } from "./stage.ts";
import { languagesOf } from "./translations.ts";

export type PollStageFrame = StageFrame<Question, Answer>;
export type PollTallyFrame = TallyFrame<ShownTally, ModerationList>;

/** Who a frame is for: attendees get less of the question, see `questionForAttendees`. */
export type Viewer = "presenters" | "attendees";

/** The stage as `viewer` may see it; presenters' counts and an attendee's own answer are added by who knows them. */
export function stageFrame(
  stage: Stage,
  definition: Definition,
  seq: number,
  now: number,
  viewer: Viewer,
): PollStageFrame {
  const common = {
    type: "stage" as const,
    seq,
    run: runOf(stage),
    ...(rehearsalOn(stage) === undefined ? {} : { rehearsal: true as const }),
    title: definition.title,
    status: statusOf(stage),
    language: definition.language,
    ...(viewer === "attendees" && definition.settings.sharedDevice ? { sharedDevice: true as const } : {}),
    ...(definition.translations === undefined ? {} : { languages: languagesOf(definition) }),
  };
  switch (stage.phase) {
    case "draft":
    case "lobby":
      return { ...common, question: null, voting: "locked", results: "hidden" };
    case "closed": {
      return { ...common, ...questionFor(viewer, stage, definition), voting: "locked", results: stage.results };
    }
    case "question": {
      const voting = votingAt(stage.voting, now);
      const closesAt = stage.voting.state === "open" && voting === "open" ? stage.voting.closesAt : null;
      return {
        ...common,
        ...questionFor(viewer, stage, definition),
        voting,
        results: stage.results,
        ...(closesAt === null ? {} : { closesAt: new Date(closesAt).toISOString() }),
      };
    }
  }
}

function questionFor(
  viewer: Viewer,
  stage: Stage & { phase: "question" | "closed" },
  definition: Definition,
): Pick<PollStageFrame, "question" | "round" | "asking" | "rightAnswer"> {
  const { question: id, rightAnswer = "hidden" } = stage;
  const whole = id === null ? undefined : questionById(definition, id);
  if (whole === undefined) return { question: null };
  const { shown } = askedRounds(stage, whole.id);
  const asking = { round: shown.round, asking: askingName(shown) };
  const question = viewer === "attendees" ? questionForAttendees(whole, rightAnswer) : whole;
  return hasRightAnswer(question) ? { question, ...asking, rightAnswer } : { question, ...asking };
}

/** What presenters see of the stage besides. */
export function presenterPart(stage: Stage): Pick<PollStageFrame, "rounds" | "restorableUntil"> {
  if (stage.phase !== "question" && stage.phase !== "closed") return {};
  const cleared = stage.phase === "question" ? stage.cleared : undefined;
  return {
    ...(stage.question === null ? {} : { rounds: roundsOf(stage.asked, stage.question) }),
    ...(cleared === undefined ? {} : { restorableUntil: new Date(cleared.until).toISOString() }),
  };
}

/** Whether a frame in slides may see the question; `only` as in `viewerFrame`. */
export function isSeenByViewer({ results, question }: PollStageFrame, only: string | null): boolean {
  return results === "shown" && question !== null && (only === null || only === question.id);
}

/**
 * What a frame in slides may see: the question while its results are shown, and nothing of any other. `only`: the question
 * that is wanted, null for whichever is on stage. `frame` is the attendees'.
 */
export function viewerFrame(frame: PollStageFrame, only: string | null): PollStageFrame {
  const { type, seq, run, rehearsal, title, status, language, question, round, results } = frame;
  const mark = rehearsal === undefined ? {} : { rehearsal };
  const common = { type, seq, run, ...mark, title, status, language, voting: "locked" as const };
  if (!isSeenByViewer(frame, only)) {
    return { ...common, question: null, results: "hidden" };
  }
  return { ...common, question, results, ...(round === undefined ? {} : { round }) };
}

/** The stage as this attendee sees it; the very same frame where everyone sees the same. */
export function frameAsSeenBy(frame: PollStageFrame, attendee: string): PollStageFrame {
  const { question } = frame;
  if (question === null) return frame;
  const own = rulesOf(question.type).asSeenBy?.(question, attendee) ?? question;
  return own === question ? frame : { ...frame, question: own };
}

/** Attendees get a tally only where the question allows it and the stage shows results. */
export function showsTallyOnPhones(frame: PollStageFrame): boolean {
  return frame.results === "shown" && frame.question?.resultsOnPhones === true;
}
