/** How guesses compare with the right value. */
import { type Ascending, totalOf } from "../counts.ts";
import { binWidth } from "./histogram.ts";

/** `close` counts the guesses at most `closeWithin` from `value`, the `exact` ones among them. */
export type RightFigures = { value: number; closeWithin: number; exact: number; close: number };

type Guessed = { min: number; max: number; rightValue?: number | undefined; closeWithin?: number | undefined };

/**
 * How far from the right value still is close, in the question's unit. Where the question doesn't say it, as far as a bar of
 * the histogram is wide: a round number from a twentieth to an eighth of the range, or 1 where each whole number has a bar.
 */
function closeness({ min, max, closeWithin }: Guessed): number {
  return closeWithin ?? binWidth(min, max);
}

/** Undefined where the question has no right value. */
export function rightFigures(values: Ascending, question: Guessed): RightFigures | undefined {
  const { rightValue: value } = question;
  if (value === undefined) return undefined;
  const closeWithin = closeness(question);
  // Between decimals, binary fractions are off by this much at most: 0.4 lies 0.3 from 0.1 and not a hair more.
  const slack = closeWithin === 0 ? 0 : 2 * Number.EPSILON * (Math.abs(value) + closeWithin);
  return {
    value,
    closeWithin,
    exact: totalOf(values.filter(([guess]) => guess === value)),
    close: totalOf(values.filter(([guess]) => Math.abs(guess - value) <= closeWithin + slack)),
  };
}
