/** A phone on a poll without a browser: what it sent, what it shows, and the service's frames by hand. */

import "./all-forms.ts";
import { answerOutbox } from "../../../web/connection/answer-outbox.ts";
import { jsonStorage } from "../../../web/connection/json-storage.ts";
import type { LiveOptions } from "../../../web/connection/live-connection.ts";
import { translator } from "../../../web/messages/translate.ts";
import { voteSv } from "../../../web/messages/vote.sv.ts";
import type { Entries } from "../../../web/questions/answer-form.ts";
import { statusLine } from "../../../web/vote/status-line.ts";
import { formEntries, isOpen, startModel, type VoteModel } from "../../../web/vote/vote-model.ts";
import { startSession, type VoteSession } from "../../../web/vote/vote-session.ts";
import type { PollStageFrame } from "../../../worker/poll/snapshots.ts";
import type { Question } from "../../../worker/questions/registry.ts";
import type { ClientFrame, ErrorCode } from "../../../worker/shared/protocol.ts";
import { MemoryStore } from "../connection/memory-store.ts";
import { stageOf } from "./sample-questions.ts";

const t = translator(voteSv, "sv");

export class Phone {
  readonly sent: ClientFrame[] = [];
  model: VoteModel;
  line: Pick<LiveOptions, "onFrame" | "onLine" | "onRefused"> | undefined;
  reloads = 0;
  mayReload = true;
  now = Date.parse("2026-03-19T12:00:00Z");
  isConnected = true;
  readonly session: VoteSession;

  readonly store: MemoryStore;
  readonly tab: MemoryStore;

  /** On a phone that has kept what `before` had. */
  constructor(stage: PollStageFrame, before?: Phone, typed: Entries | null = null, start = startModel(stage)) {
    this.store = before?.store ?? new MemoryStore();
    this.tab = before?.tab ?? new MemoryStore();
    this.model = start;
    let refs = this.store.kept.size;
    this.session = startSession(this.model, typed, {
      keptAs: "poll",
      outbox: answerOutbox(
        "poll",
        jsonStorage(() => this.store),
        () => `ref-${++refs}`,
      ),
      tabStorage: jsonStorage(() => this.tab),
      connect: (options) => {
        this.line = options;
        return { send: (frame) => this.isConnected && this.sent.push(frame) > 0, close: () => {} };
      },
      draw: (model) => {
        this.model = model;
      },
      now: () => this.now,
      reload: () => {
        this.reloads++;
        return this.mayReload;
      },
    });
  }

  connect(stage: PollStageFrame): void {
    this.isConnected = true;
    this.line?.onLine("open");
    this.line?.onFrame(stage);
  }

  disconnect(): void {
    this.isConnected = false;
    this.line?.onLine("lost");
  }

  stage(stage: PollStageFrame): void {
    this.line?.onFrame(stage);
  }

  ack(ref: string): void {
    this.line?.onFrame({ type: "ack", ref });
  }

  error(ref: string, code: ErrorCode): void {
    this.line?.onFrame({ type: "error", ref, code, message: "" });
  }

  get says(): string {
    return statusLine(this.model, t).text;
  }

  get holds(): Entries {
    return formEntries(this.model, this.question);
  }

  get isOpen(): boolean {
    return isOpen(this.model, this.question);
  }

  private get question(): Question {
    if (this.model.stage.question === null) throw new Error("no question is on stage");
    return this.model.stage.question;
  }
}

/** A phone that has been told what is on stage. */
export function onStage(question: Question, more: Partial<PollStageFrame> = {}): Phone {
  const phone = new Phone(stageOf(question, more));
  phone.connect(stageOf(question, more));
  return phone;
}
