import type { NumberQuestion, NumberView } from "../../../worker/questions/number/rules.ts";

/** Whether each whole number of the range has a bin of its own: the last one then begins where the range ends. */
export function isWholeNumbers(histogram: NumberView["histogram"], { max }: Pick<NumberQuestion, "max">): boolean {
  const last = histogram.at(-1);
  return last !== undefined && last.from === max;
}
