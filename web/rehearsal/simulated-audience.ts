/**
 * A made-up audience of one rehearsal, over the same calls and sockets as phones. No Preact, and of the platform only fetch,
 * WebSocket and timers: the presenter's page and the terminal have the same.
 */
import { bearerPrefix, subprotocol } from "../../worker/shared/protocol.ts";
import { Problem } from "../connection/api.ts";
import { connect, type Platform } from "../connection/live-connection.ts";
import { seededRandom } from "./random.ts";
import { simulateAttendee } from "./simulated-attendee.ts";

export type AudienceOptions = {
  /** As `https://host`. */
  origin: string;
  code: string;
  attendees: number;
  /** How long the slowest take to answer; they come in over half of it. */
  paceMs: number;
  seed: number;
  /** Of the answers; the poll's own where it is left out. */
  language?: string;
  /** Attendees that are in already, as `onToken` told: they come back. */
  tokens?: readonly Token[];
  platform?: Platform;
};

export type Token = { poll: string; token: string };

export type AudienceEvents = {
  onToken?(token: Token): void;
  onChange?(figures: Figures): void;
  /** Of each ack, milliseconds from sending. */
  onAck?(delayMs: number): void;
  /** All have been sent away, the rehearsal is over; or why nobody gets in. */
  onEnd?(why: Problem | null): void;
};

export type Figures = {
  joined: number;
  /** The question on stage; null in the lobby. */
  question: string | null;
  /** Attendees who have answered it. */
  answered: number;
  /** Answers and changes in all. */
  acked: number;
  refused: number;
};

/** Joins under way at once. */
const lanes = 8;
const retryMs = 1000;

export function startAudience(options: AudienceOptions, events: AudienceEvents): { stop(): void } {
  const { origin, code, attendees, paceMs, seed, language, tokens = [], platform } = options;
  const figures: Figures = { joined: 0, question: null, answered: 0, acked: 0, refused: 0 };
  const inside = new Set<{ stop(): void }>();
  let seq = 0;
  let asking: string | undefined;
  let begun = 0;
  let stopped = false;

  function changed(): void {
    events.onChange?.({ ...figures });
  }

  function stop(): void {
    stopped = true;
    for (const attendee of inside) attendee.stop();
    inside.clear();
  }

  function end(why: Problem | null): void {
    if (stopped) return;
    stop();
    events.onEnd?.(why);
  }

  async function enter(): Promise<void> {
    while (!stopped && begun < attendees) {
      const number = begun++;
      const random = seededRandom(seed + number);
      const known = tokens[number];
      if (known === undefined) await delay(((random() * paceMs) / attendees) * lanes);
      const token = known ?? (await join());
      if (token === undefined) return;
      if (known === undefined) events.onToken?.(token);
      open(token, random);
    }
  }

  /** Undefined where there is no use in it any more. */
  async function join(): Promise<Token | undefined> {
    while (!stopped) {
      try {
        return await joinRehearsal(origin, code);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        const passes = error.status === 429 || error.status >= 500 || (error.status === 0 && figures.joined > 0);
        if (!passes) {
          // It may have ended while they were coming in.
          end(error.status === 409 && figures.joined > 0 ? null : error);
          return undefined;
        }
        await delay(retryMs);
      }
    }
    return undefined;
  }

  function open({ poll, token }: Token, random: () => number): void {
    if (stopped) return;
    const url = `${origin.replace(/^http/, "ws")}/api/polls/${encodeURIComponent(poll)}/live`;
    const protocols = [subprotocol, bearerPrefix + token];
    const attendee = simulateAttendee({
      connect: (on) => connect({ url, protocols, ...on, ...(platform === undefined ? {} : { platform }) }),
      random,
      language,
      paceMs,
      onAck(delayMs, isFirst) {
        figures.acked += 1;
        if (isFirst) figures.answered += 1;
        events.onAck?.(delayMs);
        changed();
      },
      onRefused() {
        figures.refused += 1;
        changed();
      },
      onStage(frame) {
        // One shard may be told before another.
        if (frame.seq < seq) return;
        seq = frame.seq;
        if (frame.asking === asking) return;
        asking = frame.asking;
        figures.answered = 0;
        figures.question = frame.question?.text ?? null;
        changed();
      },
      onEnd() {
        inside.delete(attendee);
        if (inside.size === 0 && begun >= attendees) end(null);
      },
    });
    inside.add(attendee);
    figures.joined += 1;
    changed();
  }

  for (let lane = 0; lane < Math.min(lanes, attendees); lane++) void enter();
  return { stop };
}

/** A place in the rehearsal that is on; the service gives none in a run. Throws a `Problem`. */
export async function joinRehearsal(origin: string, code: string): Promise<Token> {
  const response = await fetch(`${origin}/api/join`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ code, rehearsal: true }),
  }).catch(() => null);
  if (response === null) throw new Problem(0, "", []);
  const body: { detail?: string; poll?: { id: string }; token?: string } = await response.json().catch(() => ({}));
  if (body.poll === undefined || body.token === undefined) throw new Problem(response.status, body.detail ?? "", []);
  return { poll: body.poll.id, token: body.token };
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
