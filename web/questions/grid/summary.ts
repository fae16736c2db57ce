import type { ChartProps } from "../../charts/chart-props.ts";
import { formatMean, leadingNames } from "../../charts/figures.ts";
import { ownValue } from "../../charts/own-value.ts";

/** What stands furthest along each axis. */
export function gridSummary({ question, tally, t, language }: ChartProps<"grid">): string {
  const [right, top] = (["x", "y"] as const).map((axis) => {
    const placed = question.items.flatMap(({ id, text }) => {
      const value = ownValue(tally.items, id)?.[axis] ?? null;
      return value === null ? [] : [{ name: text, value }];
    });
    return leadingNames(placed, language);
  });
  if (right === undefined || top === undefined) return t("chart.noAnswers");
  return t("chart.furthest", {
    right: right.names,
    x: formatMean(right.value, language),
    top: top.names,
    y: formatMean(top.value, language),
  });
}
