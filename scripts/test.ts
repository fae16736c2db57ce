import { closingLine } from "./tools/closing-line.ts";
import { runTests } from "./tools/run-tests.ts";

const run = await runTests(process.argv.slice(2));
console.log(closingLine(run));
process.exitCode = run.ok ? 0 : 1;
