/** How figures of results are written, in the reader's language. */
import { percentOf } from "../questions/percent.ts";

/** Of the attendees who answered, not of the marks they set; 0 where no one has. */
export function shareOf(count: number, answered: number): number {
  return answered === 0 ? 0 : count / answered;
}

export function formatPercent(share: number, language: string): string {
  const format = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
  return format.format(percentOf(share) / 100);
}

export function formatCount(count: number, language: string): string {
  return new Intl.NumberFormat(language).format(count);
}

/** Always with its decimals, so that means stand under each other; a dash where there is none. */
export function formatMean(mean: number | null, language: string, decimals = 1): string {
  if (mean === null) return "–";
  return new Intl.NumberFormat(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(
    mean,
  );
}

/** `timeZone`: the reader's own where it is absent. */
export function formatTime(iso: string, language: string, timeZone?: string): string {
  const parts = { hour: "2-digit", minute: "2-digit", second: "2-digit" } as const;
  return new Intl.DateTimeFormat(language, { ...parts, ...inZone(timeZone) }).format(new Date(iso));
}

export function formatDate(iso: string, language: string, timeZone?: string): string {
  const format = { dateStyle: "long", timeStyle: "short", ...inZone(timeZone) } as const;
  return new Intl.DateTimeFormat(language, format).format(new Date(iso));
}

function inZone(timeZone: string | undefined): { timeZone?: string } {
  return timeZone === undefined ? {} : { timeZone };
}

/** The first by `value`; all that share it, up to three, written as a list: "a, b och c". */
export function leadingNames(
  items: readonly { name: string; value: number }[],
  language: string,
): { names: string; value: number } | undefined {
  const value = Math.max(...items.map((item) => item.value));
  if (items.length === 0) return undefined;
  const names = items.filter((item) => item.value === value).map(({ name }) => name);
  const shown = names.length > 3 ? [...names.slice(0, 3), "…"] : names;
  return { names: new Intl.ListFormat(language, { type: "conjunction" }).format(shown), value };
}
