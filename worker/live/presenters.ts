/** The presenters' sockets of one room. */

import type { Refusal } from "../poll/stage.ts";
import { type ClientFrame, closeCodes, type ModerationCommand, type StageCommand } from "../shared/protocol.ts";
import type { Result } from "../shared/result.ts";
import type { SignIn } from "../store/opened-stages.ts";
import {
  closeSocket,
  type Identity,
  receiveFrame,
  Sessions,
  sendFrame,
  sendOnCredit,
  sendRefusal,
  upgraded,
} from "./session.ts";
import { TallyBroadcast } from "./tally-broadcast.ts";

/** What comes of a presenter's command: undefined, or why it was refused. */
export type CommandOutcome = { code: "invalid" | "locked" | "too-late"; message: string } | undefined;

/** What comes of a command, as a presenter's frame is answered. */
export function outcomeOf(reply: Result<unknown, Refusal>): CommandOutcome {
  if (reply.ok) return undefined;
  const refusal = reply.error;
  switch (refusal.reason) {
    case "state":
      return { code: "locked", message: refusal.message };
    case "late":
      return { code: "too-late", message: refusal.message };
    case "fields":
      return { code: "invalid", message: refusal.errors.map(({ path, message }) => `${path}: ${message}`).join("; ") };
  }
}

export type PresenterIdentity = Extract<Identity, { role: "presenter" | "organiser" }>;

export type PresenterCommands = {
  stage(command: StageCommand): Promise<CommandOutcome>;
  moderate(command: ModerationCommand): Promise<CommandOutcome>;
};

export class Presenters {
  readonly #context: DurableObjectState;
  readonly #sessions = new Sessions();
  readonly #commands: PresenterCommands;
  readonly tallies = new TallyBroadcast((socket) => this.#sessions.of(socket));

  constructor(context: DurableObjectState, commands: PresenterCommands) {
    this.#context = context;
    this.#commands = commands;
  }

  accept(identity: PresenterIdentity, greeting: string): Response {
    const { 0: client, 1: server } = new WebSocketPair();
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

  /** Closes all sockets so that their pages come back at once, if they still may. */
  reconnect(): void {
    for (const socket of this.all()) closeSocket(socket, closeCodes.restart, "who may connect has changed");
  }

  /** Closes what a sign-in of the account has opened, or that one has: for good. */
  end({ account, family }: SignIn): void {
    for (const socket of this.all()) {
      const identity = this.#sessions.of(socket)?.identity;
      const opened = identity !== undefined && "signIn" in identity ? identity.signIn : undefined;
      if (opened?.account !== account || (family !== undefined && opened.family !== family)) continue;
      closeSocket(socket, closeCodes.unauthorised, "signed out, or not this account's poll any more");
    }
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
      case "stage":
      case "moderate": {
        const { ref } = frame;
        if (tooFast) return sendRefusal(socket, session, "too-fast", "Too many commands at once. Wait a moment.", ref);
        const refusal = session.ackedRefs.has(ref) ? undefined : await this.#carryOut(frame);
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

  #carryOut(frame: Extract<ClientFrame, { type: "stage" | "moderate" }>): Promise<CommandOutcome> {
    if (frame.type === "stage") {
      const { ref: _, type: __, ...command } = frame;
      return this.#commands.stage(command);
    }
    const { ref: _, type: __, ...command } = frame;
    return this.#commands.moderate(command);
  }
}
