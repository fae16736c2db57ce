/**
 * What an object knows of one socket. Who it is survives hibernation in the socket's attachment; budget and credit are
 * memory's and start afresh, since an object only sleeps when nothing moves.
 */
import * as v from "valibot";
import { errorFrame, parseClientFrame } from "../shared/client-frames.ts";
import { limits } from "../shared/limits.ts";
import { type ClientFrame, closeCodes, type ErrorCode, subprotocol } from "../shared/protocol.ts";
import { Credit } from "./credit.ts";
import { FrameBudget } from "./frame-budget.ts";

const identitySchema = v.union([
  v.strictObject({
    role: v.literal("attendee"),
    attendee: v.string(),
    run: v.number(),
    /** Which the attendee would read the poll in, the dearest first. Sockets of before there were any lack it. */
    languages: v.exactOptional(v.array(v.string())),
    /** The client's own name of its line, the same on each reconnection. */
    line: v.exactOptional(v.string()),
    /** Another socket of its line is heard instead. */
    superseded: v.exactOptional(v.literal(true)),
  }),
  v.strictObject({
    role: v.picklist(["presenter", "organiser"]),
    /** Whose sign-in has opened it, where no key did. */
    signIn: v.exactOptional(v.strictObject({ account: v.string(), family: v.string() })),
  }),
  v.strictObject({ role: v.literal("viewer"), question: v.nullable(v.string()) }),
]);

export type Identity = v.InferOutput<typeof identitySchema>;
export type Session = {
  identity: Identity;
  budget: FrameBudget;
  credit: Credit;
  oversizedInARow: number;
  /** A presenter's acked refs on this line: one that is sent again has no effect. */
  ackedRefs: Set<string>;
};

export class Sessions {
  readonly #known = new WeakMap<WebSocket, Session>();

  /** Takes the socket so that it may hibernate, with its identity attached. `tags` find it by `getWebSockets(tag)`. */
  accept(context: DurableObjectState, socket: WebSocket, identity: Identity, tags: string[] = []): Session {
    context.acceptWebSocket(socket, tags);
    socket.serializeAttachment(identity);
    return this.#remember(socket, identity);
  }

  /** Undefined for a socket whose attachment is not one of ours. */
  of(socket: WebSocket): Session | undefined {
    const known = this.#known.get(socket);
    if (known !== undefined) return known;
    const parsed = v.safeParse(identitySchema, socket.deserializeAttachment());
    return parsed.success ? this.#remember(socket, parsed.output) : undefined;
  }

  /** Gives a socket that was accepted another identity. */
  rename(socket: WebSocket, identity: Identity): void {
    socket.serializeAttachment(identity);
    const session = this.#known.get(socket);
    if (session !== undefined) session.identity = identity;
  }

  #remember(socket: WebSocket, identity: Identity): Session {
    const session = {
      identity,
      budget: new FrameBudget(Date.now()),
      credit: new Credit(),
      oversizedInARow: 0,
      ackedRefs: new Set<string>(),
    };
    this.#known.set(socket, session);
    return session;
  }
}

/** Sends what can't wait (stage, ack, refusal), but not without end to a socket that does not read. */
export function sendOnCredit(socket: WebSocket, session: Session, frame: string, seq?: number): void {
  if (!session.credit.allows(frame.length)) closeSocket(socket, closeCodes.tooFast, "does not read what it is sent");
  else if (sendFrame(socket, frame)) session.credit.sent(seq, frame.length);
}

/** True where it was sent; false where the socket is closed already, which its close event tells later or never. */
export function sendFrame(socket: WebSocket, frame: string): boolean {
  try {
    socket.send(frame);
    return true;
  } catch {
    return false;
  }
}

export function closeSocket(socket: WebSocket, code: number, reason: string): void {
  try {
    socket.close(code, reason);
  } catch {
    // It is closed already.
  }
}

const closeFramesLeaveMs = 300;

/**
 * Gives the object up where all its sockets are closed: workerd keeps the line of a client that has never sent a frame open
 * for ten seconds after its close frame, and a browser tells its page of the close only when the line is down.
 */
export function dropClosedLines(context: DurableObjectState, allClosed: () => boolean = () => true): void {
  setTimeout(() => {
    if (allClosed()) context.abort("its lines are closed");
  }, closeFramesLeaveMs);
}

/** The service is about to end on this machine (see scripts/service/runtime.ts): clients are told to come back. */
export function closeForRestart(context: DurableObjectState, request: Request): Response | undefined {
  if (request.headers.get("x-handupp-restart") === null) return undefined;
  for (const socket of context.getWebSockets()) closeSocket(socket, closeCodes.restart, "the service restarts");
  return new Response(null, { status: 204 });
}

/** The answer to an upgrade. The subprotocol is selected only here, so that a browser can read a close code. */
export function upgraded(client: WebSocket): Response {
  return new Response(null, { status: 101, webSocket: client, headers: { "sec-websocket-protocol": subprotocol } });
}

/** Upgrades and closes at once with a code that a browser can read; nothing is kept. */
export function refuseUpgrade(code: (typeof closeCodes)[keyof typeof closeCodes], reason: string): Response {
  const { 0: client, 1: server } = new WebSocketPair();
  server.accept();
  server.close(code, reason);
  return upgraded(client);
}

/** Text `ping` is answered `pong` without waking the object. */
export function answerPings(context: DurableObjectState): void {
  context.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
}

/**
 * One frame of a client, parsed; undefined where its socket has been told already why it is none. `tooFast` frames are to
 * be refused by name, since only the parser knows their `ref`.
 */
export function receiveFrame(
  socket: WebSocket,
  session: Session,
  message: string | ArrayBuffer,
  now: number,
): { frame: ClientFrame; tooFast: boolean } | undefined {
  if (typeof message !== "string") {
    closeSocket(socket, closeCodes.binaryFrame, "frames are text");
    return undefined;
  }
  const verdict = session.budget.spend(now);
  if (verdict === "close") {
    closeSocket(socket, closeCodes.tooFast, "too many frames");
    return undefined;
  }
  const parsed = parseClientFrame(message);
  if (parsed.ok) {
    session.oversizedInARow = 0;
    return { frame: parsed.value, tooFast: verdict === "too-fast" };
  }
  sendOnCredit(socket, session, JSON.stringify(parsed.error));
  session.oversizedInARow = parsed.error.code === "too-large" ? session.oversizedInARow + 1 : 0;
  if (session.oversizedInARow >= limits.oversizedFramesInARow) {
    closeSocket(socket, closeCodes.tooLarge, "frames are too large");
  }
  return undefined;
}

export function sendRefusal(socket: WebSocket, session: Session, code: ErrorCode, message: string, ref: string): void {
  sendOnCredit(socket, session, JSON.stringify(errorFrame(code, message, ref)));
}
