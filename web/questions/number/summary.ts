import type { ChartProps } from "../../charts/chart-props.ts";
import { formatMeanOver, formatMedianOver, withUnit } from "./figures.ts";

export function numberSummary({ question, tally, t, language }: ChartProps<"number">): string {
  const { mean, median } = tally;
  if (mean === null) return t("chart.noAnswers");
  return t("chart.meanMedian", {
    mean: withUnit(formatMeanOver(mean, question, language), question),
    median: withUnit(formatMedianOver(median, question, language), question),
  });
}
