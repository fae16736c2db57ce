import type { ChartProps } from "../../charts/chart-props.ts";
import { leadingNames } from "../../charts/figures.ts";
import { rankedOptions } from "./ranked.ts";

export function rankingSummary(props: ChartProps<"ranking">): string {
  const { tally, t, language } = props;
  const ranked = rankedOptions(props).map(({ text, points }) => ({ name: text, value: points }));
  const leading = tally.answered === 0 ? undefined : leadingNames(ranked, language);
  return leading === undefined ? t("chart.noAnswers") : t("chart.first", { names: leading.names, n: leading.value });
}
