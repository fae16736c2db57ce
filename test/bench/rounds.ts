/** The measurements, round by round, each subject in every round so that a busy moment of the machine hits them alike. */
import { setTimeout as delay } from "node:timers/promises";
import { type PageWeight, weighPage } from "../../scripts/tools/page-weight.ts";
import { Generator } from "./child.ts";
import { measureReturn } from "./mass-return.ts";
import type { LoadResult, ReturnResult, Spread } from "./messages.ts";
import { loadOptions, question, startBaseline, startService } from "./subjects.ts";
import { timeVerification, type VerificationTimes } from "./verification.ts";
import { type CloudTimes, timeClouds } from "./word-cloud.ts";

export type Plan = {
  rounds: number;
  /** Phones under load; the service's limits let each send 30 a second. */
  phones: number;
  /** Phones connected for the memory measurement. */
  connected: number;
  warmUpMs: number;
  measureMs: number;
  rates: readonly number[];
};

export const fullPlan: Plan = {
  rounds: 3,
  phones: 1000,
  connected: 2000,
  warmUpMs: 1500,
  measureMs: 5000,
  rates: [2000, 10_000],
};
export const quickPlan: Plan = {
  rounds: 1,
  phones: 1000,
  connected: 2000,
  warmUpMs: 700,
  measureMs: 2000,
  rates: [2000, 10_000],
};

export type Measured = {
  service: { fullTilt: LoadResult[]; atRate: Map<number, LoadResult[]> };
  ackOnly: LoadResult[];
  bareWs: LoadResult[];
  bytesPerPhone: number;
  stageChange: Spread;
  joinsPerSecond: number;
  page: PageWeight;
  clouds: CloudTimes[];
  verification: VerificationTimes;
  massReturn: ReturnResult;
};

export async function measure(plan: Plan, say: (what: string) => void): Promise<Measured> {
  const ends: (() => Promise<unknown>)[] = [];
  try {
    say("the word cloud");
    const clouds = timeClouds();
    say("the check of results");
    const verification = await timeVerification();
    const massReturn = await measureReturn(say);
    say("starting the service");
    const { service, poll } = await startService();
    ends.push(() => service.dispose());
    const page = await weighPage(`${service.address}/${poll.code}`, "Which?");
    const generator = new Generator();
    ends.push(() => generator.end());

    say(`joining and connecting ${plan.connected} phones`);
    const joinStarted = performance.now();
    const targets = await poll.join(plan.connected);
    const joinsPerSecond = plan.connected / ((performance.now() - joinStarted) / 1000);
    const before = await steadyRss(() => service.workerdRss());
    await generator.order({ do: "connect", targets, question, options: loadOptions });
    const bytesPerPhone = ((await steadyRss(() => service.workerdRss())) - before) / plan.connected;
    await poll.touchStage("locked");
    const told = generator.order({ do: "await-stage", withinMs: 10_000 });
    await poll.touchStage("open");
    const reply = await told;
    if (reply.did !== "await-stage") throw new Error("no stage was awaited");
    await generator.order({ do: "keep", phones: plan.phones });

    const fullTilt: LoadResult[] = [];
    const atRate = new Map<number, LoadResult[]>(plan.rates.map((rate) => [rate, []]));
    const ackOnly: LoadResult[] = [];
    const bareWs: LoadResult[] = [];
    for (let round = 1; round <= plan.rounds; round++) {
      say(`round ${round} of ${plan.rounds}: the service at full tilt`);
      fullTilt.push(await generator.load({ do: "closed-loop", ...plan }));
      for (const rate of plan.rates) {
        say(`round ${round} of ${plan.rounds}: the service at ${rate}/s`);
        const watch = rate === Math.min(...plan.rates) ? { watch: await poll.watch() } : {};
        atRate.get(rate)?.push(await generator.load({ do: "open-loop", rate, ...plan, ...watch }));
      }
      say(`round ${round} of ${plan.rounds}: the baselines`);
      ackOnly.push(await measureBaseline("ack-only", plan));
      bareWs.push(await measureBaseline("bare-ws", plan));
    }
    return {
      service: { fullTilt, atRate },
      ackOnly,
      bareWs,
      bytesPerPhone,
      stageChange: reply.stage,
      joinsPerSecond,
      page,
      clouds,
      verification,
      massReturn,
    };
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

async function measureBaseline(script: "ack-only" | "bare-ws", plan: Plan): Promise<LoadResult> {
  const baseline = await startBaseline(script);
  const generator = new Generator();
  try {
    await generator.order({ do: "connect", targets: baseline.targets(plan.phones), question, options: loadOptions });
    return await generator.load({ do: "closed-loop", ...plan });
  } finally {
    await generator.end();
    await baseline.end();
  }
}

/** The memory once it has stopped growing by more than a hundredth in half a second, or after five seconds. */
async function steadyRss(read: () => number): Promise<number> {
  let last = read();
  for (let attempt = 0; attempt < 10; attempt++) {
    await delay(500);
    const now = read();
    if (Math.abs(now - last) < last / 100) return now;
    last = now;
  }
  return last;
}
