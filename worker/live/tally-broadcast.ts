import { limits } from "../shared/limits.ts";
import { closeCodes } from "../shared/protocol.ts";
import { closeSocket, type Session, sendFrame } from "./session.ts";

export type Shown = { frame: string; seq: number };

/**
 * Sends the latest tally to many sockets, each as its credit allows. A socket that has to wait gets the newest frame
 * later, never those in between.
 */
export class TallyBroadcast {
  readonly #sessionOf: (socket: WebSocket) => Session | undefined;
  readonly #lagging = new Set<WebSocket>();
  #latest: Shown | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(sessionOf: (socket: WebSocket) => Session | undefined) {
    this.#sessionOf = sessionOf;
  }

  latest(): Shown | undefined {
    return this.#latest;
  }

  show(shown: Shown, sockets: Iterable<WebSocket>): void {
    this.#latest = shown;
    this.#lagging.clear();
    for (const socket of sockets) this.greet(socket);
  }

  /** Sends the latest tally to one socket, if there is one. */
  greet(socket: WebSocket): void {
    const session = this.#sessionOf(socket);
    if (this.#latest === undefined || session === undefined) return;
    const { frame, seq } = this.#latest;
    const now = Date.now();
    switch (session.credit.check(frame.length, now)) {
      case "send":
        if (sendFrame(socket, frame)) session.credit.tallySent(seq, frame.length, now);
        break;
      case "wait":
        this.#lagging.add(socket);
        this.#timer ??= setTimeout(() => this.#catchUp(), limits.slowTallyIntervalMs);
        break;
      case "close":
        closeSocket(socket, closeCodes.tooFast, "does not read what it is sent");
        break;
    }
  }

  /** The question has left the stage: what was shown of it is no more. */
  clear(): void {
    this.#latest = undefined;
    this.#lagging.clear();
  }

  #catchUp(): void {
    this.#timer = undefined;
    const sockets = [...this.#lagging];
    this.#lagging.clear();
    for (const socket of sockets) this.greet(socket);
  }
}
