import type { ChartTexts } from "./chart-props.ts";

/** How many skipped the question, where it may be skipped. */
export function skippedNotes({ skipped }: { skipped?: number | undefined }, t: ChartTexts): string[] {
  return skipped === undefined ? [] : [t("table.skippedCount", { n: skipped })];
}

/** How many rows a table that is cut to `limit` leaves out. */
export function restNotes(rows: number, limit: number | undefined, t: ChartTexts): string[] {
  return limit === undefined || rows <= limit ? [] : [t("chart.rest", { n: rows - limit })];
}
