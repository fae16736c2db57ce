/** One connection of the live protocol, opened through the Worker as a client outside opens it. */
import type { ModerationList } from "../../worker/questions/moderation.ts";
import type { Answer, Question } from "../../worker/questions/registry.ts";
import type { ShownTally } from "../../worker/questions/tally.ts";
import type { ErrorFrame, ServerFrame } from "../../worker/shared/protocol.ts";
import { fetchPath } from "./fetch-path.ts";

export type Frame = ServerFrame<Question, Answer, ShownTally, ModerationList>;
export type FrameOf<T extends Frame["type"]> = Extract<Frame, { type: T }>;

type Waiter = { take: (frame: Frame) => boolean; fail: (error: Error) => void };
type Waiting<T extends Frame["type"]> = { where?: (frame: FrameOf<T>) => boolean; withinMs?: number };

const deadlineMs = 5000;

/** The upgrade's response, whatever its status. `protocols` as a client offers them. */
export function upgrade(path: string, protocols: readonly string[], headers: Record<string, string> = {}) {
  return fetchPath(path, {
    headers: {
      upgrade: "websocket",
      ...(protocols.length === 0 ? {} : { "sec-websocket-protocol": protocols.join(", ") }),
      ...headers,
    },
  });
}

export class LiveLine {
  /** Every frame that has come, in order, read or not. */
  readonly received: Frame[] = [];
  readonly closed: Promise<{ code: number; reason: string }>;
  readonly #socket: WebSocket;
  readonly #unread: Frame[] = [];
  readonly #waiters = new Set<Waiter>();
  readonly #pongs: (() => void)[] = [];
  #refs = 0;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    this.closed = new Promise((resolve) => {
      socket.addEventListener("close", ({ code, reason }) => {
        for (const waiter of this.#waiters) waiter.fail(new Error(`the socket closed with ${code} ${reason}`));
        resolve({ code, reason });
      });
    });
    socket.addEventListener("message", ({ data }) => this.#receive(String(data)));
    socket.accept();
  }

  /** `bearer` null offers `handupp.v1` alone. Throws where the upgrade is refused before it happens. */
  static async open(
    pollId: string,
    bearer: string | null,
    headers: Record<string, string> = {},
    query = "",
  ): Promise<LiveLine> {
    const protocols = bearer === null ? ["handupp.v1"] : ["handupp.v1", `bearer.${bearer}`];
    const response = await upgrade(`/api/polls/${pollId}/live${query}`, protocols, headers);
    if (response.webSocket === null) throw new Error(`the upgrade was answered ${response.status}`);
    return new LiveLine(response.webSocket);
  }

  /** The first unread frame of `type` that `where` accepts, now or within the deadline. Frames passed over stay unread. */
  next<T extends Frame["type"]>(type: T, { where = () => true, withinMs = deadlineMs }: Waiting<T> = {}) {
    const isOfType = (frame: Frame): frame is FrameOf<T> => frame.type === type;
    return this.#wait((frame): frame is FrameOf<T> => isOfType(frame) && where(frame), `no ${type} frame`, withinMs);
  }

  send(frame: object | string | ArrayBuffer): void {
    this.#socket.send(typeof frame === "string" || frame instanceof ArrayBuffer ? frame : JSON.stringify(frame));
  }

  /** Sends a frame with a `ref` and waits for its ack or error. */
  request(frame: object, ref = `ref-${++this.#refs}`): Promise<FrameOf<"ack" | "error">> {
    const reply = this.reply(ref);
    this.send({ ...frame, ref });
    return reply;
  }

  /** The ack or error that bears `ref`. */
  reply(ref: string): Promise<FrameOf<"ack" | "error">> {
    return this.#wait(
      (received): received is FrameOf<"ack" | "error"> =>
        (received.type === "ack" || received.type === "error") && received.ref === ref,
      `no reply to ${ref}`,
      deadlineMs,
    );
  }

  /** Resolves to `ack`, or to the error's code. */
  async answer(question: string, answer: unknown, ref?: string): Promise<"ack" | ErrorFrame["code"]> {
    const reply = await this.request({ type: "answer", question, answer }, ref);
    return reply.type === "ack" ? "ack" : reply.code;
  }

  /** Resolves once the object has handled all that was sent before: what it has sent by then has come, too. */
  async roundTrip(): Promise<void> {
    const ref = `round-trip-${++this.#refs}`;
    await this.request({ type: "round-trip" }, ref);
  }

  /** Resolves when `ping` has been answered `pong`. */
  ping(): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("no pong")), deadlineMs);
      this.#pongs.push(() => {
        clearTimeout(timer);
        resolve();
      });
      this.send("ping");
    });
  }

  close(code = 1000): void {
    this.#socket.close(code, "");
  }

  #wait<F extends Frame>(matches: (frame: Frame) => frame is F, missing: string, withinMs: number): Promise<F> {
    const index = this.#unread.findIndex(matches);
    const [unread] = index === -1 ? [] : this.#unread.splice(index, 1);
    if (unread !== undefined && matches(unread)) return Promise.resolve(unread);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => waiter.fail(new Error(`${missing} within ${withinMs} ms`)), withinMs);
      const settled = () => {
        clearTimeout(timer);
        this.#waiters.delete(waiter);
      };
      const waiter: Waiter = {
        take(frame) {
          if (!matches(frame)) return false;
          settled();
          resolve(frame);
          return true;
        },
        fail(error) {
          settled();
          reject(error);
        },
      };
      this.#waiters.add(waiter);
    });
  }

  #receive(text: string): void {
    if (text === "pong") {
      this.#pongs.shift()?.();
      return;
    }
    const frame: Frame = JSON.parse(text);
    this.received.push(frame);
    for (const waiter of this.#waiters) if (waiter.take(frame)) return;
    this.#unread.push(frame);
  }
}
