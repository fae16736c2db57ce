/**
 * How long an answer takes to the presenter's screen: a probe phone turns from one option of its own to the other, and
 * the first tally frame that shows the turn ends the measurement.
 */
import { setTimeout as delay } from "node:timers/promises";
import { clientFrame, type LeanSocket, openLeanSocket } from "./lean-socket.ts";
import type { Watch } from "./messages.ts";
import { Phone } from "./phone.ts";

type Tally = { type: string; seq: number; question?: string; tally?: { counts: Record<string, number> } };

export class PresenterWatch {
  readonly times: number[] = [];
  recording = false;
  #presenter: LeanSocket | null = null;
  #probes: { phone: Phone; options: [string, string]; on: 0 | 1; sentAt: number | null }[] = [];
  #question: string;
  #stopped = false;

  private constructor(question: string) {
    this.#question = question;
  }

  static async open({ presenter, probes, question }: Watch): Promise<PresenterWatch> {
    const watch = new PresenterWatch(question);
    const quiet = { acked: () => undefined, refused: () => undefined, stage: () => undefined, closed: () => undefined };
    for (const { target, options } of probes) {
      const phone = await Phone.open(target, question, options, quiet);
      watch.#probes.push({ phone, options, on: 0, sentAt: null });
    }
    watch.#presenter = await openLeanSocket(presenter.url, presenter.protocols, {
      onText: (data, start, end) => watch.#see(JSON.parse(data.toString("utf8", start, end))),
      onClose: () => undefined,
    });
    for (const probe of watch.#probes) void watch.#turn(probe);
    return watch;
  }

  close(): void {
    this.#stopped = true;
    this.#presenter?.destroy();
    for (const { phone } of this.#probes) phone.destroy();
  }

  /** After a pause of any length, so that turns don't fall in step with the frames. */
  async #turn(probe: { phone: Phone; on: 0 | 1; sentAt: number | null }): Promise<void> {
    await delay(Math.random() * 100);
    if (this.#stopped) return;
    probe.on = probe.on === 0 ? 1 : 0;
    probe.sentAt = performance.now();
    probe.phone.send(probe.sentAt, probe.on);
  }

  #see(frame: Tally): void {
    if (frame.type !== "tally" || frame.question !== this.#question || frame.tally === undefined) return;
    this.#presenter?.write(clientFrame(JSON.stringify({ type: "got", seq: frame.seq })).frame);
    const { counts } = frame.tally;
    const now = performance.now();
    for (const probe of this.#probes) {
      if (probe.sentAt === null || counts[probe.options[probe.on]] !== 1) continue;
      if (this.recording) this.times.push(now - probe.sentAt);
      probe.sentAt = null;
      void this.#turn(probe);
    }
  }
}
