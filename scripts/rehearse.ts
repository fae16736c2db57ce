/** A rehearsal from the terminal: made-up attendees answer what comes on stage, until it ends or Ctrl-C. */
import { setTimeout as wait } from "node:timers/promises";
import { Problem } from "../web/connection/api.ts";
import { type Figures, joinRehearsal, startAudience, type Token } from "../web/rehearsal/simulated-audience.ts";
import { type Presenter, presenterOf } from "./rehearse/presenter.ts";
import { progressLine, summary } from "./rehearse/progress.ts";
import { readWishes, type Wishes } from "./rehearse/wishes.ts";

const lookEveryMs = 2000;
const drawEveryMs = 200;
const plainEveryMs = 5000;

let presenter: Presenter | undefined;
let begun = false;
let audience: { stop(): void } | undefined;
let figures: Figures | undefined;
let ending = false;
const delays: number[] = [];

async function end(why: string | null): Promise<never> {
  ending = true;
  audience?.stop();
  if (process.stdout.isTTY && figures !== undefined) process.stdout.write("\n");
  const trouble = [...(why === null ? [] : [why]), ...(begun ? await endOfRehearsal() : [])];
  if (figures !== undefined) console.log(summary(figures, delays));
  for (const words of trouble) console.error(words);
  process.exit(trouble.length === 0 ? 0 : 1);
}

/** What went wrong with it, in words. */
async function endOfRehearsal(): Promise<string[]> {
  try {
    await presenter?.end();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [`The rehearsal could not be ended: ${reason} End it on the presenter's page, or it ends by itself later.`];
  }
  console.log("The rehearsal is over. Nothing of it is kept.");
  return [];
}

/** Undefined where somebody has ended it meanwhile. */
async function firstToken(origin: string, code: string): Promise<Token | undefined> {
  let told = false;
  while (!ending) {
    try {
      return await joinRehearsal(origin, code);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 409) throw error;
    }
    if (!told) console.log("No rehearsal is on. Begin one on the presenter's page; waiting for it. Ctrl-C ends.");
    told = true;
    await wait(lookEveryMs);
  }
  return undefined;
}

async function rehearse({ origin, poll, attendees, paceMs, language }: Wishes): Promise<void> {
  if ("key" in poll) {
    presenter = presenterOf(origin, poll.id, poll.key);
    begun = await presenter.begin();
  }
  const code = "key" in poll && presenter !== undefined ? await presenter.code() : "code" in poll ? poll.code : "";
  const first = await firstToken(origin, code);
  if (first === undefined) return;
  console.log(`Rehearsing with ${attendees} made-up attendees, who answer what is put on stage. Ctrl-C ends.`);
  if ("key" in poll) console.log("Open that link in a browser, and go through the questions there.");
  const options = { origin, code, attendees, paceMs, seed: Date.now(), tokens: [first] };
  audience = startAudience(
    {
      ...options,
      ...(language === undefined ? {} : { language }),
      platform: {
        openSocket: (url, protocols) => new WebSocket(url, protocols),
        events: new EventTarget(),
        isHidden: () => false,
        random: Math.random,
      },
    },
    {
      onChange: (now) => {
        figures = now;
      },
      onAck: (delayMs) => delays.push(delayMs),
      onEnd: (why) => void end(why === null ? null : inWords(why, origin)),
    },
  );
  setInterval(() => draw(attendees), process.stdout.isTTY ? drawEveryMs : plainEveryMs);
}

function draw(attendees: number): void {
  if (figures === undefined || ending) return;
  const { isTTY, columns } = process.stdout;
  // A terminal that doesn't say how wide it is says 0.
  const line = progressLine(figures, attendees, delays, isTTY ? columns || 80 : 120);
  process.stdout.write(isTTY ? `\r\u001b[2K${line}` : `${line}\n`);
}

function inWords(error: unknown, origin: string): string {
  if (!(error instanceof Problem)) return error instanceof Error ? error.message : String(error);
  switch (error.status) {
    case 0:
      return `Nothing answers at ${origin}. Is the service running?`;
    case 404:
      return "No poll has this code. Look at the stage for the right one.";
    default:
      return error.message === "" ? `The service answered ${error.status}.` : error.message;
  }
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (!ending) void end(null);
  });
}
let wishes: Wishes | undefined;
try {
  wishes = readWishes(process.argv.slice(2));
  await rehearse(wishes);
} catch (error) {
  await end(inWords(error, wishes?.origin ?? ""));
}
