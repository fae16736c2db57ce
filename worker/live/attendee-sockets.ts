import { closeCodes } from "../shared/protocol.ts";
import { closeSocket, type Session, Sessions } from "./session.ts";

/**
 * The attendees' sockets of one shard. Presence counts attendees, not sockets: a phone whose old line has not been noticed
 * as dead yet is still one attendee.
 */
export class AttendeeSockets {
  readonly #context: DurableObjectState;
  readonly #sessions = new Sessions();
  readonly #socketsOf = new Map<string, number>();
  #run = 0;

  constructor(context: DurableObjectState) {
    this.#context = context;
  }

  /**
   * A token is good for one run: from now on sockets of others are closed, and count and are heard no more. True where there
   * were any.
   */
  startRun(run: number): boolean {
    this.#run = run;
    this.#socketsOf.clear();
    let closed = false;
    for (const socket of this.#context.getWebSockets()) {
      if (this.attendee(socket) !== undefined) this.#count(socket, 1);
      else {
        closeSocket(socket, closeCodes.unauthorised, "a new run has begun");
        closed = true;
      }
    }
    return closed;
  }

  accept(socket: WebSocket, attendee: string, run: number, languages: string[]): void {
    this.#sessions.accept(this.#context, socket, { role: "attendee", attendee, run, languages });
    this.#count(socket, 1);
  }

  left(socket: WebSocket): void {
    this.#count(socket, -1);
  }

  present(): number {
    return this.#socketsOf.size;
  }

  all(): WebSocket[] {
    return this.#context.getWebSockets().filter((socket) => this.attendee(socket) !== undefined);
  }

  session(socket: WebSocket): Session | undefined {
    return this.#sessions.of(socket);
  }

  /** Undefined for a socket of another run: its client may have ignored that it was closed. */
  attendee(socket: WebSocket): string | undefined {
    const identity = this.#sessions.of(socket)?.identity;
    return identity?.role === "attendee" && identity.run === this.#run ? identity.attendee : undefined;
  }

  /** Which the attendee would read the poll in, the dearest first. */
  languages(socket: WebSocket): readonly string[] {
    const identity = this.#sessions.of(socket)?.identity;
    return identity?.role === "attendee" ? (identity.languages ?? []) : [];
  }

  #count(socket: WebSocket, change: 1 | -1): void {
    const attendee = this.attendee(socket);
    if (attendee === undefined) return;
    const count = (this.#socketsOf.get(attendee) ?? 0) + change;
    if (count <= 0) this.#socketsOf.delete(attendee);
    else this.#socketsOf.set(attendee, count);
  }
}
