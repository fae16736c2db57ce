import type { ChartProps } from "../../charts/chart-props.ts";
import { formatPercent, leadingNames, shareOf } from "../../charts/figures.ts";
import { ownValue } from "../../charts/own-value.ts";

export function choiceSummary({ question, tally, t, language }: ChartProps<"choice">): string {
  const options = question.options.map(({ id, text }) => ({ name: text, value: ownValue(tally.counts, id) ?? 0 }));
  const leading = leadingNames(options, language);
  if (leading === undefined || leading.value === 0) return t("chart.noAnswers");
  const percent = formatPercent(shareOf(leading.value, tally.answered), language);
  return t("chart.leadingShare", { names: leading.names, n: leading.value, percent });
}
