import type { TextView } from "../../worker/questions/text/rules.ts";
import type { ChartTexts } from "./chart-props.ts";

/** How many skipped the question, where it may be skipped. */
export function skippedNotes({ skipped }: { skipped?: number | undefined }, t: ChartTexts): string[] {
  return skipped === undefined ? [] : [t("table.skippedCount", { n: skipped })];
}

/** How many rows a table that is cut to `limit` leaves out. */
export function restNotes(rows: number, limit: number | undefined, t: ChartTexts): string[] {
  return limit === undefined || rows <= limit ? [] : [t("chart.rest", { n: rows - limit })];
}

/** How many texts are not shown, where any are. */
export function heldBackNotes({ hidden = 0, waiting = 0 }: TextView, t: ChartTexts): string[] {
  return [
    ...(hidden === 0 ? [] : [t("table.hiddenTexts", { n: hidden })]),
    ...(waiting === 0 ? [] : [t("table.waiting", { n: waiting })]),
  ];
}
