/**
 * A broken middlebox on loopback between phones and the service: it leaves WebSocket frames out, sends them twice, holds
 * them up for a while, also beyond the end of their line, and cuts lines in the middle of a frame.
 */
import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { frameAt } from "./frame-borders.ts";

/** How probable each fault is for one frame, and how long one that is held up waits at most, in milliseconds. */
export type Faults = { drop: number; duplicate: number; cut: number; hold: number; holdMs: number };

export type FaultCounts = Record<"frames" | "dropped" | "duplicated" | "cut" | "held" | "heldPastTheirLine", number>;

const headEnd = "\r\n\r\n";

export class FaultyProxy {
  readonly counts: FaultCounts = { frames: 0, dropped: 0, duplicated: 0, cut: 0, held: 0, heldPastTheirLine: 0 };
  readonly #server: Server;
  readonly #random: () => number;
  readonly #lines = new Set<Line>();
  #faults: Faults | null;

  private constructor(server: Server, random: () => number, faults: Faults) {
    this.#server = server;
    this.#random = random;
    this.#faults = faults;
  }

  static async start(servicePort: number, random: () => number, faults: Faults): Promise<FaultyProxy> {
    const server = createServer({ allowHalfOpen: true, noDelay: true });
    const proxy = new FaultyProxy(server, random, faults);
    server.on("connection", (phone) => {
      const service = connect({ host: "127.0.0.1", port: servicePort, allowHalfOpen: true, noDelay: true });
      const line = new Line(phone, service, (frame) => proxy.#fateOf(frame));
      proxy.#lines.add(line);
      phone.once("close", () => {
        if (line.heldForService) proxy.counts.heldPastTheirLine++;
      });
      service.once("close", () => proxy.#lines.delete(line));
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return proxy;
  }

  get port(): number {
    const bound = this.#server.address();
    if (bound === null || typeof bound === "string") throw new Error("the proxy has no port");
    return bound.port;
  }

  /** From now on all frames pass, and what was held comes through at once, of lines long gone too. */
  heal(): void {
    this.#faults = null;
    for (const line of this.#lines) line.release();
  }

  /**
   * Holds up all that phones send on the lines that are open now. Releasing it resolves once these lines, which their phones
   * have to have given up by then, are over at the service.
   */
  holdUpstream(): () => Promise<void> {
    const held = [...this.#lines];
    for (const line of held) line.holdUpstream();
    return async () => {
      const over = held.map((line) => line.over);
      for (const line of held) line.release();
      await Promise.all(over);
    };
  }

  async stop(): Promise<void> {
    for (const line of this.#lines) line.destroy();
    this.#server.close();
    await once(this.#server, "close");
  }

  #fateOf(frame: Buffer): Fate {
    this.counts.frames++;
    if (this.#faults === null) return pass(frame);
    const { drop, duplicate, cut, hold, holdMs } = this.#faults;
    let roll = this.#random();
    const strikes = (share: number) => {
      roll -= share;
      return roll < 0;
    };
    if (strikes(drop)) {
      this.counts.dropped++;
      return pass();
    }
    if (strikes(duplicate)) {
      this.counts.duplicated++;
      return pass(frame, frame);
    }
    if (strikes(cut)) {
      this.counts.cut++;
      return { pieces: [frame.subarray(0, Math.floor(this.#random() * frame.length))], holdMs: 0, cut: true };
    }
    if (strikes(hold)) {
      this.counts.held++;
      return { pieces: [frame], holdMs: this.#random() * holdMs, cut: false };
    }
    return pass(frame);
  }
}

type Fate = { pieces: Buffer[]; holdMs: number; cut: boolean };

function pass(...pieces: Buffer[]): Fate {
  return { pieces, holdMs: 0, cut: false };
}

/** One phone's connection. Extensions are left out of its head, so that a frame that is missing is just that. */
class Line {
  readonly #phone: Socket;
  readonly #service: Socket;
  readonly #up: Lane;
  readonly #down: Lane;
  /** Resolves once the service's end is closed. */
  readonly over: Promise<void>;

  constructor(phone: Socket, service: Socket, fateOf: (frame: Buffer) => Fate) {
    this.over = new Promise((resolve) => service.once("close", () => resolve()));
    this.#phone = phone;
    this.#service = service;
    const cut = () => this.destroy();
    this.#up = new Lane(service, fateOf, cut, (head) => head.replace(/^sec-websocket-extensions:.*\r\n/im, ""));
    this.#down = new Lane(phone, fateOf, cut, (head) => head);
    phone.on("data", (chunk) => this.#up.take(chunk));
    service.on("data", (chunk) => this.#down.take(chunk));
    phone.once("end", () => this.#up.end());
    service.once("end", () => this.#down.end());
    // A phone that is gone leaves what it sent before on its way.
    phone.on("error", () => this.#up.end());
    service.on("error", () => phone.destroy());
    phone.once("close", () => this.#up.end());
    service.once("close", () => phone.destroy());
  }

  get heldForService(): boolean {
    return this.#up.hasWaiting;
  }

  holdUpstream(): void {
    this.#up.hold(Number.POSITIVE_INFINITY);
  }

  release(): void {
    this.#up.release();
    this.#down.release();
  }

  destroy(): void {
    this.#up.discard();
    this.#down.discard();
    this.#phone.destroy();
    this.#service.destroy();
  }
}

/** One direction: what comes in order leaves in order, and what is held up holds up all after it. */
class Lane {
  readonly #to: Socket;
  readonly #fateOf: (frame: Buffer) => Fate;
  readonly #cut: () => void;
  readonly #mendHead: (head: string) => string;
  #rest = Buffer.alloc(0);
  #headIsOver = false;
  #waiting: (() => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isHolding = false;
  #hasEnded = false;

  constructor(to: Socket, fateOf: (frame: Buffer) => Fate, cut: () => void, mendHead: (head: string) => string) {
    this.#to = to;
    this.#fateOf = fateOf;
    this.#cut = cut;
    this.#mendHead = mendHead;
  }

  get hasWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  take(chunk: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    if (!this.#headIsOver && !this.#takeHead()) return;
    for (let frame = frameAt(this.#rest, 0); frame !== null; frame = frameAt(this.#rest, 0)) {
      const bytes = this.#rest.subarray(0, frame.end);
      this.#rest = this.#rest.subarray(frame.end);
      const { pieces, holdMs, cut } = this.#fateOf(bytes);
      if (holdMs > 0) this.hold(holdMs);
      this.#then(() => {
        for (const piece of pieces) this.#to.write(piece);
        if (cut) this.#cut();
      });
    }
  }

  end(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#then(() => this.#to.end());
  }

  hold(ms: number): void {
    if (this.#isHolding) return;
    this.#isHolding = true;
    if (Number.isFinite(ms)) this.#timer = setTimeout(() => this.release(), ms);
  }

  release(): void {
    clearTimeout(this.#timer);
    this.#isHolding = false;
    for (const step of this.#waiting.splice(0)) step();
  }

  discard(): void {
    clearTimeout(this.#timer);
    this.#waiting = [];
  }

  #takeHead(): boolean {
    const end = this.#rest.indexOf(headEnd);
    if (end === -1) return false;
    const head = this.#mendHead(this.#rest.toString("latin1", 0, end + headEnd.length));
    this.#rest = this.#rest.subarray(end + headEnd.length);
    this.#headIsOver = true;
    this.#then(() => this.#to.write(head, "latin1"));
    return true;
  }

  #then(step: () => void): void {
    if (this.#isHolding) this.#waiting.push(step);
    else step();
  }
}
