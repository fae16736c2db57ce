/**
 * The sockets of frames in slides: keyless, so that anyone who knows the poll's id may hold one. They see what the room's
 * screen shows while it shows results, and nothing else; they count as nobody and can do nothing.
 */
import type { Definition } from "../poll/definition.ts";
import type { Embedding } from "../poll/replies.ts";
import { isSeenByViewer, type PollStageFrame, viewerFrame } from "../poll/snapshots.ts";
import { limits } from "../shared/limits.ts";
import { closeCodes } from "../shared/protocol.ts";
import {
  closeSocket,
  receiveFrame,
  refuseUpgrade,
  Sessions,
  sendFrame,
  sendOnCredit,
  sendRefusal,
  upgraded,
} from "./session.ts";
import { type Shown, TallyBroadcast } from "./tally-broadcast.ts";

export type ViewersDeps = {
  context: DurableObjectState;
  definition: () => Definition;
  /** As attendees see it. */
  stage: () => PollStageFrame;
  /** There is one more who may have to be shown something. */
  connected: () => void;
};

export class Viewers {
  readonly #deps: ViewersDeps;
  readonly #sessions = new Sessions();
  readonly #tallies = new TallyBroadcast((socket) => this.#sessions.of(socket));

  constructor(deps: ViewersDeps) {
    this.#deps = deps;
  }

  embedding(): Embedding {
    const { settings, title, language, questions } = this.#deps.definition();
    return { allowed: settings.embed === true, title, language, questions: questions.map(({ id }) => id) };
  }

  /** `question`: the only one that is wanted; null for whichever is on stage. */
  connect(question: string | null): Response {
    if (!this.embedding().allowed) return refuseUpgrade(closeCodes.unauthorised, "embedding is not allowed");
    if (this.#all().length >= limits.viewersPerPoll) return refuseUpgrade(closeCodes.tooFast, "too many are watching");
    const { 0: client, 1: server } = new WebSocketPair();
    this.#sessions.accept(this.#deps.context, server, { role: "viewer", question });
    sendFrame(server, JSON.stringify(viewerFrame(this.#deps.stage(), question)));
    this.#deps.connected();
    return upgraded(client);
  }

  has(socket: WebSocket): boolean {
    return this.#sessions.of(socket)?.identity.role === "viewer";
  }

  any(): boolean {
    return this.#all().length > 0;
  }

  /** Those that may see the results of the stage's question now. */
  watching(stage: PollStageFrame): WebSocket[] {
    return this.#all().filter((socket) => isSeenByViewer(stage, this.#questionOf(socket)));
  }

  showStage(stage: PollStageFrame): void {
    this.#tallies.clear();
    for (const socket of this.#all()) {
      const session = this.#sessions.of(socket);
      const frame = JSON.stringify(viewerFrame(stage, this.#questionOf(socket)));
      if (session !== undefined) sendOnCredit(socket, session, frame, stage.seq);
    }
  }

  /** To those who are `watching`. */
  showTally(shown: Shown, watching: readonly WebSocket[]): void {
    this.#tallies.show(shown, watching);
  }

  /** What was shown may have had to go: nobody who lags behind gets it any more. */
  forgetTally(): void {
    this.#tallies.clear();
  }

  receive(socket: WebSocket, message: string | ArrayBuffer): void {
    const session = this.#sessions.of(socket);
    const received = session && receiveFrame(socket, session, message, Date.now());
    if (session === undefined || received === undefined) return;
    const { frame } = received;
    if (frame.type === "got") session.credit.confirm(frame.seq);
    else sendRefusal(socket, session, "forbidden", "This line only watches.", frame.ref);
  }

  /** The organiser may have taken the permission back. */
  dismissUnlessAllowed(): void {
    if (this.embedding().allowed) return;
    for (const socket of this.#all()) closeSocket(socket, closeCodes.unauthorised, "embedding is not allowed");
  }

  #all(): WebSocket[] {
    return this.#deps.context.getWebSockets().filter((socket) => this.has(socket));
  }

  #questionOf(socket: WebSocket): string | null {
    const identity = this.#sessions.of(socket)?.identity;
    return identity?.role === "viewer" ? identity.question : null;
  }
}
