// Runs a TypeScript script of this project: node scripts/run.mjs scripts/start.ts [arguments].
// Plain JavaScript, so that an old Node can read it: one that cannot run TypeScript by itself (22.18 is the first that
// can) fetches Node 24 once through npx and goes on in it, with the same terminal, signals and exit code.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const [target, ...args] = process.argv.slice(2);
if (target === undefined) {
  console.error("Which script? For example: node scripts/run.mjs scripts/start.ts");
  process.exit(1);
}

if (process.features.typescript) {
  quietExperimentalWarnings();
  endWithNpm(() => process.kill(process.pid, "SIGTERM"));
  const script = resolve(root, target);
  process.argv.splice(1, process.argv.length - 1, script, ...args);
  await import(pathToFileURL(script).href);
} else {
  goOnIn(newerNode());
}

/** @param {string} node path of a Node that runs TypeScript */
function goOnIn(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), target, ...args], { stdio: "inherit" });
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  endWithNpm(() => child.kill("SIGTERM"));
  child.on("error", (error) => {
    console.error(`Node could not be started: ${error.message}`);
    process.exit(1);
  });
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

/** npx takes half a second even when it has everything, so its answer is kept beside the packages. */
function newerNode() {
  const note = join(root, "node_modules", ".cache", "handupp", "node-path");
  const known = existsSync(note) ? readFileSync(note, "utf8") : "";
  if (known !== "" && existsSync(known)) return known;
  console.error(`Node ${process.versions.node} is too old for today's tools; getting Node 24 through npx.`);
  const asked = spawnSync("npx", ["--yes", "--package", "node@24", "--", "node", "-p", "process.execPath"], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    shell: process.platform === "win32",
  });
  const found = (asked.stdout ?? "").trim().split("\n").pop() ?? "";
  if (asked.status !== 0 || !existsSync(found)) {
    console.error("Node 24 could not be fetched. Install Node 22.18 or later, or let npm reach its registry.");
    process.exit(1);
  }
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, found);
  return found;
}

/** npm that is killed outright cannot pass the signal on; what it started must not outlive it. */
function endWithNpm(end) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    end();
  }, 500);
  timer.unref();
}

/** Node 22 announces type stripping and SQLite as experiments; nobody who starts a poll needs to read that. */
function quietExperimentalWarnings() {
  process.removeAllListeners("warning");
  process.on("warning", (warning) => {
    if (warning.name !== "ExperimentalWarning") console.error(`${warning.name}: ${warning.message}`);
  });
}
