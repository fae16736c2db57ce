import type { ChartProps } from "../../charts/chart-props.ts";
import { formatMean, leadingNames } from "../../charts/figures.ts";
import { ownValue } from "../../charts/own-value.ts";

export function pointsSummary({ question, tally, t, language }: ChartProps<"points">): string {
  const options = question.options.map(({ id, text }) => ({
    name: text,
    value: ownValue(tally.options, id)?.mean ?? 0,
  }));
  const leading = tally.answered === 0 ? undefined : leadingNames(options, language);
  if (leading === undefined) return t("chart.noAnswers");
  const mean = formatMean(leading.value, language);
  return t("chart.mostPoints", { names: leading.names, mean, total: question.total });
}
