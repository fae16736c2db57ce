import * as v from "valibot";
import { limits } from "../../shared/limits.ts";
import { fieldError } from "../../shared/result.ts";
import { addCount, ascending, type Counts, meanOf, medianOf, mergeCounts } from "../counts.ts";
import type { QuestionRules } from "../rules.ts";
import { commonEntries, labelUpTo, textUpTo, type WithId } from "../schema.ts";
import { type Bin, histogramOf } from "./histogram.ts";
import { type RightFigures, rightFigures } from "./right-figures.ts";

const bound = v.pipe(
  v.number(),
  v.minValue(-limits.numberValue, `must be at least ${-limits.numberValue}`),
  v.maxValue(limits.numberValue, `must be at most ${limits.numberValue}`),
);

const definition = v.pipe(
  v.strictObject({
    ...commonEntries,
    type: v.literal("number"),
    text: textUpTo(limits.questionLength),
    min: bound,
    max: bound,
    unit: v.optional(labelUpTo(limits.unitLength), ""),
    /** Makes the question a guess: known to presenters alone until they show it. */
    rightValue: v.optional(v.number()),
    /** How far from `rightValue` a guess still counts as close; where it isn't said, as far as a bar of the histogram is wide. */
    closeWithin: v.optional(
      v.pipe(
        v.number(),
        v.minValue(0, "must be at least 0"),
        v.maxValue(limits.numberValue, `must be at most ${limits.numberValue}`),
      ),
    ),
  }),
  v.forward(
    v.check(({ min, max }) => min < max, "must be greater than min"),
    ["max"],
  ),
  v.forward(
    v.check(
      ({ min, max, rightValue }) => rightValue === undefined || (rightValue >= min && rightValue <= max),
      "must lie between min and max",
    ),
    ["rightValue"],
  ),
  v.forward(
    v.check(
      ({ rightValue, closeWithin }) => closeWithin === undefined || rightValue !== undefined,
      "needs a rightValue",
    ),
    ["closeWithin"],
  ),
);

const answerShape = v.strictObject({ value: v.pipe(v.number(), v.finite("must be a number")) });

export type NumberDraft = v.InferOutput<typeof definition>;
export type NumberQuestion = WithId<NumberDraft>;
export type NumberAnswer = v.InferOutput<typeof answerShape>;
/** Value → attendees who gave it. */
export type NumberParts = Counts<number>;
/** `min` and `max` are of the answers; null, as mean and median, where there are none. */
export type NumberView = {
  histogram: Bin[];
  mean: number | null;
  median: number | null;
  min: number | null;
  max: number | null;
  /** There where the question has a right value. */
  right?: RightFigures;
};

export const numberRules: QuestionRules<NumberDraft, NumberQuestion, NumberAnswer, NumberParts, NumberView> = {
  definition,
  answerShape,
  withIds: ({ id, ...rest }, newId) => ({ id: id ?? newId(), ...rest }),
  answerSchema: ({ min, max }) =>
    v.pipe(
      answerShape,
      v.forward(
        v.check(({ value }) => value >= min && value <= max, `must be between ${min} and ${max}`),
        ["value"],
      ),
    ),
  empty: () => new Map(),
  add: (parts, { value }, weight) => addCount(parts, value, weight),
  merge: mergeCounts,
  view(parts, question) {
    const { min, max } = question;
    const values = ascending(parts);
    const right = rightFigures(values, question);
    return {
      histogram: histogramOf(values, min, max),
      mean: meanOf(values),
      median: medianOf(values),
      min: values[0]?.[0] ?? null,
      max: values.at(-1)?.[0] ?? null,
      ...(right === undefined ? {} : { right }),
    };
  },
  withoutRightAnswer(question) {
    if (question.rightValue === undefined) return question;
    const { rightValue: _right, closeWithin: _within, ...rest } = question;
    return rest;
  },
  conflict(before, after) {
    if (after.min > before.min) return fieldError("min", "answered", "would leave out values that may have answers");
    if (after.max < before.max) return fieldError("max", "answered", "would leave out values that may have answers");
    return undefined;
  },
};
