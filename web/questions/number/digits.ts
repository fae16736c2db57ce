/** A mean over a range of numbers, with about as many decimals as tell apart a thousandth of the range. */
export function roundedFor(value: number, { min, max }: { min: number; max: number }): number {
  const decimals = Math.min(12, Math.max(0, 3 - Math.floor(Math.log10(max - min))));
  // No minus sign before a zero.
  return Number(value.toFixed(decimals)) + 0;
}
