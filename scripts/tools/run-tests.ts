import { existsSync, readFileSync, rmSync } from "node:fs";
import { buildIfNeeded } from "./build.ts";
import type { Counts } from "./closing-line.ts";
import { countTests } from "./closing-line.ts";
import { inProject, runTool } from "./project.ts";

/** The outcome of a test run; `ok` is false also when no test ran at all. */
export interface TestRun extends Counts {
  ok: boolean;
}

/** Runs vitest once, on all projects or as `args` say; what is not pure code finds today's build. */
export async function runTests(args: string[]): Promise<TestRun> {
  if (!namesOnlyUnit(args)) await buildIfNeeded();
  const report = inProject("test-results", "vitest.json");
  rmSync(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await runTool("vitest", ["run", ...reporters, ...args]);
  const counts = countTests(existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : null);
  // A run that broke down before it could report has failed, too.
  const failed = code !== 0 && counts.failed === 0 ? 1 : counts.failed;
  return { passed: counts.passed, failed, ok: code === 0 && failed === 0 && counts.passed > 0 };
}

function namesOnlyUnit(args: string[]): boolean {
  const joined = args.join(" ");
  const projects = [...joined.matchAll(/--project[= ](\S+)/g)].map((match) => match[1]);
  return projects.length > 0 && projects.every((project) => project === "unit");
}
