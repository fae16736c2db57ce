import type { RankedOption } from "../../../worker/questions/ranking/rules.ts";
import type { ChartProps } from "../../charts/chart-props.ts";
import { ownValue } from "../../charts/own-value.ts";

/** An option with its figures; `index` is its place in the question, by which it has its colour. */
export type Ranked = RankedOption & { id: string; text: string; index: number };

const unranked: RankedOption = { points: 0, firsts: 0, meanRank: null };

/** The options by points, most first; those that have as many stand in the question's order. */
export function rankedOptions({ question, tally }: Pick<ChartProps<"ranking">, "question" | "tally">): Ranked[] {
  return question.options
    .map(({ id, text }, index) => ({ id, text, index, ...(ownValue(tally.options, id) ?? unranked) }))
    .toSorted((a, b) => b.points - a.points);
}
