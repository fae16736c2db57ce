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

  constructor(context: DurableObjectState) {
    this.#context = context;
    for (const socket of context.getWebSockets()) this.#count(socket, 1);
  }

  accept(socket: WebSocket, attendee: string, run: number): void {
    this.#sessions.accept(this.#context, socket, { role: "attendee", attendee, run });
    this.#count(socket, 1);
  }

  left(socket: WebSocket): void {
    this.#count(socket, -1);
  }

  present(): number {
    return this.#socketsOf.size;
  }

  all(): WebSocket[] {
    return this.#context.getWebSockets();
  }

  session(socket: WebSocket): Session | undefined {
    return this.#sessions.of(socket);
  }

  attendee(socket: WebSocket): string | undefined {
    const identity = this.#sessions.of(socket)?.identity;
    return identity?.role === "attendee" ? identity.attendee : undefined;
  }

  /** A token is good for one run. */
  closeOtherRuns(run: number): void {
    for (const socket of this.all()) {
      const identity = this.#sessions.of(socket)?.identity;
      if (identity?.role === "attendee" && identity.run !== run) {
        closeSocket(socket, closeCodes.unauthorised, "a new run has begun");
      }
    }
  }

  #count(socket: WebSocket, change: 1 | -1): void {
    const attendee = this.attendee(socket);
    if (attendee === undefined) return;
    const count = (this.#socketsOf.get(attendee) ?? 0) + change;
    if (count <= 0) this.#socketsOf.delete(attendee);
    else this.#socketsOf.set(attendee, count);
  }
}
