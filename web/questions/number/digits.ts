/** In a range as wide as this no decimal of a mean is worth reading. */
const wide = 10_000;

/** Rounded to a thousandth of the range or finer, and `more` decimals after these. */
export function roundedFor(value: number, { min, max }: { min: number; max: number }, more = 0): number {
  const range = max - min;
  // One decimal at least where the range is not wide, so that a mean is not read as a count.
  const decimals = Math.max(range < wide ? 1 : 0, 3 - Math.floor(Math.log10(range))) + more;
  // No minus sign before a zero.
  return Number(value.toFixed(Math.min(12, decimals))) + 0;
}
