import type { ChartProps } from "../../charts/chart-props.ts";
import { leadingNames } from "../../charts/figures.ts";

export function wordsSummary({ tally, t, language }: ChartProps<"words">): string {
  const leading = leadingNames(
    tally.words.slice(0, 5).map(({ word, count }) => ({ name: word, value: count })),
    language,
  );
  return leading === undefined ? t("chart.noAnswers") : t("chart.leading", { names: leading.names, n: leading.value });
}
