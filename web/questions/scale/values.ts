import type { ScaleQuestion } from "../../../worker/questions/scale/rules.ts";

/** Every value of the scale, the least first. */
export function valuesOf({ min, max }: Pick<ScaleQuestion, "min" | "max">): number[] {
  return Array.from({ length: max - min + 1 }, (_, step) => min + step);
}
