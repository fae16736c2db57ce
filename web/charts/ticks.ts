/** Round numbers for axes. */

/** The smallest of 1, 2 and 5 times a power of ten that is no less than `least`. */
export function roundStep(least: number): number {
  const power = Math.floor(Math.log10(least));
  const factor = [1, 2, 5].find((times) => Number(`${times}e${power}`) >= least * (1 - 1e-9));
  return factor === undefined ? Number(`1e${power + 1}`) : Number(`${factor}e${power}`);
}

/** Whole numbers from 0 to `most`, at most `count` steps of them; none where there is nothing to count. */
export function countTicks(most: number, count: number): number[] {
  if (most < 1) return [0];
  const step = Math.max(1, roundStep(most / count));
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
}

/** Of `edges`, evenly spaced, those to be labelled: at most `count`, and round ones where there are any. */
export function labelledEdges(edges: readonly number[], count: number): number[] {
  const [first = 0, second = 1] = edges;
  const width = second - first;
  const every = [1, 2, 4, 5, 10, 20].find((times) => edges.length / times <= count) ?? edges.length;
  // Counted from zero, so that the labels are 0, 10, 20 rather than 5, 15, 25 where the first edge is 5.
  return edges.filter((edge) => Math.round(edge / width) % every === 0);
}
