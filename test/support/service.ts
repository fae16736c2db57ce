/** The real service, as `npm start` runs it, on a port and a data folder of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { descendantsOf, killIfAlive, type ProcessInfo } from "./processes.ts";

const root = new URL("../..", import.meta.url).pathname;

/** A first start may build; a later one takes a second or two. */
const readyWithinMs = 180_000;
const stoppedWithinMs = 20_000;

export type ServiceOptions = {
  /** On top of this process's own: `SHARD_CAPACITY`, `CREATE_KEY` and the like. */
  env?: Record<string, string>;
  /** A folder to go on with; without it, a fresh one that `dispose` removes. */
  dataDir?: string;
  port?: number;
};

export class Service {
  readonly port: number;
  readonly dataDir: string;
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly address: string;
  #env: Record<string, string>;
  #ownsDataDir: boolean;
  #child: ChildProcess | null = null;
  #output = "";
  /** What a SIGKILL of the parent left behind; the next start ends it, or `dispose` does. */
  #leftovers: ProcessInfo[] = [];

  private constructor(port: number, dataDir: string, ownsDataDir: boolean, env: Record<string, string>) {
    this.port = port;
    this.dataDir = dataDir;
    this.address = `http://127.0.0.1:${port}`;
    this.#ownsDataDir = ownsDataDir;
    this.#env = env;
  }

  static async start({ env = {}, dataDir, port }: ServiceOptions = {}): Promise<Service> {
    const folder = dataDir ?? mkdtempSync(join(tmpdir(), "handupp-"));
    const service = new Service(port ?? (await freePort()), folder, dataDir === undefined, env);
    try {
      await service.start();
    } catch (error) {
      await service.dispose();
      throw error;
    }
    return service;
  }

  /** Starts it, again where it has been stopped or killed; returns once it has said that it serves. */
  async start(): Promise<void> {
    if (this.#child !== null) throw new Error("the service runs already");
    this.#output = "";
    const child = spawn(process.execPath, ["scripts/run.mjs", "scripts/start.ts"], {
      cwd: root,
      env: { ...process.env, ...this.#env, HOST: "127.0.0.1", PORT: String(this.port), DATA_DIR: this.dataDir },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child = child;
    child.once("exit", () => {
      if (this.#child === child) this.#child = null;
    });
    await this.#ready(child);
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Ends it as an operator would, and fails where it does not end cleanly. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (child === null) return;
    const family = descendantsOf(child.pid ?? 0);
    child.kill("SIGTERM");
    const code = await exitOf(child, stoppedWithinMs);
    this.#child = null;
    if (code === "late") {
      child.kill("SIGKILL");
      for (const member of family) killIfAlive(member);
      throw new Error(`the service did not end within ${stoppedWithinMs} ms of SIGTERM\n${this.#output}`);
    }
    if (code !== 0) throw new Error(`the service ended with ${code}\n${this.#output}`);
  }

  /**
   * SIGKILL, without a word before. `service` ends the parent alone and leaves its workerd to the next start, as a kill by
   * hand does; `everything` is what a power cut does.
   */
  async kill9(what: "service" | "everything" = "service"): Promise<void> {
    const child = this.#child;
    if (child === null) throw new Error("the service does not run");
    const family = descendantsOf(child.pid ?? 0);
    const gone = exitOf(child, stoppedWithinMs);
    child.kill("SIGKILL");
    this.#leftovers.push(...family);
    if (what === "everything") this.#endLeftovers();
    await gone;
    this.#child = null;
  }

  /** Stops it and removes what it kept, whatever state it is in. Never throws, so that it suits an `afterAll`. */
  async dispose(): Promise<void> {
    await this.stop().catch(() => undefined);
    this.#endLeftovers();
    if (this.#ownsDataDir) rmSync(this.dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  /** Stops its workerd in the middle of whatever it does: sockets stay open, and nothing is answered until `resume`. */
  suspend(): void {
    for (const { pid } of this.#workerd()) process.kill(pid, "SIGSTOP");
  }

  resume(): void {
    for (const { pid } of this.#workerd()) process.kill(pid, "SIGCONT");
  }

  /** Memory of all its workerd processes, in bytes. */
  workerdRss(): number {
    return this.#workerd().reduce((sum, { rss }) => sum + rss, 0);
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** What it has printed since its last start. */
  get output(): string {
    return this.#output;
  }

  #workerd(): ProcessInfo[] {
    const pid = this.#child?.pid;
    return pid === undefined ? [] : descendantsOf(pid).filter(({ command }) => command.startsWith("workerd"));
  }

  #endLeftovers(): void {
    for (const leftover of this.#leftovers) killIfAlive(leftover);
    this.#leftovers = [];
  }

  #ready(child: ChildProcess): Promise<void> {
    return new Promise((resolve, reject) => {
      const fail = (why: string) => {
        clearTimeout(timer);
        reject(new Error(`the service ${why}\n${this.#output}`));
      };
      const timer = setTimeout(() => fail(`was not ready within ${readyWithinMs} ms`), readyWithinMs);
      const read = (chunk: Buffer) => {
        // Enough for any error, bounded for a service that runs for long.
        this.#output = (this.#output + chunk.toString("utf8")).slice(-20_000);
        if (!/^ready /m.test(this.#output)) return;
        clearTimeout(timer);
        resolve();
      };
      child.stdout?.on("data", read);
      child.stderr?.on("data", read);
      child.once("error", (error) => fail(`could not be started: ${error.message}`));
      child.once("exit", (code, signal) => fail(`ended with ${code ?? signal} before it was ready`));
    });
  }
}

/** The exit code, or `late`. A process ended by a signal has none: null. */
async function exitOf(child: ChildProcess, withinMs: number): Promise<number | null | "late"> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const stop = new AbortController();
  const exited = once(child, "exit", { signal: stop.signal }).then(() => child.exitCode);
  const late = delay(withinMs, "late" as const, { signal: stop.signal });
  try {
    return await Promise.race([exited, late]);
  } finally {
    exited.catch(() => undefined);
    late.catch(() => undefined);
    stop.abort();
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const bound = server.address();
  server.close();
  await once(server, "close");
  if (bound === null || typeof bound === "string") throw new Error("no port was given");
  return bound.port;
}
