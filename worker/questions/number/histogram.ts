import { limits } from "../../shared/limits.ts";
import type { Ascending } from "../counts.ts";

/** Holds `from ≤ value < to`; the last bin its end too. */
export type Bin = { from: number; to: number; count: number };

/** From so many steps on, a range between whole numbers is taken to ask for whole numbers. */
const fewestWhole = 5;

/**
 * Bins over the whole range that was asked for, so that they stay where they are while answers come. In a short range each
 * whole number has its own; otherwise their width is the smallest of 1, 2 and 5 times a power of ten that gives at most
 * `limits.bins`.
 */
export function histogramOf(values: Ascending, min: number, max: number): Bin[] {
  const edges = edgesOver(min, max);
  const bins = edges.slice(1).map((to, index): Bin => ({ from: edges[index] ?? min, to, count: 0 }));
  let at = 0;
  for (const [value, count] of values) {
    while (at < bins.length - 1 && value >= (bins[at]?.to ?? max)) at++;
    const bin = bins[at];
    if (bin !== undefined) bin.count += count;
  }
  return bins;
}

/** How wide each of these bins is. */
export function binWidth(min: number, max: number): number {
  const [first = min, second = max] = edgesOver(min, max);
  // In decimal digits, since it is shown: 0.2 and not 0.20000000000000018.
  return Number((second - first).toPrecision(12));
}

function edgesOver(min: number, max: number): number[] {
  const range = max - min;
  if (Number.isInteger(min) && Number.isInteger(max) && range >= fewestWhole && range <= limits.bins) {
    return Array.from({ length: range + 2 }, (_, step) => min + step);
  }
  const power = Math.floor(Math.log10(range / limits.bins));
  for (const [factor, more] of [
    [1, 0],
    [2, 0],
    [5, 0],
    [1, 1],
    [2, 1],
  ] as const) {
    const edges = edgesOf(factor, power + more, min, max);
    if (edges !== undefined) return edges;
  }
  // A range so small beside its ends that no edge fits between them.
  return [min, max];
}

/** The multiples of `factor` times ten to the `power` around the range, or undefined where they give too many bins or none. */
function edgesOf(factor: number, power: number, min: number, max: number): number[] | undefined {
  // By way of the decimal digits: products of binary fractions would put 0.3 into the bin that ends at 0.30000000000000004.
  const edge = (step: number) => Number(`${step * factor}e${power}`);
  let step = Math.round(min / edge(1));
  if (!Number.isSafeInteger(step * factor)) return undefined;
  while (edge(step) > min) step--;
  while (edge(step + 1) <= min) step++;
  const edges = [edge(step)];
  for (let last = edge(step); last < max; edges.push(last)) {
    const next = edge(++step);
    if (edges.length > limits.bins || next <= last) return undefined;
    last = next;
  }
  return edges;
}
