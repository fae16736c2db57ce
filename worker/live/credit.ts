import { limits } from "../shared/limits.ts";

/** `wait`: the next tally has to wait for `limits.slowTallyIntervalMs` after the last one. */
export type CreditVerdict = "send" | "wait" | "close";

/**
 * How much a socket has been sent that its client has not confirmed by a `got` frame. The runtime tells nothing of what
 * lies unread, so this bounds it: a client that doesn't confirm gets fewer tallies, and at last is closed.
 */
export class Credit {
  /** What lies between two `got`s: bytes sent since the last `seq` that was confirmed. */
  #unconfirmed = 0;
  #sent: { seq: number; bytes: number }[] = [];
  #lastTallyAt = Number.NEGATIVE_INFINITY;

  /** Before a tally of `bytes` is sent at `now`. */
  check(bytes: number, now: number): CreditVerdict {
    if (!this.allows(bytes)) return "close";
    const slow = this.#unconfirmed > limits.unconfirmedBytes.slow;
    return slow && now - this.#lastTallyAt < limits.slowTallyIntervalMs ? "wait" : "send";
  }

  /** Whether `bytes` more may be sent. One frame of any size always fits: the bound is on a backlog. */
  allows(bytes: number): boolean {
    return this.#unconfirmed <= Math.max(limits.unconfirmedBytes.close, 6 * bytes);
  }

  tallySent(seq: number, bytes: number, now: number): void {
    this.#lastTallyAt = now;
    this.sent(seq, bytes);
  }

  /** `seq` of the frame, or, of one that bears none, the last one before it. */
  sent(seq: number | undefined, bytes: number): void {
    this.#unconfirmed += bytes;
    const last = this.#sent.at(-1);
    // Without confirmations the list would grow; a few steps are as good.
    if (last !== undefined && this.#sent.length >= 64) {
      last.seq = seq ?? last.seq;
      last.bytes += bytes;
    } else if (last !== undefined && seq === undefined) last.bytes += bytes;
    else this.#sent.push({ seq: seq ?? 0, bytes });
  }

  /** The client has read everything up to `seq`. What was never sent confirms nothing. */
  confirm(seq: number): void {
    const upTo = this.#sent.findIndex((frame) => frame.seq > seq);
    const read = this.#sent.splice(0, upTo === -1 ? this.#sent.length : upTo);
    this.#unconfirmed -= read.reduce((sum, frame) => sum + frame.bytes, 0);
  }
}
