import * as v from "valibot";
import { limits } from "../../shared/limits.ts";
import { addCountAt, ascending, type CountsById, meanOf, mergeCountsById, spreadOf, totalOf } from "../counts.ts";
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
  withItemIds,
} from "../schema.ts";

/** What the low and the high end of an axis mean. A list of two, since tuples do not survive the types of an object's calls. */
const axisLabels = v.optional(
  v.pipe(v.array(labelUpTo(limits.labelLength)), v.length(2, "takes two labels, for the low and the high end")),
  ["", ""],
);

const definition = v.strictObject({
  ...commonEntries,
  type: v.literal("grid"),
  text: textUpTo(limits.questionLength),
  items: itemsSchema(limits.gridItems, limits.optionLength),
  xLabels: axisLabels,
  yLabels: axisLabels,
});

const coordinate = v.pipe(
  v.number(),
  v.minValue(0, "must be at least 0"),
  v.maxValue(limits.gridMax, `must be at most ${limits.gridMax}`),
);
const place = v.nullable(v.strictObject({ x: coordinate, y: coordinate }));

const answerShape = v.strictObject({
  items: idRecord(place, {
    type: ["object", "null"],
    properties: {
      x: { type: "number", minimum: 0, maximum: limits.gridMax },
      y: { type: "number", minimum: 0, maximum: limits.gridMax },
    },
    required: ["x", "y"],
    additionalProperties: false,
  }),
});

export type GridDraft = v.InferOutput<typeof definition>;
export type GridQuestion = WithId<Omit<GridDraft, "items">> & { items: Item[] };
export type GridAnswer = v.InferOutput<typeof answerShape>;
/** Each axis by itself: item id → coordinate → attendees. On `x`, null counts those who skipped the item. */
export type GridParts = { x: CountsById<number | null>; y: CountsById<number> };
/** `x` and `y` are means, null where nobody has placed the item; `n` placed it. */
export type GridItem = { x: number | null; y: number | null; n: number; skipped: number };
/** Standard deviations, null where nobody has placed the item. */
export type GridSpread = { x: number | null; y: number | null };
/** Spreads stand beside the items, which outside clients compare to the contract's four fields and no more. */
export type GridView = { items: Record<string, GridItem>; spread: Record<string, GridSpread> };

export const gridRules: QuestionRules<GridDraft, GridQuestion, GridAnswer, GridParts, GridView> = {
  definition,
  answerShape,
  withIds: ({ id, items, ...rest }, newId) => ({ id: id ?? newId(), ...rest, items: withItemIds(items, newId) }),
  answerSchema: ({ items }) =>
    v.pipe(
      answerShape,
      v.forward(
        v.rawCheck(({ dataset, addIssue }) => {
          const wrong = dataset.typed ? idsDiffer(Object.keys(dataset.value.items), items) : undefined;
          if (wrong !== undefined) addIssue({ message: wrong });
        }),
        ["items"],
      ),
    ),
  empty: () => ({ x: new Map(), y: new Map() }),
  add(parts, answer, weight) {
    for (const [id, at] of Object.entries(answer.items)) {
      addCountAt(parts.x, id, at?.x ?? null, weight);
      if (at !== null) addCountAt(parts.y, id, at.y, weight);
    }
  },
  merge(into, from) {
    mergeCountsById(into.x, from.x);
    mergeCountsById(into.y, from.y);
  },
  view(parts, { items }) {
    const placed = items.map(({ id }) => ({
      id,
      x: ascending(parts.x.get(id)),
      y: ascending(parts.y.get(id)),
      skipped: parts.x.get(id)?.get(null) ?? 0,
    }));
    return {
      items: Object.fromEntries(
        placed.map(({ id, x, y, skipped }) => [id, { x: meanOf(x), y: meanOf(y), n: totalOf(x), skipped }]),
      ),
      spread: Object.fromEntries(placed.map(({ id, x, y }) => [id, { x: spreadOf(x), y: spreadOf(y) }])),
    };
  },
  conflict: (before, after) => lostItem("items", before.items, after.items),
};
