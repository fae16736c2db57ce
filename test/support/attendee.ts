/** Attendees over plain sockets: one that stands or falls with its connection, and one that comes back by itself. */
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { limits } from "../../worker/shared/limits.ts";
import { closeCodes } from "../../worker/shared/protocol.ts";
import { apiClient, type Joined } from "./api-client.ts";
import { type Frame, type FrameOf, LiveSocket, Refused, type SocketOptions } from "./live-socket.ts";

export class Attendee {
  readonly joined: Joined;
  readonly socket: LiveSocket;

  private constructor(joined: Joined, socket: LiveSocket) {
    this.joined = joined;
    this.socket = socket;
  }

  static async join(address: string, code: string, options?: SocketOptions): Promise<Attendee> {
    return Attendee.connect(await apiClient(address).join(code), options);
  }

  /** With a token from before: the same attendee. */
  static async connect(joined: Joined, options?: SocketOptions): Promise<Attendee> {
    return new Attendee(joined, await LiveSocket.open(joined.live, joined.token, options));
  }

  /** Waits until `question` is on stage and open, as a phone shows it. */
  onStage(question: string, withinMs?: number): Promise<FrameOf<"stage">> {
    return this.socket.next("stage", {
      where: (frame) => frame.question?.id === question && frame.voting === "open",
      ...(withinMs === undefined ? {} : { withinMs }),
    });
  }

  /** Resolves at the ack; rejects with `Refused` at an error frame. */
  async answer(question: string, answer: unknown, ref: string = randomUUID()): Promise<string> {
    await this.socket.request({ type: "answer", question, answer }, ref);
    return ref;
  }

  close(): Promise<unknown> {
    return this.socket.close();
  }
}

type Unsent = { frame: object; ref: string; settle: (error?: Error) => void };

/** Keeps what is not acked and sends it again, with the same `ref`, on each new connection. Notices a dead line by pings. */
export class ReturningAttendee {
  readonly joined: Joined;
  /** Question → the last answer that was acked. */
  readonly acked = new Map<string, unknown>();
  stage: FrameOf<"stage"> | null = null;
  reconnections = 0;
  #socket: LiveSocket | null = null;
  #unacked = new Map<string, Unsent>();
  #stopped = false;
  #loop: Promise<void>;

  private constructor(joined: Joined) {
    this.joined = joined;
    this.#loop = this.#run();
  }

  static async join(address: string, code: string): Promise<ReturningAttendee> {
    return new ReturningAttendee(await apiClient(address).join(code));
  }

  /** Resolves once acked, however many connections that takes; rejects with `Refused`, or when stopped. */
  answer(question: string, answer: unknown): Promise<void> {
    const ref = randomUUID();
    const frame = { type: "answer", ref, question, answer };
    return new Promise((resolve, reject) => {
      const settle = (error?: Error) => {
        this.#unacked.delete(ref);
        if (error !== undefined) return reject(error);
        this.acked.set(question, answer);
        resolve();
      };
      this.#unacked.set(ref, { frame, ref, settle });
      this.#socket?.send(frame);
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#socket?.drop();
    await this.#loop;
    this.#rejectAll("the attendee was stopped");
  }

  async #run(): Promise<void> {
    for (let attempt = 0; !this.#stopped; attempt++) {
      const socket = await LiveSocket.open(this.joined.live, this.joined.token, { openWithinMs: 5000 }).catch(
        () => null,
      );
      if (socket === null) {
        await delay(Math.min(1000, 50 * 2 ** Math.min(attempt, 5)) * (0.5 + Math.random() / 2));
        continue;
      }
      if (this.#stopped) return socket.drop();
      const code = await this.#serve(socket);
      this.#socket = null;
      if (code === closeCodes.unauthorised || code === closeCodes.pollGone) {
        this.#stopped = true;
        this.#rejectAll(`the service closed the socket with ${code}`);
      }
      this.reconnections++;
      attempt = 0;
      await delay(20 + Math.random() * 80);
    }
  }

  async #serve(socket: LiveSocket): Promise<number> {
    this.#socket = socket;
    socket.listen((frame) => this.#hear(frame, socket));
    for (const { frame } of this.#unacked.values()) socket.send(frame);
    const watch = setInterval(() => {
      const silent = performance.now() - socket.heardAt;
      if (silent > limits.heartbeatMs + limits.heartbeatDeadlineMs) socket.drop();
      else if (silent > limits.heartbeatMs) socket.ping();
    }, limits.heartbeatMs / 4);
    const { code } = await socket.closed;
    clearInterval(watch);
    return code;
  }

  #hear(frame: Frame, socket: LiveSocket): void {
    if (frame.type === "stage") this.stage = frame;
    if (frame.type === "ack") this.#unacked.get(frame.ref)?.settle();
    if (frame.type !== "error" || frame.ref === undefined) return;
    const unsent = this.#unacked.get(frame.ref);
    if (frame.code !== "too-fast") unsent?.settle(new Refused(frame.code, frame.message));
    else if (unsent !== undefined) setTimeout(() => socket.send(unsent.frame), 500);
  }

  #rejectAll(why: string): void {
    for (const { settle } of [...this.#unacked.values()]) settle(new Error(why));
  }
}
