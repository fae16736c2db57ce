/**
 * A WebSocket client that costs next to nothing, so that the generator is not what is measured. It speaks just enough of
 * RFC 6455 for a server that sends short, unmasked, unfragmented frames; our own tests use `ws`.
 */
import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";
import { frameAt } from "../support/frame-borders.ts";

const opcodes = { text: 1, close: 8 } as const;

export type LeanSocket = {
  /** A frame of `clientFrame`, which must not change until it has been written. */
  write: (frame: Buffer) => void;
  destroy: () => void;
};

export type LeanHandlers = {
  /** `data` from `start` to `end` is one text message; it is valid during the call alone. */
  onText: (data: Buffer, start: number, end: number) => void;
  onClose: (code: number) => void;
};

/** One buffer for all sockets: each read is dealt with before the next one, and a buffer a read would be most of the work. */
const readBuffer = Buffer.allocUnsafe(64 * 1024);

/** Resolves once the server has upgraded; rejects with what it answered instead. */
export function openLeanSocket(url: string, protocols: string[], handlers: LeanHandlers): Promise<LeanSocket> {
  const { hostname, port, pathname, search, host } = new URL(url);
  return new Promise((resolve, reject) => {
    const reader = new FrameReader(handlers);
    let read = readHead;
    const socket: Socket = connect({
      host: hostname,
      port: Number(port),
      noDelay: true,
      onread: {
        buffer: readBuffer,
        callback(length, buffer) {
          read(Buffer.from(buffer.buffer, buffer.byteOffset, length));
          return true;
        },
      },
    });
    let head = "";
    function readHead(chunk: Buffer): void {
      head += chunk.toString("latin1");
      const end = head.indexOf("\r\n\r\n");
      if (end === -1) return;
      if (!head.startsWith("HTTP/1.1 101")) {
        socket.destroy();
        reject(new Error(head.slice(0, head.indexOf("\r\n"))));
        return;
      }
      socket.setTimeout(0);
      read = (frames) => reader.read(frames);
      resolve({ write: (frame) => void socket.write(frame), destroy: () => socket.destroy() });
      if (head.length > end + 4) reader.read(Buffer.from(head.slice(end + 4), "latin1"));
    }
    socket.setTimeout(30_000, () => socket.destroy(new Error("no upgrade within 30 s")));
    // Rejecting what has been resolved does nothing; a close tells of later errors.
    socket.on("error", reject);
    socket.once("close", () => handlers.onClose(reader.closeCode));
    socket.once("connect", () => {
      socket.write(
        `GET ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
          `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString("base64")}\r\n` +
          `Sec-WebSocket-Protocol: ${protocols.join(", ")}\r\n\r\n`,
      );
    });
  });
}

/** A masked text frame, with a mask of zeros so that its payload can be rewritten in place. */
export function clientFrame(text: string): { frame: Buffer; payloadAt: number } {
  const payload = Buffer.from(text);
  const short = payload.length < 126;
  const head = Buffer.alloc(short ? 6 : 8);
  head[0] = 0x80 | opcodes.text;
  head[1] = 0x80 | (short ? payload.length : 126);
  if (!short) head.writeUInt16BE(payload.length, 2);
  return { frame: Buffer.concat([head, payload]), payloadAt: head.length };
}

class FrameReader {
  closeCode = 1006;
  #handlers: LeanHandlers;
  /** The beginning of a frame that has not all come. */
  #rest: Buffer | null = null;

  constructor(handlers: LeanHandlers) {
    this.#handlers = handlers;
  }

  /** `chunk` is valid during the call alone. */
  read(chunk: Buffer): void {
    const data = this.#rest === null ? chunk : Buffer.concat([this.#rest, chunk]);
    let at = 0;
    for (let frame = frameAt(data, at); frame !== null; frame = frameAt(data, at)) {
      at = frame.end;
      if (frame.opcode === opcodes.text) this.#handlers.onText(data, frame.start, frame.end);
      else if (frame.opcode === opcodes.close && frame.end >= frame.start + 2) {
        this.closeCode = data.readUInt16BE(frame.start);
      }
    }
    this.#rest = at === data.length ? null : Buffer.from(data.subarray(at));
  }
}
