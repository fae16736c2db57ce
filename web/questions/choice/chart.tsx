import { BarChart } from "../../charts/bar-chart.tsx";
import type { ChartProps } from "../../charts/chart-props.ts";
import { formatPercent, shareOf } from "../../charts/figures.ts";
import { ownValue } from "../../charts/own-value.ts";
import { useStable } from "../../charts/use-stable.ts";
import { choiceSummary } from "./summary.ts";

export function ChoiceChart(props: ChartProps<"choice">) {
  const { question, tally, beside, t, language } = props;
  const bars = useStable(
    question.options.map(({ id, text }) => {
      const count = ownValue(tally.counts, id) ?? 0;
      const value = shareOf(count, tally.answered);
      return { label: text, value, note: t("chart.bar", { n: count, percent: formatPercent(value, language) }) };
    }),
  );
  const most = beside && Math.max(...Object.values(beside.counts).map((count) => shareOf(count, beside.answered)));
  return <BarChart label={t("chart.picture.choice", { summary: choiceSummary(props) })} bars={bars} full={most} />;
}
