/** The figures as a table with the budgets beside, and as data. */
import { cpus, loadavg, totalmem } from "node:os";
import { returning } from "./mass-return.ts";
import type { LoadResult, ReturnResult } from "./messages.ts";
import type { Measured, Plan } from "./rounds.ts";

export type Row = { measure: string; value: number; unit: string; budget: string; met: boolean | null };

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}

const rateOf = (results: readonly LoadResult[]) => median(results.map(({ ackedPerSecond }) => ackedPerSecond));
const ackOf = (results: readonly LoadResult[], share: "p50" | "p99") => median(results.map(({ ack }) => ack[share]));

export function rowsOf(
  {
    service,
    ackOnly,
    bareWs,
    bytesPerPhone,
    stageChange,
    joinsPerSecond,
    page,
    clouds,
    verification,
    massReturn,
  }: Measured,
  plan: Plan,
): Row[] {
  const rows: Row[] = [];
  const add = (measure: string, value: number, unit: string, budget = "", met: boolean | null = null) =>
    rows.push({ measure, value, unit, budget, met });
  const atMost = (measure: string, value: number, unit: string, most: number) =>
    add(measure, value, unit, `≤ ${most}`, value <= most);
  const atLeast = (measure: string, value: number, unit: string, least: number) =>
    add(measure, value, unit, `≥ ${least}`, value >= least);

  const rate = rateOf(service.fullTilt);
  atLeast(`Answers stored and acked, ${plan.phones} phones at full tilt`, rate, "/s", 15_000);
  add("Ack at full tilt, p50", ackOf(service.fullTilt, "p50"), "ms");
  add("Ack at full tilt, p99", ackOf(service.fullTilt, "p99"), "ms");
  add("Object that acks without storing, same load", rateOf(ackOnly), "/s");
  add("Bare in-memory ws server, same load", rateOf(bareWs), "/s");
  atLeast("Service to object without storing", rate / rateOf(ackOnly), "", 0.7);
  atLeast("Service to bare ws server", rate / rateOf(bareWs), "", 0.3);
  for (const [target, results] of service.atRate) {
    const kept = rateOf(results);
    add(`Answers acked when ${target}/s are sent`, kept, "/s", `${target}`, kept >= target * 0.98);
    if (target === 2000) atMost("Ack at 2000/s, p50", ackOf(results, "p50"), "ms", 3);
    else add(`Ack at ${target}/s, p50`, ackOf(results, "p50"), "ms");
    atMost(`Ack at ${target}/s, p99`, ackOf(results, "p99"), "ms", target === 2000 ? 15 : 60);
    const frames = results.flatMap(({ frame }) => frame ?? []);
    if (frames.length === 0) continue;
    add(`Answer to presenter's frame at ${target}/s, p50`, median(frames.map(({ p50 }) => p50)), "ms");
    atMost(`Answer to presenter's frame at ${target}/s, p99`, median(frames.map(({ p99 }) => p99)), "ms", 200);
  }
  atMost(`Server memory a phone, ${plan.connected} connected`, bytesPerPhone / 1024, "KiB", 60);
  add(`Stage change to the last of ${stageChange.n} phones`, stageChange.max, "ms");
  add("Joins, 32 at once", joinsPerSecond, "/s");
  rows.push(...rowsOfReturn(massReturn));
  atMost("Vote page, compressed", page.bytes / 1000, "kB", 15);
  atMost("Vote page, requests", page.requests, "", 3);
  add("Question in the first response", page.questionInHtml ? 1 : 0, "", "1", page.questionInHtml);
  for (const { words, p50, p99, longest } of clouds) {
    add(`Word cloud, one update, ${words}, p50`, p50, "ms");
    add(`Word cloud, one update, ${words}, p99`, p99, "ms");
    atMost(`Word cloud, one update, ${words}, longest`, longest, "ms", 16);
  }
  atMost("An answer put on its chain", verification.sealUs, "µs", 5);
  atMost("Check of 10,000 ballots", verification.checkMs, "ms", 2000);
  const all = [...service.fullTilt, ...[...service.atRate.values()].flat()];
  add("Generator's own processor time an answer", median(bareWs.map(({ generatorCpu }) => generatorCpu)), "µs");
  add("Answers refused as too fast, sent again", sum(all, "tooFast"), "");
  add("Answers refused otherwise", sum(all, "refused"), "", "0", sum(all, "refused") === 0);
  add("Sockets closed under load", sum(all, "closed"), "", "0", sum(all, "closed") === 0);
  return rows;
}

function sum(results: readonly LoadResult[], key: "tooFast" | "refused" | "closed"): number {
  return results.reduce((total, result) => total + result[key], 0);
}

export function rowsOfReturn({ back, withinTime, votes }: ReturnResult, phones: number = returning.phones): Row[] {
  const { withinMs } = returning;
  const all = `${phones} phones cut at once`;
  const lost = votes.sent - votes.acked;
  return [
    {
      measure: `${all}: back within ${withinMs / 1000} s`,
      value: withinTime,
      unit: "",
      budget: `${phones}`,
      met: withinTime === phones,
    },
    { measure: `${all}: back, p50`, value: back.p50, unit: "ms", budget: "", met: null },
    { measure: `${all}: back, p99`, value: back.p99, unit: "ms", budget: "", met: null },
    {
      measure: `${all}: back, the last`,
      value: back.max,
      unit: "ms",
      budget: `≤ ${withinMs}`,
      met: back.max <= withinMs,
    },
    {
      measure: "Answers acked meanwhile, of those who stayed",
      value: votes.perSecond,
      unit: "/s",
      budget: "",
      met: null,
    },
    { measure: "Ack meanwhile, p99", value: votes.ack.p99, unit: "ms", budget: "", met: null },
    { measure: "Answers lost meanwhile", value: lost, unit: "", budget: "0", met: lost === 0 },
  ];
}

/** Others at work on the machine make every figure worse: above half a core a core, the table says so. */
export function loadBefore(): number {
  return loadavg()[0] ?? 0;
}

export function machine(): string {
  const [first] = cpus();
  return `${cpus().length} × ${first?.model.trim() ?? "?"}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
}

export function markdown(rows: readonly Row[], plan: Plan, load: number): string {
  const line = ({ measure, value, unit, budget, met }: Row) =>
    `| ${measure} | ${figure(value)}${unit === "" ? "" : ` ${unit}`} | ${budget} | ${met === null ? "" : met ? "met" : "missed"} |`;
  return [
    ...(load > cpus().length / 2 ? [`**The machine was busy before the start (load ${load.toFixed(1)}).**`, ""] : []),
    `${machine()}; generator on the same machine; medians of ${plan.rounds} round${plan.rounds === 1 ? "" : "s"} of ${plan.measureMs / 1000} s.`,
    "",
    "| measure | figure | budget | |",
    "|---|---|---|---|",
    ...rows.map(line),
  ].join("\n");
}

function figure(value: number): string {
  return value.toLocaleString("en", { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });
}
