import type { ChartProps } from "../../charts/chart-props.ts";
import { formatMeanOver, formatMedianOver, withUnit } from "./figures.ts";
import { rightWords } from "./right.ts";

export function numberSummary(props: ChartProps<"number">): string {
  const { question, tally, t, language } = props;
  const { mean, median } = tally;
  if (mean === null) return t("chart.noAnswers");
  const middle = t("chart.meanMedian", {
    mean: withUnit(formatMeanOver(mean, question, language), question),
    median: withUnit(formatMedianOver(median, question, language), question),
  });
  const right = rightWords(props);
  return right === undefined ? middle : [middle, right.value, right.verdict].join(". ");
}
