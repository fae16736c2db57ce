/** The shapes of `tally`, one a question type. */
import type { QuestionType } from "../../questions/registry.ts";

const count = { type: "integer", minimum: 0 };
const nullableNumber = { type: ["number", "null"] };

export function object(properties: Record<string, object>, optional: readonly string[] = []) {
  return { type: "object", properties, required: Object.keys(properties).filter((name) => !optional.includes(name)) };
}

export function array(items: object) {
  return { type: "array", items };
}

export function mapOf(values: object, description: string) {
  return { type: "object", additionalProperties: values, description };
}

const words = {
  words: array(object({ word: { type: "string" }, count, variants: mapOf(count, "Form as typed → attendees.") })),
  hidden: {
    ...count,
    description: "How often words that are not shown were given; there where the block list is on or words are hidden.",
  },
  merged: {
    ...array(object({ word: { type: "string" }, into: { type: "string" } })),
    description: "Which words count as which; there where moderators have merged any.",
  },
};

const own = {
  choice: {
    counts: mapOf(count, "Option id → attendees who chose it."),
    other: {
      ...object({ count, ...words }, ["hidden", "merged"]),
      description:
        "There where allowOther is set: attendees who wrote an answer of their own, and what, as words are counted.",
    },
  },
  words,
  text: {
    entries: array(
      object(
        {
          text: { type: "string" },
          at: { type: "string", format: "date-time" },
          id: { type: "string", description: "What a moderator names it by; in presenters' frames alone." },
        },
        ["id"],
      ),
    ),
    hidden: {
      ...count,
      description: "Texts that are not shown, by a moderator or the block list; there where any is.",
    },
    waiting: { ...count, description: "Texts that wait to be approved; there where they are approved first." },
  },
  scale: {
    statements: mapOf(
      object({
        counts: mapOf(count, "Value → attendees."),
        skipped: count,
        mean: nullableNumber,
        median: nullableNumber,
      }),
      "Statement id → its figures; mean and median are null where nobody has rated it.",
    ),
  },
  ranking: {
    options: mapOf(
      object({ points: count, firsts: count, meanRank: nullableNumber }),
      "Option id → its Borda points (n−1 for the first of n, 0 for the last), how many put it first, and its mean rank, from 1; null where nobody has ranked.",
    ),
  },
  points: {
    options: mapOf(
      object({ points: count, mean: nullableNumber }),
      "Option id → its points in all and their mean, null where nobody has answered.",
    ),
  },
  number: {
    histogram: {
      ...array(object({ from: { type: "number" }, to: { type: "number" }, count })),
      description: "Contiguous bins over the range asked for; each holds from ≤ value < to, the last one its end too.",
    },
    mean: nullableNumber,
    median: nullableNumber,
    min: { ...nullableNumber, description: "The least answer; null, as the others, where there are none." },
    max: { ...nullableNumber, description: "The greatest answer." },
    right: {
      ...object({ value: { type: "number" }, closeWithin: { type: "number", minimum: 0 }, exact: count, close: count }),
      description:
        "There where the question has a right value, on screens once it is shown: how many guessed it exactly, and how many were at most closeWithin from it, the exact ones among them.",
    },
  },
  grid: {
    items: mapOf(
      object({ x: nullableNumber, y: nullableNumber, n: count, skipped: count }),
      "Item id → the means of its places on both axes, null where nobody has placed it; n attendees have, skipped left it out.",
    ),
    spread: mapOf(
      object({ x: nullableNumber, y: nullableNumber }),
      "Item id → the standard deviations of its places on both axes, null where nobody has placed it.",
    ),
  },
} as const satisfies Record<QuestionType, Record<string, object>>;

/** The type's own fields with those of every tally. */
export function tallySchema(type: QuestionType): object {
  const properties: Record<string, object> = {
    ...own[type],
    answered: { ...count, description: "Attendees whose ballot counts." },
    skipped: { ...count, description: "There where the question is skippable." },
  };
  return object(properties, ["hidden", "other", "waiting", "merged", "right", "skipped"]);
}
