import { limits } from "../../shared/limits.ts";
import type { Ascending } from "../counts.ts";

/** Holds `from ≤ value < to`; the last bin its end too. */
export type Bin = { from: number; to: number; count: number };

/**
 * Bins over the whole range that was asked for, so that they stay where they are while answers come. Their width is the
 * smallest of 1, 2 and 5 times a power of ten that gives at most `limits.bins`; whole numbers in a small range get a bin
 * each.
 */
export function histogramOf(values: Ascending, min: number, max: number): Bin[] {
  const width = binWidth(max - min);
  const start = Math.floor(min / width);
  const bins: Bin[] = [];
  for (let step = start; step * width < max || step === start || (width === 1 && step * width === max); step++) {
    bins.push({ from: exact(step * width), to: exact((step + 1) * width), count: 0 });
  }
  for (const [value, count] of values) {
    const bin = bins.findLast(({ from }) => from <= value) ?? bins[0];
    if (bin !== undefined) bin.count += count;
  }
  return bins;
}

function binWidth(range: number): number {
  const least = range / limits.bins;
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5, 10].find((times) => times * power >= least * (1 - 1e-9)) ?? 10;
  return exact(factor * power);
}

/** Without what binary fractions leave at the sixteenth digit: 0.30000000000000004 is 0.3. */
function exact(value: number): number {
  return Number(value.toPrecision(15));
}
