/** The vote page's own code on a phone without a browser: what is typed, what it shows, and a reload of it. */
import "../web/vote/all-forms.ts";
import { answerOutbox } from "../../web/connection/answer-outbox.ts";
import { jsonStorage } from "../../web/connection/json-storage.ts";
import { lineQuery } from "../../web/connection/line-query.ts";
import { connect, type LiveConnection } from "../../web/connection/live-connection.ts";
import { newRef } from "../../web/connection/new-ref.ts";
import { translator } from "../../web/messages/translate.ts";
import { voteEn } from "../../web/messages/vote.en.ts";
import type { Entries } from "../../web/questions/answer-form.ts";
import { statusLine } from "../../web/vote/status-line.ts";
import { isOpen, startModel, type VoteModel } from "../../web/vote/vote-model.ts";
import { startSession, type VoteSession } from "../../web/vote/vote-session.ts";
import type { PollStageFrame } from "../../worker/poll/snapshots.ts";
import { bearerPrefix, subprotocol } from "../../worker/shared/protocol.ts";
import { MemoryStore } from "../web/connection/memory-store.ts";
import type { Joined } from "./api-client.ts";

const t = translator(voteEn, "en");

export class PageOnPhone {
  readonly joined: Joined;
  model: VoteModel;
  reloads = 0;
  readonly #live: string;
  readonly #onDraw: (phone: PageOnPhone) => void;
  readonly #store = new MemoryStore();
  readonly #tab = new MemoryStore();
  readonly #clock: ReturnType<typeof setInterval>;
  #connection: LiveConnection | undefined;
  #session: VoteSession;

  /** `live`: the socket's URL, where it is not the service's own. `stage` is what the page comes with from the service. */
  constructor(joined: Joined, live: string, stage: PollStageFrame, onDraw: (phone: PageOnPhone) => void) {
    this.joined = joined;
    this.#live = live;
    this.#onDraw = onDraw;
    this.model = startModel(stage);
    this.#session = this.#load();
    this.#clock = setInterval(() => this.#session.tick(), 1000);
  }

  /** The attendee's part of the token: what the ballots' file calls them. */
  get name(): string {
    return this.joined.token.split(".")[2] ?? "";
  }

  get says(): string {
    return statusLine(this.model, t).text;
  }

  /** Whether an answer can be given now. */
  get isAsked(): boolean {
    const { question } = this.model.stage;
    return question !== null && isOpen(this.model, question);
  }

  send(entries: Entries): void {
    this.#session.input(entries);
    this.#session.submit(entries);
  }

  /** What is kept in storage is there again, all else is gone; the stage is what the page before knew, and no answer. */
  reload(): void {
    this.reloads++;
    this.#connection?.close();
    const { answer: _, ...stage } = this.model.stage;
    this.model = startModel(stage);
    this.#session = this.#load();
  }

  close(): void {
    clearInterval(this.#clock);
    this.#connection?.close();
  }

  #load(): VoteSession {
    const { poll, token } = this.joined;
    const tabStorage = jsonStorage(() => this.#tab);
    const url = `${this.#live}?${lineQuery(poll.id, tabStorage)}`;
    const outbox = answerOutbox(
      poll.id,
      jsonStorage(() => this.#store),
      newRef,
    );
    return startSession(this.model, null, {
      poll: poll.id,
      outbox,
      tabStorage,
      connect: (options) => {
        const platform = {
          openSocket: (address: string, protocols: string[]) => new WebSocket(address, protocols),
          events: new EventTarget(),
          isHidden: () => false,
          random: Math.random,
        };
        this.#connection = connect({ url, protocols: [subprotocol, bearerPrefix + token], platform, ...options });
        return this.#connection;
      },
      draw: (model) => {
        this.model = model;
        this.#onDraw(this);
      },
      now: Date.now,
      reload: () => {
        throw new Error("the page was to be loaded anew");
      },
    });
  }
}
