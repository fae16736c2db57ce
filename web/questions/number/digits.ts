/** Rounded to a thousandth of the range or finer, and `more` decimals after these. */
export function roundedFor(value: number, { min, max }: { min: number; max: number }, more = 0): number {
  const decimals = 3 - Math.floor(Math.log10(max - min)) + more;
  // No minus sign before a zero.
  return Number(value.toFixed(Math.min(12, Math.max(0, decimals)))) + 0;
}
