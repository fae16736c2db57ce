/** Every value of a scale, the least first. */
export function scaleValues({ min, max }: { min: number; max: number }): number[] {
  return Array.from({ length: max - min + 1 }, (_, step) => min + step);
}
