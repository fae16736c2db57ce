/** A network for one connection: the sockets it opened, in order, and the events of its window. */

import {
  connect,
  type Line,
  type LiveConnection,
  type LiveFrame,
  type Socket,
} from "../../../web/connection/live-connection.ts";
import type { ClientFrame } from "../../../worker/shared/protocol.ts";

export class FakeSocket implements Socket {
  readyState: Socket["readyState"] = 0;
  onmessage: Socket["onmessage"] = null;
  onclose: Socket["onclose"] = null;
  sent: string[] = [];
  isClosed = false;

  send(data: string): void {
    this.sent.push(data);
  }

  /** As a browser on a dead line does: no close event follows. */
  close(): void {
    this.readyState = 2;
    this.isClosed = true;
  }

  accept(): void {
    this.readyState = 1;
  }

  receive(frame: LiveFrame | string): void {
    const data = typeof frame === "string" ? frame : JSON.stringify(frame);
    this.onmessage?.call(this.asWebSocket(), new MessageEvent("message", { data }));
  }

  fail(code: number): void {
    this.readyState = 3;
    const event = Object.assign(new Event("close"), { code, reason: "", wasClean: false });
    this.onclose?.call(this.asWebSocket(), event);
  }

  frames(): ClientFrame[] {
    return this.sent.filter((data) => data !== "ping").map((data): ClientFrame => JSON.parse(data));
  }

  // `this` of the handlers, which none of them reads.
  private asWebSocket(): WebSocket {
    return Object.create(null);
  }
}

export class FakeLine {
  readonly sockets: FakeSocket[] = [];
  readonly window = new EventTarget();
  readonly frames: LiveFrame[] = [];
  readonly lines: Line[] = [];
  readonly refusals: number[] = [];
  isHidden = false;
  random = 0;
  readonly connection: LiveConnection;

  constructor() {
    this.connection = connect({
      url: "wss://example.test/api/polls/p/live",
      protocols: ["handupp.v1"],
      onFrame: (frame) => this.frames.push(frame),
      onLine: (line) => this.lines.push(line),
      onRefused: (code) => this.refusals.push(code),
      platform: {
        openSocket: () => {
          const socket = new FakeSocket();
          this.sockets.push(socket);
          return socket;
        },
        events: this.window,
        isHidden: () => this.isHidden,
        random: () => this.random,
      },
    });
  }

  get newest(): FakeSocket {
    const socket = this.sockets.at(-1);
    if (socket === undefined) throw new Error("no socket has been opened");
    return socket;
  }

  wake(event: "online" | "pageshow" | "visibilitychange"): void {
    this.window.dispatchEvent(new Event(event));
  }
}
