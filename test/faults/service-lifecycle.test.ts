import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { projectRoot } from "../../scripts/tools/project.ts";

// How the service starts, ends and takes over, as whoever runs `npm start` notices it.

interface Started {
  npm: ChildProcess;
  output: () => string;
  exited: Promise<number | null>;
}

const folders: string[] = [];
const started: Started[] = [];

afterEach(async () => {
  for (const { npm, exited } of started.splice(0)) {
    if (npm.exitCode === null && npm.signalCode === null) npm.kill("SIGTERM");
    await exited;
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "handupp-lifecycle-"));
  folders.push(folder);
  return folder;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

function npmStart(dataFolder: string, port: number): Started {
  const env = { ...process.env, DATA_DIR: dataFolder, PORT: String(port), HOST: "127.0.0.1" };
  const npm = spawn("npm", ["start"], { cwd: projectRoot, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  npm.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  npm.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const exited = new Promise<number | null>((done) => npm.on("exit", (code) => done(code)));
  const one = { npm, output: () => output, exited };
  started.push(one);
  return one;
}

async function until(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Waited a minute for ${what}.`);
    await new Promise((done) => setTimeout(done, 25));
  }
}

async function ready(service: Started): Promise<string> {
  await until("the ready line", () => {
    if (service.npm.exitCode !== null) throw new Error(`npm start ended: ${service.output()}`);
    return /^ready .+\n/m.test(service.output());
  });
  return /^ready (\S+)/m.exec(service.output())?.[1] ?? "";
}

async function isHealthy(address: string): Promise<boolean> {
  const answer = await fetch(`${address}/healthz`).catch(() => null);
  return answer?.status === 200;
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    // A dead process that nobody has reaped yet still takes signals.
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${id}/stat`, "utf8"));
  } catch {
    return false;
  }
}

function firstNumber(folder: string, file: string): number {
  return Number.parseInt(readFileSync(join(folder, file), "utf8"), 10);
}

const serviceOf = (folder: string) => firstNumber(folder, "service.pid");
const workerdOf = (folder: string) => firstNumber(folder, "workerd.pid");

test("SIGTERM to npm ends everything, and the exit code says that all is well", async () => {
  const folder = freshFolder();
  const service = npmStart(folder, await freePort());
  const address = await ready(service);
  expect(await isHealthy(address)).toBe(true);
  const [node, workerd] = [serviceOf(folder), workerdOf(folder)];
  service.npm.kill("SIGTERM");
  expect(await service.exited).toBe(0);
  expect(isAlive(node)).toBe(false);
  expect(isAlive(workerd)).toBe(false);
  expect(await isHealthy(address)).toBe(false);
});

test("npm killed outright takes the service with it", async () => {
  const folder = freshFolder();
  const service = npmStart(folder, await freePort());
  const address = await ready(service);
  const workerd = workerdOf(folder);
  service.npm.kill("SIGKILL");
  await until("the service to end", async () => !isAlive(workerd) && !(await isHealthy(address)));
});

test("after kill -9 the next start ends the workerd left behind and takes its port over", async () => {
  const folder = freshFolder();
  const port = await freePort();
  const first = npmStart(folder, port);
  await ready(first);
  const leftover = workerdOf(folder);
  process.kill(serviceOf(folder), "SIGKILL");
  await first.exited;
  expect(isAlive(leftover)).toBe(true);

  const second = npmStart(folder, port);
  expect(await isHealthy(await ready(second))).toBe(true);
  expect(isAlive(leftover)).toBe(false);
  expect(second.output()).toContain(`process ${leftover}`);
});

test("a second service on the same DATA_DIR is refused in words, and the first goes on", async () => {
  const folder = freshFolder();
  const address = await ready(npmStart(folder, await freePort()));
  const second = npmStart(folder, await freePort());
  expect(await second.exited).toBe(1);
  expect(second.output()).toContain(`already runs on DATA_DIR ${folder} (process ${serviceOf(folder)}`);
  expect(await isHealthy(address)).toBe(true);
});

test("a port in use is told in words, and frees the DATA_DIR again", async () => {
  const folder = freshFolder();
  const port = await freePort();
  const other = createServer();
  await new Promise<void>((done) => other.listen(port, "127.0.0.1", done));
  const refused = npmStart(folder, port);
  expect(await refused.exited).toBe(1);
  expect(refused.output()).toContain(`Port ${port} is in use`);
  await new Promise((done) => other.close(done));
  expect(await isHealthy(await ready(npmStart(folder, port)))).toBe(true);
});

test("workerd that dies is started again on the same address", async () => {
  const folder = freshFolder();
  const address = await ready(npmStart(folder, await freePort()));
  const workerd = workerdOf(folder);
  process.kill(workerd, "SIGKILL");
  await until("another workerd", async () => workerdOf(folder) !== workerd && (await isHealthy(address)));
});

test("the demo poll is the same one at the next start", async () => {
  const folder = freshFolder();
  const first = npmStart(folder, await freePort());
  await ready(first);
  const code = /\(code (\d+)\)/.exec(first.output())?.[1];
  expect(code).toBeDefined();
  first.npm.kill("SIGTERM");
  await first.exited;
  const second = npmStart(folder, await freePort());
  await ready(second);
  expect(second.output()).toContain(`(code ${code})`);
});
