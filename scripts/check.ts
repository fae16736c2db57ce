import { buildIfNeeded } from "./tools/build.ts";
import { closingLine } from "./tools/closing-line.ts";
import { runTool } from "./tools/project.ts";
import { runTests } from "./tools/run-tests.ts";
import { reportVotePage } from "./tools/vote-page-size.ts";

const succeeds = async (code: Promise<number>) => (await code) === 0;

// What is quick and says most comes first; the tests come last, so that their line closes the output.
const steps: [string, () => Promise<boolean> | boolean][] = [
  ["Format and lint", () => succeeds(runTool("biome", ["ci", "."]))],
  ["Types", () => succeeds(runTool("tsc", ["-b"]))],
  ["Dead code", () => succeeds(runTool("knip", []))],
  ["Build, and the deployment without deploying", () => buildIfNeeded().then(() => true)],
  ["Size of the vote page", reportVotePage],
];

for (const [name, step] of steps) {
  console.log(`\n== ${name}`);
  const ok = await Promise.resolve()
    .then(step)
    .catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : String(error));
      return false;
    });
  if (!ok) {
    console.error(`\n${name}: failed.\n${closingLine({ passed: 0, failed: 1 })}`);
    process.exit(1);
  }
}

console.log("\n== Architecture and tests");
const run = await runTests([]);
console.log(closingLine(run));
process.exitCode = run.ok ? 0 : 1;
