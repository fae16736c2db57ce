/**
 * `npm run bench`, or `npm run bench -- --quick`: measures, prints a table, writes `bench-results/`. `--return` measures only
 * how a hall comes back that lost its line at once, `--return 9000` one of so many, and writes nothing.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { measureReturn, returning } from "./mass-return.ts";
import { loadBefore, machine, markdown, rowsOf, rowsOfReturn } from "./report.ts";
import { fullPlan, measure, quickPlan } from "./rounds.ts";

const plan = process.argv.includes("--quick") ? quickPlan : fullPlan;
const longestMs = 10 * 60_000;

const watchdog = setTimeout(() => {
  console.error(`The bench did not end within ${longestMs / 60_000} minutes.`);
  process.exit(1);
}, longestMs);
watchdog.unref();

const load = loadBefore();
const say = (what: string) => console.error(what);
if (process.argv.includes("--return")) {
  const phones = Number(process.argv[process.argv.indexOf("--return") + 1]) || returning.phones;
  console.log(`\n${markdown(rowsOfReturn(await measureReturn(say, phones), phones), plan, load)}`);
  process.exit(0);
}
const measured = await measure(plan, say);
const rows = rowsOf(measured, plan);
console.log(`\n${markdown(rows, plan, load)}`);

const results = new URL("../../bench-results/", import.meta.url);
mkdirSync(results, { recursive: true });
const at = new Date().toISOString();
const file = new URL(`${at.replaceAll(":", "-")}.json`, results);
const { service, ...rest } = measured;
const raw = { ...rest, fullTilt: service.fullTilt, atRate: Object.fromEntries(service.atRate) };
writeFileSync(file, `${JSON.stringify({ at, machine: machine(), load, plan, rows, raw }, null, 2)}\n`);
console.error(`\nWritten to ${file.pathname}`);
