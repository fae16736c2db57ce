import { buildIfNeeded } from "./tools/build.ts";
import { closingLine } from "./tools/closing-line.ts";
import { runTool } from "./tools/project.ts";
import { runTests } from "./tools/run-tests.ts";
import { reportVotePage } from "./tools/vote-page-size.ts";

const succeeds = async (code: Promise<number>) => (await code) === 0;

type Step = [string, () => Promise<boolean> | boolean];

// What is quick and says most comes first; the tests come last, so that their line closes the output.
// The first three only read, so they share the cores; each says its words in one piece, and only if it fails.
const readers: Step[] = [
  ["Format and lint", () => succeeds(runTool("biome", ["ci", "."], { output: "on-failure" }))],
  ["Types", () => succeeds(runTool("tsc", ["-b"], { output: "on-failure" }))],
  ["Dead code", () => succeeds(runTool("knip", [], { output: "on-failure" }))],
];
const steps: Step[] = [
  ["Build, and the deployment without deploying", () => buildIfNeeded().then(() => true)],
  ["Size of the vote page", reportVotePage],
];

console.log(`\n== ${readers.map(([name]) => name).join(", ")}`);
endIfAnyFailed(await Promise.all(readers.map(failure)));
for (const step of steps) {
  console.log(`\n== ${step[0]}`);
  endIfAnyFailed([await failure(step)]);
}

console.log("\n== Architecture and tests");
const run = await runTests([]);
console.log(closingLine(run));
process.exitCode = run.ok ? 0 : 1;

/** The step's name if it fails, null if it succeeds. */
async function failure([name, step]: Step): Promise<string | null> {
  try {
    return (await step()) ? null : name;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return name;
  }
}

function endIfAnyFailed(outcomes: (string | null)[]): void {
  const failed = outcomes.filter((name) => name !== null);
  if (failed.length === 0) return;
  console.error(`\n${failed.join(", ")}: failed.\n${closingLine({ passed: 0, failed: 1 })}`);
  process.exit(1);
}
