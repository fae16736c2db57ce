/** How numbers that were asked for are written, in the reader's language and with the question's unit. */
import type { NumberQuestion } from "../../../worker/questions/number/rules.ts";
import { roundedFor } from "./digits.ts";

type Range = Pick<NumberQuestion, "min" | "max">;

/** More digits than a number that people type has; what binary fractions leave beyond them is not theirs. */
const digits = 12;
/** Below it, and above, decimals and zeros are no longer read. */
const tiny = 1e-6;
const large = 1e6;

/** As exact as it was given. */
export function formatNumber(value: number, language: string): string {
  const notation = value !== 0 && Math.abs(value) < tiny ? "scientific" : "standard";
  return new Intl.NumberFormat(language, { notation, maximumSignificantDigits: digits }).format(value);
}

/** Rounded to what tells means over the range apart; a dash where there is none. */
export function formatMeanOver(mean: number | null, range: Range, language: string): string {
  if (mean === null) return "–";
  return formatNumber(range.max - range.min < tiny ? mean : roundedFor(mean, range), language);
}

/** Finer than a mean, since it is what someone answered, or the middle of two such. */
export function formatMedianOver(median: number | null, range: Range, language: string): string {
  if (median === null) return "–";
  return formatNumber(range.max - range.min < tiny ? median : roundedFor(median, range, 3), language);
}

/** On an axis: in millions and the like where every edge is one of these. */
export function axisFormat(edges: readonly number[], language: string): (value: number) => string {
  const most = Math.max(...edges.map(Math.abs));
  const [first = 0, second = 1] = edges;
  if (most < large || second - first < most / 1000) return (value) => formatNumber(value, language);
  const format = new Intl.NumberFormat(language, { notation: "compact", maximumSignificantDigits: 4 });
  return (value) => format.format(value);
}

/** `42,5 kg`, kept on one line. */
export function withUnit(figure: string, { unit }: Pick<NumberQuestion, "unit">): string {
  return unit === "" ? figure : `${figure}\u00a0${unit}`;
}
