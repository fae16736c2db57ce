/** How guesses compare with the right value. */
import { type Ascending, totalOf } from "../counts.ts";

/** `close` counts the guesses at most `closeWithin` from `value`, the `exact` ones among them. */
export type RightFigures = { value: number; closeWithin: number; exact: number; close: number };

type Guessed = { min: number; max: number; rightValue?: number | undefined; closeWithin?: number | undefined };

/** Where the question doesn't say it, close is within a twentieth of what may be answered: a bar's width of the histogram. */
const partOfRange = 20;

/** How far from the right value still is close, in the question's unit. */
export function closeness({ min, max, closeWithin }: Guessed): number {
  // In decimal digits, since it is shown: a twentieth of 3 is 0.15 and not 0.15000000000000002.
  return closeWithin ?? Number(((max - min) / partOfRange).toPrecision(12));
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
