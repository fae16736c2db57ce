/** One connection of the live protocol: what has come and is not yet read, waits with a deadline, the close. */
import { randomUUID } from "node:crypto";
import { WebSocket } from "ws";
import type { ModerationList } from "../../worker/questions/moderation.ts";
import type { Answer, Question } from "../../worker/questions/registry.ts";
import type { ShownTally } from "../../worker/questions/tally.ts";
import { limits } from "../../worker/shared/limits.ts";
import { type AckFrame, bearerPrefix, type ServerFrame, subprotocol } from "../../worker/shared/protocol.ts";

export type Frame = ServerFrame<Question, Answer, ShownTally, ModerationList>;
export type FrameOf<T extends Frame["type"]> = Extract<Frame, { type: T }>;
export type Closed = { code: number; reason: string };

export class Refused extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

export type SocketOptions = {
  headers?: Record<string, string>;
  /** False for a client that never says what it has read. */
  confirm?: boolean;
  /** False for a client that takes no compressed frames, so that its size on the wire is its size. */
  compress?: boolean;
  openWithinMs?: number;
};

/** `take` says whether the frame was the one waited for. */
type Waiter = { take: (frame: Frame) => boolean; fail: (error: Error) => void };

export class LiveSocket {
  readonly closed: Promise<Closed>;
  /** When something was last heard, in milliseconds of `performance.now()`. */
  heardAt = performance.now();
  #socket: WebSocket;
  #unread: Frame[] = [];
  #waiters = new Set<Waiter>();
  #listeners = new Set<(frame: Frame) => void>();
  #confirm: boolean;
  #unconfirmed = 0;

  private constructor(socket: WebSocket, confirm: boolean) {
    this.#socket = socket;
    this.#confirm = confirm;
    socket.on("message", (data, isBinary) => {
      this.heardAt = performance.now();
      const text = String(data);
      if (!isBinary && text !== "pong") this.#receive(text);
    });
    this.closed = new Promise((resolve) => {
      socket.once("close", (code, reason) => {
        for (const waiter of this.#waiters) waiter.fail(new Error(`the socket closed with ${code} ${String(reason)}`));
        this.#waiters.clear();
        resolve({ code, reason: String(reason) });
      });
    });
  }

  /** Rejects where the upgrade is refused (the error holds the status) or does not happen in time. */
  static async open(url: string, bearer: string | null, options: SocketOptions = {}): Promise<LiveSocket> {
    const protocols = bearer === null ? [subprotocol] : [subprotocol, bearerPrefix + bearer];
    const socket = new WebSocket(url, protocols, {
      ...(options.headers === undefined ? {} : { headers: options.headers }),
      perMessageDeflate: options.compress ?? true,
      handshakeTimeout: options.openWithinMs ?? 10_000,
    });
    const live = new LiveSocket(socket, options.confirm ?? true);
    await new Promise<void>((resolve, reject) => {
      socket.once("open", resolve);
      socket.on("error", reject);
    });
    if (socket.protocol !== subprotocol) throw new Error(`the server chose the subprotocol ${socket.protocol}`);
    return live;
  }

  /** The first unread frame of `type` that `where` accepts, now or within the deadline. Frames passed over stay unread. */
  next<T extends Frame["type"]>(
    type: T,
    { where = () => true, withinMs = 10_000 }: { where?: (frame: FrameOf<T>) => boolean; withinMs?: number } = {},
  ): Promise<FrameOf<T>> {
    const isOfType = (frame: Frame): frame is FrameOf<T> => frame.type === type;
    return this.#wait((frame): frame is FrameOf<T> => isOfType(frame) && where(frame), `no ${type} frame`, withinMs);
  }

  /** Calls `listener` for each frame from now on; those it hears are not kept as unread. Returns its end. */
  listen(listener: (frame: Frame) => void): () => void {
    for (const frame of this.#unread.splice(0)) listener(frame);
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Sends a frame with a `ref` of its own and waits for what comes back; an error frame is thrown as `Refused`. */
  async request(frame: object, ref: string = randomUUID(), withinMs = 10_000): Promise<AckFrame> {
    const reply = this.#wait(
      (received): received is FrameOf<"ack" | "error"> =>
        (received.type === "ack" || received.type === "error") && received.ref === ref,
      "no reply",
      withinMs,
    );
    this.send({ ...frame, ref });
    const received = await reply;
    if (received.type === "error") throw new Refused(received.code, received.message);
    return received;
  }

  send(frame: object | string | Buffer): void {
    const data = typeof frame === "string" || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame);
    this.#socket.send(data, () => undefined);
  }

  ping(): void {
    this.send("ping");
  }

  /** Stops reading, as a phone in a tunnel does. */
  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  async close(): Promise<Closed> {
    this.#socket.close(1000);
    return this.closed;
  }

  /** Drops the line without a closing handshake. */
  drop(): void {
    this.#socket.terminate();
  }

  #wait<F extends Frame>(matches: (frame: Frame) => frame is F, missing: string, withinMs: number): Promise<F> {
    const index = this.#unread.findIndex(matches);
    const [unread] = index === -1 ? [] : this.#unread.splice(index, 1);
    if (unread !== undefined && matches(unread)) return Promise.resolve(unread);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiters.delete(waiter);
        reject(new Error(`${missing} within ${withinMs} ms`));
      }, withinMs);
      const waiter: Waiter = {
        take(frame) {
          if (!matches(frame)) return false;
          clearTimeout(timer);
          resolve(frame);
          return true;
        },
        fail(error) {
          clearTimeout(timer);
          reject(error);
        },
      };
      if (this.#socket.readyState >= WebSocket.CLOSING) waiter.fail(new Error("the socket is closed"));
      else this.#waiters.add(waiter);
    });
  }

  #receive(text: string): void {
    const frame: Frame = JSON.parse(text);
    if (this.#confirm && "seq" in frame) this.#count(text.length, frame.seq);
    for (const waiter of this.#waiters) {
      if (!waiter.take(frame)) continue;
      this.#waiters.delete(waiter);
      return;
    }
    if (this.#listeners.size > 0) for (const listener of this.#listeners) listener(frame);
    else this.#unread.push(frame);
  }

  #count(length: number, seq: number): void {
    this.#unconfirmed += length;
    if (this.#unconfirmed < limits.confirmEveryBytes) return;
    this.#unconfirmed = 0;
    this.send({ type: "got", seq });
  }
}
