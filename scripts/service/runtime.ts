import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { setTimeout as wait } from "node:timers/promises";
import type { V4WorkerOptions } from "miniflare";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";
import type { ServiceDescription } from "../tools/build.ts";
import { inProject } from "../tools/project.ts";
import type { DataFolder } from "./data-folder.ts";
import { assurePortIsFree } from "./port.ts";
import type { Settings } from "./settings.ts";

const WORKER = "handupp";
const FILES = "files";
/** The router sets all headers of what it passes to an object, so that no client can send this one. */
const RESTART = "x-handupp-restart";
export const END_SIGNALS = ["SIGTERM", "SIGINT", "SIGHUP"] as const;

/** A workerd that serves the built Worker. */
export interface Runtime {
  /** The port it listens on. */
  port: number;
  /** Ends workerd. Every acked answer is on disk by then, so it is ended at once. */
  stop(): Promise<void>;
}

/** Starts workerd on dist/ with everything that wrangler.toml binds, state in the data folder. */
export async function startRuntime(settings: Settings, data: DataFolder): Promise<Runtime> {
  const { worker, schema } = readDescription();
  await assurePortIsFree(settings.host, settings.port);
  const forgetNote = noteWorkerd(data);
  const ownListeners = END_SIGNALS.map((signal) => new Set(process.listeners(signal)));
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      // Miniflare's own entrance stays on this machine: it answers paths that reach into every binding.
      host: "127.0.0.1",
      port: 0,
      resourcePersistencePath: data.state,
      // true would fetch a description of this connection from Cloudflare.
      cf: false,
      logRequests: false,
      telemetry: { enabled: false },
      log: new Log(LogLevel.WARN),
      handleStructuredLogs: ({ level, message }) => {
        const line = message.trimEnd().replaceAll("\n", " | ");
        if (line !== "") (level === "error" || level === "warn" ? console.error : console.log)(line);
      },
      workers: [mainWorker(worker, settings), filesWorker(worker)],
    }),
  );
  // Miniflare ends the whole process at a signal, with that signal's code; start.ts ends it in order instead.
  END_SIGNALS.forEach((signal, index) => {
    for (const listener of process.listeners(signal)) {
      if (!ownListeners[index]?.has(listener)) process.off(signal, listener);
    }
  });
  try {
    const address = await miniflare.unsafeGetDirectURL(WORKER);
    await applySchema(miniflare, worker, schema);
    const endLooking = lookHourly(miniflare);
    const stop = () => {
      endLooking();
      return endInOrder(miniflare, worker).finally(forgetNote);
    };
    return { port: Number(address.port), stop };
  } catch (error) {
    await miniflare.dispose().catch(() => undefined);
    forgetNote();
    throw error;
  }
}

/** The Worker with the public port to itself: a socket opened here leads straight to it, with nothing in between. */
function mainWorker(worker: ServiceDescription["worker"], settings: Settings): V4WorkerOptions {
  const { assets, bindings, ...rest } = worker;
  return {
    ...rest,
    name: WORKER,
    modules: [{ type: "ESModule", path: inProject("dist", "worker", "index.js") }],
    modulesRoot: inProject("dist", "worker"),
    bindings: overridden(bindings ?? {}),
    serviceBindings: assets?.binding === undefined ? {} : { [assets.binding]: FILES },
    unsafeDirectSockets: [{ host: settings.host, port: settings.port }],
  };
}

/** Serves dist/web to the Worker's assets binding; Miniflare would otherwise put it in front of the Worker. */
function filesWorker(worker: ServiceDescription["worker"]): V4WorkerOptions {
  const { run_worker_first: _, ...assets } = worker.assets ?? { directory: "" };
  return {
    name: FILES,
    compatibilityDate: worker.compatibilityDate ?? "2026-10-01",
    modules: [{ type: "ESModule", path: "files.js", contents: "export default {};" }],
    assets: { ...assets, directory: inProject("dist", "web"), routerConfig: { has_user_worker: false } },
  };
}

type Bindings = NonNullable<V4WorkerOptions["bindings"]>;

/** The vars of wrangler.toml, each replaced by the environment variable of its name where there is one. */
function overridden(bindings: Bindings): Bindings {
  // Here anyone could send Cloudflare's own header.
  const local: Bindings = { ...bindings, ADDRESS_HEADER: "" };
  const chosen = Object.fromEntries(Object.entries(local).map(([name, value]) => [name, process.env[name] ?? value]));
  // workerd on a machine of one's own knows no jurisdictions: the data is where the machine is.
  return { ...chosen, JURISDICTION: "" };
}

function readDescription(): ServiceDescription {
  return JSON.parse(readFileSync(inProject("dist", "service.json"), "utf8"));
}

/**
 * Miniflare takes these from the environment alone, and again whenever it starts a workerd that has died. What it returns
 * takes them out, for whoever is started next in this process.
 */
function noteWorkerd(data: DataFolder): () => void {
  const fromMiniflare = createRequire(createRequire(import.meta.url).resolve("miniflare"));
  const before = { ...process.env };
  const added = {
    HANDUPP_WORKERD: before["HANDUPP_WORKERD"] ?? fromMiniflare("workerd").default,
    HANDUPP_WORKERD_NOTE: data.workerdNote,
    MINIFLARE_WORKERD_PATH: inProject("scripts", "service", "workerd.sh"),
  };
  Object.assign(process.env, added);
  return () => {
    for (const name of Object.keys(added)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  };
}

const hourMs = 3_600_000;

/** What Cloudflare's cron does there: the Worker looks for ballots that have been kept long enough, at the start too. */
function lookHourly(miniflare: Miniflare): () => void {
  const look = () => {
    miniflare
      .getWorker(WORKER)
      .then((worker) => worker.scheduled({ cron: "" }))
      .catch((error: unknown) => console.error(`Looking for ballots to erase failed: ${String(error)}`));
  };
  look();
  const timer = setInterval(look, hourMs);
  return () => clearInterval(timer);
}

const goodbyeMs = 1500;

/** Tells the clients of every object that the service restarts, so that they come back instead of wondering; then ends it. */
async function endInOrder(miniflare: Miniflare, worker: ServiceDescription["worker"]): Promise<void> {
  const told = Object.keys(worker.durableObjects ?? {}).map((binding) => tellClients(miniflare, binding));
  await Promise.race([Promise.allSettled(told), wait(goodbyeMs)]);
  await miniflare.dispose();
}

async function tellClients(miniflare: Miniflare, binding: string): Promise<void> {
  const [objects, ids] = await Promise.all([
    miniflare.getDurableObjectNamespace(binding, WORKER),
    miniflare.listDurableObjectIds(binding, WORKER),
  ]);
  await Promise.allSettled(
    ids.map((id) => objects.get(objects.idFromString(id)).fetch("http://service/", { headers: { [RESTART]: "yes" } })),
  );
}

async function applySchema(
  miniflare: Miniflare,
  worker: ServiceDescription["worker"],
  schema: string[],
): Promise<void> {
  for (const binding of Object.keys(worker.d1Databases ?? {})) {
    const database = await miniflare.getD1Database(binding, WORKER);
    await database.batch(schema.map((statement) => database.prepare(statement)));
  }
}
