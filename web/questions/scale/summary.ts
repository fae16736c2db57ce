import type { ChartProps } from "../../charts/chart-props.ts";
import { formatMean } from "../../charts/figures.ts";
import { ownValue } from "../../charts/own-value.ts";

export function scaleSummary({ question, tally, t, language }: ChartProps<"scale">): string {
  const rated = question.statements.flatMap(({ id, text }) => {
    const mean = ownValue(tally.statements, id)?.mean ?? null;
    return mean === null ? [] : [{ name: text, mean }];
  });
  const [first, ...others] = rated;
  if (first === undefined) return t("chart.noAnswers");
  const highest = others.reduce((best, item) => (item.mean > best.mean ? item : best), first);
  return t("chart.highestMean", { name: highest.name, mean: formatMean(highest.mean, language) });
}
