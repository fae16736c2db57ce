import { setTimeout as wait } from "node:timers/promises";
import { addressesOf } from "./service/addresses.ts";
import { announcement } from "./service/announcement.ts";
import { compact } from "./service/compact.ts";
import type { DataFolder } from "./service/data-folder.ts";
import { holdDataFolder } from "./service/data-folder.ts";
import { findOrCreateDemoPoll } from "./service/demo-poll.ts";
import type { Runtime } from "./service/runtime.ts";
import { END_SIGNALS, startRuntime } from "./service/runtime.ts";
import { readSettings } from "./service/settings.ts";
import { buildIfNeeded } from "./tools/build.ts";

let data: DataFolder | undefined;
let runtime: Runtime | undefined;
let ending = false;

async function end(code: number): Promise<never> {
  await runtime?.stop();
  data?.release();
  process.exit(code);
}

function endAtSignal(): void {
  if (ending) return;
  ending = true;
  void end(0);
}

async function untilHealthy(address: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (true) {
    const answer = await fetch(`${address}/healthz`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    if (Date.now() > deadline) throw new Error(`GET ${address}/healthz does not answer 200 within 30 seconds.`);
    await wait(50);
  }
}

try {
  for (const signal of END_SIGNALS) process.on(signal, endAtSignal);
  const settings = readSettings(process.env);
  await buildIfNeeded();
  data = await holdDataFolder(settings.dataFolder);
  compact(data.state, data.compacted);
  runtime = await startRuntime(settings, data);
  const addresses = addressesOf(settings.host, runtime.port);
  await untilHealthy(addresses.local);
  const demo = await findOrCreateDemoPoll(addresses.local, data.demo);
  console.log(announcement(addresses, demo));
} catch (error) {
  if (!ending) {
    console.error(error instanceof Error ? error.message : String(error));
    await end(1);
  }
}
