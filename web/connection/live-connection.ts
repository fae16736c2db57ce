/**
 * A socket to `GET /api/polls/{id}/live` that comes back by itself. No Preact, and of the browser only WebSocket, timers
 * and three events, so that tests can give it their own.
 */
import type { ModerationList } from "../../worker/questions/moderation.ts";
import type { Answer, Question } from "../../worker/questions/registry.ts";
import type { ShownTally } from "../../worker/questions/tally.ts";
import { clientLimits } from "../../worker/shared/client-limits.ts";
import { type ClientFrame, closeCodes, type ServerFrame } from "../../worker/shared/protocol.ts";
import { isOlder } from "./frame-order.ts";
import { reconnectDelay, tooFastDelay } from "./reconnect-delay.ts";

export type LiveFrame = ServerFrame<Question, Answer, ShownTally, ModerationList>;

/** `connecting` until the first try has ended; then `lost` and `open` in turn. `open` is told before the first frame. */
export type Line = "connecting" | "open" | "lost";

/** What is used of a WebSocket. */
export type Socket = Pick<WebSocket, "send" | "close" | "readyState" | "onmessage" | "onclose">;

export type Platform = {
  openSocket(url: string, protocols: string[]): Socket;
  /** Where `online`, `pageshow` and `visibilitychange` arrive: the window. */
  events: Pick<EventTarget, "addEventListener" | "removeEventListener">;
  isHidden(): boolean;
  random(): number;
};

export type LiveOptions = {
  url: string;
  protocols: string[];
  /** Stage and tally frames that are older than one before them on the same connection are left out. */
  onFrame(frame: LiveFrame): void;
  onLine(line: Line): void;
  /** 4401 or 4404: there will be no further try. */
  onRefused(closeCode: number): void;
  platform?: Platform;
};

export type LiveConnection = {
  /** False where there is no line: the frame has gone nowhere. True is no promise either; an `ack` is. */
  send(frame: ClientFrame): boolean;
  close(): void;
};

const OPEN = 1;
const wakeEvents = ["online", "pageshow", "visibilitychange"];

export function connect(options: LiveOptions): LiveConnection {
  const { url, protocols, onFrame, onLine, onRefused, platform = browserPlatform() } = options;
  let socket: Socket | null = null;
  let line: Line = "connecting";
  let attempt = 0;
  /** The newest run and `seq` of this connection, whose first frame is the whole state. */
  let run = 0;
  let seq = 0;
  let unconfirmed = 0;
  /** The one timer: the next try while there is no socket, else the next look at a silent line. */
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pinged = false;
  let mustWait = false;

  function open(): void {
    clearTimeout(timer);
    run = 0;
    seq = 0;
    unconfirmed = 0;
    mustWait = false;
    const opened = platform.openSocket(url, protocols);
    socket = opened;
    opened.onmessage = ({ data }) => received(data);
    opened.onclose = ({ code }) => lost(code);
    // A try that hangs is given up as late as a line that has gone silent.
    timer = setTimeout(giveUp, clientLimits.heartbeatMs + clientLimits.heartbeatDeadlineMs);
  }

  function received(data: unknown): void {
    if (socket === null || typeof data !== "string") return;
    const frame = parseFrame(data);
    // Without the whole state first there is nothing to go on with.
    if (line !== "open" && frame?.type !== "stage") return;
    heard();
    if (frame === null) return;
    attempt = 0;
    const isOld = "seq" in frame && isOlder(frame, { run, seq });
    if ("seq" in frame && !isOld) ({ run, seq } = frame);
    confirm(data.length);
    tell("open");
    if (!isOld) onFrame(frame);
  }

  function heard(): void {
    pinged = false;
    clearTimeout(timer);
    timer = setTimeout(ping, clientLimits.heartbeatMs);
  }

  function ping(): void {
    clearTimeout(timer);
    if (socket?.readyState === OPEN) socket.send("ping");
    pinged = true;
    timer = setTimeout(giveUp, clientLimits.heartbeatDeadlineMs);
  }

  /** The service stops sending to a reader that does not say what it has got (see `limits.unconfirmedBytes`). */
  function confirm(characters: number): void {
    unconfirmed += characters;
    if (unconfirmed < clientLimits.confirmEveryBytes) return;
    unconfirmed = 0;
    send({ type: "got", seq });
  }

  function giveUp(): void {
    drop();
    lost(0);
  }

  /** Lets go of the socket at once: the close event of a dead line can take minutes. */
  function drop(): void {
    if (socket === null) return;
    socket.onmessage = null;
    socket.onclose = null;
    socket.close();
    socket = null;
  }

  function lost(code: number): void {
    socket = null;
    clearTimeout(timer);
    tell("lost");
    if (code === closeCodes.unauthorised || code === closeCodes.pollGone) {
      close();
      onRefused(code);
      return;
    }
    mustWait = code === closeCodes.tooFast;
    const random = platform.random();
    timer = setTimeout(open, mustWait ? tooFastDelay(random) : reconnectDelay(attempt, random));
    attempt += 1;
  }

  /** The network or the reader is back: try now, or find out now whether the line has survived. */
  function wake(): void {
    if (platform.isHidden()) return;
    if (socket === null) {
      if (!mustWait) open();
    } else if (socket.readyState === OPEN && !pinged) {
      ping();
    }
  }

  function tell(now: Line): void {
    if (now === line) return;
    line = now;
    onLine(now);
  }

  function send(frame: ClientFrame): boolean {
    if (socket?.readyState !== OPEN) return false;
    socket.send(JSON.stringify(frame));
    return true;
  }

  function close(): void {
    clearTimeout(timer);
    for (const event of wakeEvents) platform.events.removeEventListener(event, wake);
    drop();
  }

  for (const event of wakeEvents) platform.events.addEventListener(event, wake);
  open();
  return { send, close };
}

/** Null for what is no frame; an unknown `type` is passed on, since the protocol may grow. */
function parseFrame(data: string): LiveFrame | null {
  try {
    const frame: LiveFrame | null = JSON.parse(data);
    return typeof frame?.type === "string" ? frame : null;
  } catch {
    return null;
  }
}

export function browserPlatform(): Platform {
  return {
    openSocket: (url, protocols) => new WebSocket(url, protocols),
    events: window,
    isHidden: () => document.hidden,
    random: Math.random,
  };
}
