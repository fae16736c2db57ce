import type { Figures } from "../../web/rehearsal/simulated-audience.ts";

const barCells = 24;

/** One line: the question, how many have answered it, and how soon answers are on disk. */
export function progressLine(figures: Figures, attendees: number, delays: readonly number[], columns: number): string {
  const { joined, question, answered } = figures;
  const [done, of] = question === null ? [joined, attendees] : [answered, joined];
  const filled = of === 0 ? 0 : Math.round((done / of) * barCells);
  const bar = `${"█".repeat(filled)}${"░".repeat(barCells - filled)}`;
  const what = question === null ? "have joined" : "have answered";
  const line = `${bar} ${done} of ${of} ${what}${delays.length === 0 ? "" : ` · acked within ${delayText(delays)}`}`;
  const room = columns - line.length - 3;
  return question === null || room < 12 ? line.slice(0, columns) : `${line} · ${cut(question, room)}`;
}

/** What is said at the end. */
export function summary(figures: Figures, delays: readonly number[]): string {
  const refused = figures.refused === 0 ? "" : `, ${figures.refused} were refused`;
  const acked = `${figures.joined} attendees joined; ${figures.acked} answers were acked${refused}.`;
  return delays.length === 0 ? acked : `${acked}\nFrom sending to ack: ${delayText(delays)}.`;
}

function delayText(delays: readonly number[]): string {
  return `p50 ${percentile(delays, 0.5)} ms, p95 ${percentile(delays, 0.95)} ms`;
}

/** Whole milliseconds; of at least one delay. */
export function percentile(delays: readonly number[], share: number): number {
  const sorted = [...delays].sort((a, b) => a - b);
  return Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0);
}

function cut(text: string, length: number): string {
  const line = text.replace(/\s+/gu, " ");
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`;
}
