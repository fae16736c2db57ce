import type { ChartProps } from "../../charts/chart-props.ts";
import { formatPercent, leadingNames, shareOf } from "../../charts/figures.ts";
import { choiceRows } from "./rows.ts";

export function choiceSummary({ question, tally, t, language }: ChartProps<"choice">): string {
  const leading = leadingNames(choiceRows(question, tally, t("chart.other")), language);
  if (leading === undefined || leading.value === 0) return t("chart.noAnswers");
  const percent = formatPercent(shareOf(leading.value, tally.answered), language);
  return t("chart.leadingShare", { names: leading.names, n: leading.value, percent });
}
