/** The presenters' sockets of one room. */
import type { StageCommand } from "../shared/protocol.ts";
import { type Identity, receiveFrame, Sessions, sendFrame, sendOnCredit, sendRefusal, upgraded } from "./session.ts";
import { TallyBroadcast } from "./tally-broadcast.ts";

/** What comes of a presenter's command: undefined, or why it was refused. */
export type CommandOutcome = { code: "invalid" | "locked"; message: string } | undefined;

export class Presenters {
  readonly #context: DurableObjectState;
  readonly #sessions = new Sessions();
  readonly #command: (command: StageCommand) => Promise<CommandOutcome>;
  readonly tallies = new TallyBroadcast((socket) => this.#sessions.of(socket));

  constructor(context: DurableObjectState, command: (command: StageCommand) => Promise<CommandOutcome>) {
    this.#context = context;
    this.#command = command;
  }

  accept(role: "presenter" | "organiser", greeting: string): Response {
    const { 0: client, 1: server } = new WebSocketPair();
    const identity: Identity = { role };
    this.#sessions.accept(this.#context, server, identity);
    sendFrame(server, greeting);
    return upgraded(client);
  }

  any(): boolean {
    return this.all().length > 0;
  }

  all(): WebSocket[] {
    // Frames in slides are connected here too, see viewers.ts.
    return this.#context.getWebSockets().filter((socket) => this.#sessions.of(socket)?.identity.role !== "viewer");
  }

  /** A stage frame, which can't wait. */
  send(frame: string, seq: number): void {
    for (const socket of this.all()) {
      const session = this.#sessions.of(socket);
      if (session !== undefined) sendOnCredit(socket, session, frame, seq);
    }
  }

  async receive(socket: WebSocket, message: string | ArrayBuffer): Promise<void> {
    const session = this.#sessions.of(socket);
    const received = session && receiveFrame(socket, session, message, Date.now());
    if (session === undefined || received === undefined) return;
    const { frame, tooFast } = received;
    switch (frame.type) {
      case "got":
        session.credit.confirm(frame.seq);
        return;
      case "answer":
        sendRefusal(socket, session, "forbidden", "Presenters don't answer.", frame.ref);
        return;
      case "stage": {
        if (tooFast)
          return sendRefusal(socket, session, "too-fast", "Too many commands at once. Wait a moment.", frame.ref);
        const { ref, type: _, ...command } = frame;
        const refusal = session.ackedRefs.has(ref) ? undefined : await this.#command(command);
        if (refusal === undefined) {
          session.ackedRefs.add(ref);
          sendOnCredit(socket, session, JSON.stringify({ type: "ack", ref }));
        } else sendRefusal(socket, session, refusal.code, refusal.message, ref);
        return;
      }
      default:
        frame satisfies never;
    }
  }
}
