/** One phone of the generator: its socket, its two answers as ready frames, and the answers under way. */
import { setTimeout as delay } from "node:timers/promises";
import { clientFrame, type LeanSocket, openLeanSocket } from "./lean-socket.ts";

export type Target = { url: string; protocols: string[] };

export type PhoneEvents = {
  /** `sentAt` as given to `send`. */
  acked: (phone: Phone, sentAt: number) => void;
  /** Not stored; the phone sends it again by itself where it was too fast. */
  refused: (phone: Phone, code: string) => void;
  stage: (phone: Phone) => void;
  closed: (phone: Phone, code: number) => void;
};

const refDigits = 8;
const underWayAtMost = 256;
const tooFastPauseMs = 250;
const ackStart = Buffer.from('{"type":"ack","ref":"');

/** An attendee's refs may not come again when another round opens a phone for it: they would be acked without effect. */
const answersALife = 1_000_000;
const lives = new Map<string, number>();

export class Phone {
  #socket: LeanSocket | null = null;
  #frames: { frame: Buffer; refAt: number }[];
  #events: PhoneEvents;
  #sent = 0;
  #sentAt = new Float64Array(underWayAtMost);

  private constructor(question: string, options: readonly string[], events: PhoneEvents) {
    this.#frames = options.map((option) => answerFrame(question, option));
    this.#events = events;
  }

  static async open(target: Target, question: string, options: readonly string[], events: PhoneEvents): Promise<Phone> {
    const phone = new Phone(question, options, events);
    const attendee = target.protocols.join();
    const life = lives.get(attendee) ?? 0;
    lives.set(attendee, life + 1);
    phone.#sent = life * answersALife;
    phone.#socket = await openLeanSocket(target.url, target.protocols, {
      onText: (data, start, end) => phone.#read(data, start, end),
      onClose: (code) => events.closed(phone, code),
    });
    return phone;
  }

  /** Sends the next answer: option 0 and 1 by turns, or the one named. `at` is when it was due. */
  send(at: number, option?: number): void {
    const number = this.#sent++;
    this.#sentAt[number % underWayAtMost] = at;
    this.#write(number, option ?? number % this.#frames.length);
  }

  destroy(): void {
    this.#socket?.destroy();
  }

  #write(number: number, option: number): void {
    const ready = this.#frames[option];
    if (ready === undefined) throw new Error(`no option ${option}`);
    // A copy, since the socket may still hold the last one.
    const frame = Buffer.from(ready.frame);
    for (let digit = refDigits - 1, left = number; digit >= 0; digit--, left = Math.floor(left / 10)) {
      frame[ready.refAt + digit] = 48 + (left % 10);
    }
    this.#socket?.write(frame);
  }

  #read(data: Buffer, start: number, end: number): void {
    if (data.compare(ackStart, 0, ackStart.length, start, start + ackStart.length) === 0) {
      this.#settle(Number(data.toString("latin1", start + ackStart.length, start + ackStart.length + refDigits)));
      return;
    }
    const message: { type: string; ref?: string; code?: string } = JSON.parse(data.toString("utf8", start, end));
    if (message.type === "ack") this.#settle(Number(message.ref));
    else if (message.type === "stage") this.#events.stage(this);
    else if (message.type === "error") void this.#refuse(Number(message.ref), message.code ?? "");
  }

  #settle(number: number): void {
    this.#events.acked(this, this.#sentAt[number % underWayAtMost] ?? 0);
  }

  async #refuse(number: number, code: string): Promise<void> {
    this.#events.refused(this, code);
    if (code !== "too-fast") return;
    await delay(tooFastPauseMs * (0.5 + Math.random()));
    this.#write(number, number % this.#frames.length);
  }
}

function answerFrame(question: string, option: string): { frame: Buffer; refAt: number } {
  const ref = "0".repeat(refDigits);
  const text = JSON.stringify({ type: "answer", ref, question, answer: { choices: [option] } });
  const { frame, payloadAt } = clientFrame(text);
  return { frame, refAt: payloadAt + text.indexOf(ref) };
}
