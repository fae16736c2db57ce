/** The phone's life on a poll: line, outbox and drafts move the model, and each change is drawn. No Preact, no DOM. */
import type { PollStageFrame } from "../../worker/poll/snapshots.ts";
import type { Answer } from "../../worker/questions/registry.ts";
import { closeCodes, type ErrorCode } from "../../worker/shared/protocol.ts";
import type { AnswerOutbox, AskedQuestion, UnsentAnswer } from "../connection/answer-outbox.ts";
import type { JsonStorage } from "../connection/json-storage.ts";
import type { LiveConnection, LiveFrame, LiveOptions } from "../connection/live-connection.ts";
import type { Entries, FormProblem } from "../questions/answer-form.ts";
import { formOf } from "../questions/forms.ts";
import { secondsLeft } from "./countdown.ts";
import {
  formEntries,
  type Kept,
  type VoteModel,
  withAck,
  withEarlierRefusal,
  withInput,
  withKept,
  withPending,
  withRefusal,
  withStage,
  withTally,
} from "./vote-model.ts";

export type SessionParts = {
  /** In the keys of what the phone keeps: the poll, and whose it is where several answer on this phone. */
  keptAs: string;
  outbox: AnswerOutbox;
  /** Lives as long as the tab: for what is half filled in, which comes back when its question does. */
  tabStorage: JsonStorage;
  connect(options: Pick<LiveOptions, "onFrame" | "onLine" | "onRefused">): LiveConnection;
  draw(model: VoteModel): void;
  /** Milliseconds, by the phone's clock. */
  now(): number;
  /** Loads the page anew for a new token; false where that was done a moment ago and has not helped. */
  reload(): boolean;
};

export type VoteSession = {
  input(entries: Entries): void;
  /** Null entries skip the question. Returns what keeps the entries from being an answer. */
  submit(entries: Entries | null): FormProblem | null;
  /** Once a second. */
  tick(): void;
};

/** An answer without an ack for so long is sent again, with the same `ref`: a live line alone does not say that it arrived. */
const resendAfterMs = 5000;

/** `typed`: what was filled in before the script came, null where nothing can be. */
export function startSession(start: VoteModel, typed: Entries | null, parts: SessionParts): VoteSession {
  const { keptAs, outbox, tabStorage, draw, now } = parts;
  // What waits from another run, or was another's on this phone, won't count any more.
  let model = outbox.isLate(start.stage.run) ? withEarlierRefusal(start, "not-on-stage") : start;
  /** Whether the service has said on this connection which run it is in: what waits may belong to another. */
  let isGreeted = false;
  let sentAt = 0;
  /** Sent twice, it may be refused once and taken once: what the service says last is true. */
  let lastRefused: UnsentAnswer | undefined;

  function set(next: VoteModel): void {
    const asked = askedOn(next.stage);
    if (asked !== undefined && next.draft !== model.draft) tabStorage.set(draftKey(keptAs, asked), next.draft);
    model = { ...next, isSaved: outbox.lasts() };
    draw(model);
  }

  function keptOf(stage: PollStageFrame): Kept {
    const asked = askedOn(stage);
    if (asked === undefined) return { pending: null, draft: null };
    return { pending: outbox.find(asked) ?? null, draft: tabStorage.get(draftKey(keptAs, asked)) };
  }

  function sendAll(): void {
    sentAt = now();
    const asked = askedOn(model.stage);
    const waiting = outbox.ofRun(model.stage.run);
    // Another tab may have had the ack of this very answer; the service gives it again.
    if (model.pending !== null && asked !== undefined && !waiting.some(({ ref }) => ref === model.pending?.ref)) {
      waiting.push({ ...model.pending, ...asked });
    }
    for (const { ref, asking, answer } of waiting) connection.send({ type: "answer", ref, question: asking, answer });
  }

  function onFrame(frame: LiveFrame): void {
    switch (frame.type) {
      case "stage":
        set(withTime(withStage(model, frame, keptOf(frame))));
        // A frame that waited for a part may come after its line has gone.
        if (!isGreeted && model.line !== "lost") sendAll();
        isGreeted = model.line !== "lost";
        return;
      case "tally":
        set(withTally(model, frame));
        return;
      case "ack":
        outbox.settle(frame.ref);
        if (model.pending?.ref === frame.ref) set(withAck(model, model.pending.answer));
        else if (lastRefused?.ref === frame.ref) takenAfterAll(lastRefused);
        return;
      case "error":
        if (frame.ref !== undefined) refused(frame.ref, frame.code);
        return;
      case "presence":
        return;
    }
  }

  function takenAfterAll(answer: UnsentAnswer): void {
    lastRefused = undefined;
    const next = { ...model, refusal: null };
    set(isOnStage(answer) && model.pending === null ? withAck(next, answer.answer) : next);
  }

  function refused(ref: string, code: ErrorCode): void {
    const settled = outbox.settle(ref);
    lastRefused = settled ?? lastRefused;
    const { question } = model.stage;
    if (question !== null && model.pending?.ref === ref) {
      set(withRefusal(model, question, code));
    } else if (settled !== undefined && !isOnStage(settled)) {
      set(withEarlierRefusal(model, code));
    }
  }

  function isOnStage({ run, asking, type }: AskedQuestion): boolean {
    const { stage } = model;
    return run === stage.run && asking === stage.asking && type === stage.question?.type;
  }

  function send(answer: Answer | null): void {
    const asked = askedOn(model.stage);
    if (asked === undefined) return;
    const { ref } = outbox.put(asked, answer);
    set(withPending(model, { ref, answer }));
    sentAt = now();
    if (isGreeted) connection.send({ type: "answer", ref, question: asked.asking, answer });
  }

  function withTime(next: VoteModel): VoteModel {
    return { ...next, secondsLeft: secondsLeft(next.stage.closesAt, now()) };
  }

  const { question } = model.stage;
  const kept = keptOf(model.stage);
  if (question !== null && typed !== null && JSON.stringify(typed) !== JSON.stringify(formEntries(model, question))) {
    set(withInput({ ...model, pending: kept.pending }, question, typed));
  } else if (kept.pending !== null || kept.draft !== null) {
    set(withKept(model, kept));
  }

  const connection = parts.connect({
    onFrame,
    onLine(line) {
      if (line === "lost") isGreeted = false;
      set({ ...model, line });
    },
    onRefused(code) {
      if (code === closeCodes.pollGone) set({ ...model, ended: "gone" });
      else if (!parts.reload()) set({ ...model, ended: "stale" });
    },
  });

  return {
    input(entries) {
      const onStage = model.stage.question;
      if (onStage === null) return;
      set(withInput(model, onStage, entries));
    },
    submit(entries) {
      const onStage = model.stage.question;
      if (onStage === null) return null;
      if (entries === null) {
        send(null);
        return null;
      }
      const read = formOf(onStage.type).answerFrom(onStage, entries, model.stage.language);
      if ("problem" in read) {
        set({ ...withInput(model, onStage, entries), problem: read });
        return read;
      }
      // Also where this page knows of no change: another of the same attendee may have made one.
      send(read.answer);
      return null;
    },
    tick() {
      const next = withTime(model);
      if (next.secondsLeft !== model.secondsLeft) set(next);
      if (isGreeted && model.pending !== null && now() - sentAt >= resendAfterMs) sendAll();
    },
  };
}

/** Where the tab keeps what is half filled in. */
export function draftKey(keptAs: string, { run, asking, type }: AskedQuestion): string {
  return `handupp.draft.${keptAs}.${run}.${asking}.${type}`;
}

export function askedOn({ run, asking, question }: PollStageFrame): AskedQuestion | undefined {
  return asking === undefined || question === null ? undefined : { run, asking, type: question.type };
}
