import * as v from "valibot";
import { limits } from "../../shared/limits.ts";
import { type FieldError, fieldError } from "../../shared/result.ts";
import { addCountAt, ascending, type Counts, type CountsById, meanOf, medianOf, mergeCountsById } from "../counts.ts";
import { lostItem } from "../items.ts";
import type { QuestionRules } from "../rules.ts";
import {
  commonEntries,
  type Item,
  idRecord,
  idsDiffer,
  itemsSchema,
  labelUpTo,
  textUpTo,
  type WithId,
  wholeNumber,
  withItemIds,
} from "../schema.ts";

const definition = v.pipe(
  v.strictObject({
    ...commonEntries,
    type: v.literal("scale"),
    text: textUpTo(limits.questionLength),
    statements: itemsSchema(limits.statements, limits.optionLength),
    min: v.optional(wholeNumber(-limits.scaleValue, limits.scaleValue), 1),
    max: v.optional(wholeNumber(-limits.scaleValue, limits.scaleValue), 5),
    minLabel: v.optional(labelUpTo(limits.labelLength), ""),
    maxLabel: v.optional(labelUpTo(limits.labelLength), ""),
  }),
  v.forward(
    v.check(({ min, max }) => min < max, "must be greater than min"),
    ["max"],
  ),
  v.forward(
    v.check(
      ({ min, max }) => max - min < limits.scaleSteps || min >= max,
      `gives more than ${limits.scaleSteps} steps`,
    ),
    ["max"],
  ),
);

const answerShape = v.strictObject({
  ratings: idRecord(v.nullable(v.pipe(v.number(), v.integer("must be a whole number or null"))), {
    type: ["integer", "null"],
  }),
});

export type ScaleDraft = v.InferOutput<typeof definition>;
export type ScaleQuestion = WithId<Omit<ScaleDraft, "statements">> & { statements: Item[] };
export type ScaleAnswer = v.InferOutput<typeof answerShape>;
/** Statement id → value → attendees; the value `null` counts those who skipped the statement. */
export type ScaleParts = CountsById<number | null>;
export type ScaleStatement = {
  counts: Record<string, number>;
  skipped: number;
  mean: number | null;
  median: number | null;
};
export type ScaleView = { statements: Record<string, ScaleStatement> };

export const scaleRules: QuestionRules<ScaleDraft, ScaleQuestion, ScaleAnswer, ScaleParts, ScaleView> = {
  definition,
  answerShape,
  withIds: ({ id, statements, ...rest }, newId) => ({
    id: id ?? newId(),
    ...rest,
    statements: withItemIds(statements, newId),
  }),
  answerSchema: ({ statements, min, max }) =>
    v.pipe(
      answerShape,
      v.forward(
        v.rawCheck(({ dataset, addIssue }) => {
          if (!dataset.typed) return;
          const wrong = ratingsProblem(dataset.value.ratings, statements, min, max);
          if (wrong !== undefined) addIssue({ message: wrong });
        }),
        ["ratings"],
      ),
    ),
  empty: () => new Map(),
  add(parts, answer, weight) {
    for (const [id, value] of Object.entries(answer.ratings)) addCountAt(parts, id, value, weight);
  },
  merge: mergeCountsById,
  view: (parts, { statements, min, max }) => ({
    statements: Object.fromEntries(statements.map(({ id }) => [id, statementView(parts.get(id), min, max)])),
  }),
  conflict: (before, after) => lostItem("statements", before.statements, after.statements) ?? narrowed(before, after),
};

function ratingsProblem(
  ratings: Record<string, number | null>,
  statements: readonly Item[],
  min: number,
  max: number,
): string | undefined {
  const differ = idsDiffer(Object.keys(ratings), statements);
  if (differ !== undefined) return differ;
  const outside = Object.entries(ratings).find(([, value]) => value !== null && (value < min || value > max));
  return outside === undefined
    ? undefined
    : `has ${JSON.stringify(outside[0])} at a value that is not between ${min} and ${max}`;
}

function narrowed(before: ScaleQuestion, after: ScaleQuestion): FieldError | undefined {
  if (after.min > before.min) return fieldError("min", "answered", "would leave out values that may have answers");
  if (after.max < before.max) return fieldError("max", "answered", "would leave out values that may have answers");
  return undefined;
}

function statementView(counts: Counts<number | null> | undefined, min: number, max: number) {
  const steps = Array.from({ length: max - min + 1 }, (_, step) => min + step);
  const rated = ascending(counts);
  return {
    counts: Object.fromEntries(steps.map((value) => [value, counts?.get(value) ?? 0])),
    skipped: counts?.get(null) ?? 0,
    mean: meanOf(rated),
    median: medianOf(rated),
  };
}
