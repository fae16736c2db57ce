import { spawn } from "node:child_process";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's top folder, absolute. */
export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** Joins a path inside the project. */
export function inProject(...parts: string[]): string {
  return join(projectRoot, ...parts);
}

// No usage figures, no look for updates, no log files in the home folder; secrets of a .env stay out of the build.
const quiet = {
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_HIDE_BANNER: "true",
  WRANGLER_WRITE_LOGS: "false",
  CLOUDFLARE_LOAD_DEV_VARS_FROM_DOT_ENV: "false",
};

const tools = {
  biome: "node_modules/@biomejs/biome/bin/biome",
  knip: "node_modules/knip/bin/knip.js",
  playwright: "node_modules/playwright-core/cli.js",
  tsc: "node_modules/typescript/bin/tsc",
  vite: "node_modules/vite/bin/vite.js",
  vitest: "node_modules/vitest/vitest.mjs",
  wrangler: "node_modules/wrangler/wrangler-dist/cli.js",
};

export type Tool = keyof typeof tools;

interface ToolOptions {
  /** "on-failure" keeps the tool's words back unless it fails. */
  output?: "always" | "on-failure";
  /** On top of this process's own. */
  env?: Record<string, string>;
  /** true where the tool may ask the person at the terminal something. */
  asks?: boolean;
}

/** Runs one of the project's tools on the Node that runs this script, and resolves with its exit code. */
export function runTool(tool: Tool, args: string[], options: ToolOptions = {}): Promise<number> {
  const kept: Buffer[] = [];
  const quietly = options.output === "on-failure";
  const child = spawn(process.execPath, ["--no-warnings", inProject(tools[tool]), ...args], {
    cwd: projectRoot,
    env: { ...process.env, ...quiet, ...options.env },
    stdio: [options.asks ? "inherit" : "ignore", quietly ? "pipe" : "inherit", quietly ? "pipe" : "inherit"],
  });
  child.stdout?.on("data", (chunk: Buffer) => kept.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => kept.push(chunk));
  const passOn = (signal: NodeJS.Signals) => child.kill(signal);
  process.on("SIGTERM", passOn).on("SIGINT", passOn);
  return new Promise((done, failed) => {
    child.on("error", failed);
    child.on("close", (code) => {
      process.off("SIGTERM", passOn).off("SIGINT", passOn);
      if (code !== 0) process.stderr.write(Buffer.concat(kept));
      done(code ?? 1);
    });
  });
}
