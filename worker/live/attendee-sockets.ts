import { closeCodes } from "../shared/protocol.ts";
import { closeSocket, type Session, Sessions } from "./session.ts";

/**
 * What a client asks for as it connects. `languages`: which the attendee would read the poll in, the dearest first. `line`
 * and `after`: the client's own names of this line, and of an earlier one that this takes the place of.
 */
export type LineTerms = { languages: string[]; line?: string; after?: string };

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

  accept(socket: WebSocket, attendee: string, run: number, { languages, line, after }: LineTerms): void {
    if (line !== undefined) this.#supersede(attendee, [line, after]);
    const identity = { role: "attendee" as const, attendee, run, languages, ...(line === undefined ? {} : { line }) };
    this.#sessions.accept(this.#context, socket, identity, [attendee]);
    this.#count(socket, 1);
  }

  /**
   * What a client has sent on a socket that it has given up may still be under way, and would come after what it has sent
   * since: from here on it is not heard.
   */
  #supersede(attendee: string, lines: (string | undefined)[]): void {
    for (const socket of this.#context.getWebSockets(attendee)) {
      const identity = this.#sessions.of(socket)?.identity;
      if (identity?.role !== "attendee" || identity.line === undefined || !lines.includes(identity.line)) continue;
      this.#count(socket, -1);
      this.#sessions.rename(socket, { ...identity, superseded: true });
      closeSocket(socket, closeCodes.superseded, "another socket of this line has come");
    }
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

  /** Undefined for a socket of another run or one that is superseded: its client may not know yet that it was closed. */
  attendee(socket: WebSocket): string | undefined {
    const identity = this.#sessions.of(socket)?.identity;
    if (identity?.role !== "attendee" || identity.run !== this.#run || identity.superseded) return undefined;
    return identity.attendee;
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
