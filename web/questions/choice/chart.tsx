import { BarChart } from "../../charts/bar-chart.tsx";
import type { ChartProps } from "../../charts/chart-props.ts";
import { formatPercent, shareOf } from "../../charts/figures.ts";
import { useStable } from "../../charts/use-stable.ts";
import { choiceRows } from "./rows.ts";
import { choiceSummary } from "./summary.ts";

export function ChoiceChart(props: ChartProps<"choice">) {
  const { question, tally, beside, t, language } = props;
  const bars = useStable(
    choiceRows(question, tally, t("chart.other")).map(({ name, value: count }) => {
      const value = shareOf(count, tally.answered);
      return { label: name, value, note: t("chart.bar", { n: count, percent: formatPercent(value, language) }) };
    }),
  );
  const most =
    beside && Math.max(...choiceRows(question, beside, "").map(({ value }) => shareOf(value, beside.answered)));
  return <BarChart label={t("chart.picture.choice", { summary: choiceSummary(props) })} bars={bars} full={most} />;
}
