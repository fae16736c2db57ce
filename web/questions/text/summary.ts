import type { ChartProps } from "../../charts/chart-props.ts";

export function textSummary({ tally, t }: ChartProps<"text">): string {
  return tally.entries.length === 0 ? t("chart.noAnswers") : t("chart.texts", { n: tally.entries.length });
}
