/**
 * What the phone knows, and how each event changes it. Pure: no DOM, no storage, no clock. What is shown is a function of
 * the model alone.
 */
import type { PollStageFrame, PollTallyFrame } from "../../worker/poll/snapshots.ts";
import type { Answer, Question } from "../../worker/questions/registry.ts";
import type { ErrorCode } from "../../worker/shared/protocol.ts";
import type { Line } from "../connection/live-connection.ts";
import type { Entries, FormProblem } from "../questions/answer-form.ts";
import { formOf } from "../questions/forms.ts";
import type { VoteState } from "../ui/page-state.ts";

export type VoteModel = {
  stage: PollStageFrame;
  /** Of the question on stage, as the line brings it; null while phones are shown none. */
  tally: PollTallyFrame | null;
  line: Line;
  /** Why there will be no line any more: the poll is gone, or the phone is no longer known. */
  ended: "gone" | "stale" | null;
  /** What has been filled in and not sent; null where the form shows what has. */
  draft: Entries | null;
  /** Sent or waiting to be, and not acked. */
  pending: Pending | null;
  /** Whether what is pending outlives this page. */
  isSaved: boolean;
  /** Acked: on the service's disk. */
  stored: { answer: Answer | null } | null;
  /** Whether the stored answer has replaced another one on this page. */
  isChange: boolean;
  refusal: { code: ErrorCode; isEarlier: boolean } | null;
  problem: FormProblem | null;
  /** Grows when the controls have to be made anew from `formEntries`: for a new question, or whatever was done to them. */
  formVersion: number;
  /** Whole seconds until voting locks, by this phone's clock and hence rough; null where nothing can be said. */
  secondsLeft: number | null;
};

/** The answer is null for a skip. */
export type Pending = { ref: string; answer: Answer | null };

/** What the phone has kept of a question: an answer that waits, and what was half filled in. */
export type Kept = { pending: Pending | null; draft: Entries | null };

export function startModel(stage: PollStageFrame): VoteModel {
  return {
    stage,
    tally: null,
    line: "connecting",
    ended: null,
    draft: null,
    pending: null,
    isSaved: true,
    stored: storedIn(stage),
    isChange: false,
    refusal: null,
    problem: null,
    formVersion: 0,
    secondsLeft: null,
  };
}

/** The model as the page comes from the server. */
export function modelOf({ stage, sent }: Pick<VoteState, "stage" | "sent">): VoteModel {
  const model = startModel(stage);
  if (sent === undefined) return model;
  const { entries, problem = null, code } = sent;
  // What can't be changed is no draft.
  const draft = code === "unchangeable" ? null : entries;
  return { ...model, draft, problem, refusal: code === undefined ? null : { code, isEarlier: false } };
}

/** BCP 47, of what the organiser wrote; a text that the reader's language lacks is in the poll's own. */
export function languageOf({ language, languages = [], untranslated }: PollStageFrame, text: string): string {
  return (untranslated?.includes(text) ? languages[0] : undefined) ?? language;
}

/** The question that is asked; null in the lobby and once all is over. */
export function questionOnStage({ stage, ended }: VoteModel): Question | null {
  return ended === null && stage.status !== "closed" ? stage.question : null;
}

/** Whether both are the same asking of the same question: a second round begins with nothing answered. */
export function isSameAsking(a: PollStageFrame, b: PollStageFrame): boolean {
  return a.run === b.run && a.asking === b.asking && a.question?.type === b.question?.type;
}

/** A new stage. `kept` is of the question that it shows, and only used where that question has just come. */
export function withStage(model: VoteModel, stage: PollStageFrame, kept: Kept): VoteModel {
  if (!isSameAsking(model.stage, stage)) {
    return { ...startModel(stage), line: model.line, formVersion: model.formVersion + 1, ...kept };
  }
  return remade(model, {
    ...model,
    stage,
    // An ack is a promise, so a frame that says nothing of an answer takes none away.
    stored: storedIn(stage) ?? model.stored,
    tally: stage.results === "shown" ? model.tally : null,
  });
}

export function withTally(model: VoteModel, tally: PollTallyFrame): VoteModel {
  const { run, question, results } = model.stage;
  // It may have waited for what draws it, while the stage went on.
  const isOn = tally.run === run && tally.question === question?.id && results === "shown";
  return isOn ? { ...model, tally } : model;
}

/** What a phone that comes to a question has kept of it. */
export function withKept(model: VoteModel, kept: Kept): VoteModel {
  return { ...model, ...kept, formVersion: model.formVersion + 1 };
}

export function withInput(model: VoteModel, question: Question, entries: Entries): VoteModel {
  const draft = isEqual(entries, sentEntries(model, question)) ? null : entries;
  return { ...model, draft, problem: null, refusal: null };
}

export function withPending(model: VoteModel, pending: Pending): VoteModel {
  // A skip empties the form; anything else it shows already.
  const formVersion = model.formVersion + (pending.answer === null ? 1 : 0);
  return { ...model, pending, draft: null, problem: null, refusal: null, formVersion };
}

export function withAck(model: VoteModel, answer: Answer | null): VoteModel {
  // The same answer may be stored already: it had arrived, and its ack was lost with the line or the page.
  const isChange = model.isChange || (model.stored !== null && !isEqual(model.stored.answer, answer));
  const { question } = model.stage;
  const next = { ...model, pending: null, stored: { answer }, isChange };
  // A refused answer went back into the form as a draft, and may have been taken all the same.
  return question !== null && isEqual(model.draft, sentEntries(next, question)) ? { ...next, draft: null } : next;
}

/** The answer on stage was refused: it goes back into the form, to be mended and sent again. */
export function withRefusal(model: VoteModel, question: Question, code: ErrorCode): VoteModel {
  const isFinal = code === "unchangeable" || model.pending?.answer === null;
  const draft = isFinal ? null : formEntries(model, question);
  return remade(model, { ...model, pending: null, refusal: { code, isEarlier: false }, draft });
}

export function withEarlierRefusal(model: VoteModel, code: ErrorCode): VoteModel {
  return { ...model, refusal: { code, isEarlier: true } };
}

/** What the controls hold. Once voting is locked this is the answer that counts, not a change that was never sent. */
export function formEntries(model: VoteModel, question: Question): Entries {
  const isSettled = model.stage.voting === "locked" && model.stored !== null && model.pending === null;
  return (isSettled ? null : model.draft) ?? sentEntries(model, question);
}

/** What the controls hold where nothing has been touched since the last answer was sent. */
export function sentEntries({ stage, pending, stored }: VoteModel, question: Question): Entries {
  return formOf(question.type).entriesOf(question, (pending ?? stored)?.answer ?? null, stage.language);
}

/** Whether the controls may be used. An answer that can't be changed is final from its sending on. */
export function isOpen({ stage, stored, pending }: VoteModel, question: Question): boolean {
  return stage.voting === "open" && (question.changeable || (stored === null && pending === null));
}

/** Has the controls made anew where they should hold something else than they did, or the question was mended. */
function remade(before: VoteModel, after: VoteModel): VoteModel {
  const question = after.stage.question;
  if (question === null || before.stage.question === null) return after;
  const isSame =
    isEqual(question, before.stage.question) &&
    isEqual(formEntries(after, question), formEntries(before, before.stage.question));
  return isSame ? after : { ...after, formVersion: after.formVersion + 1 };
}

function storedIn({ answer }: PollStageFrame): VoteModel["stored"] {
  return answer === undefined ? null : { answer };
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
