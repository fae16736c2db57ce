import { BarChart } from "../../charts/bar-chart.tsx";
import type { ChartProps } from "../../charts/chart-props.ts";
import { formatPercent, shareOf } from "../../charts/figures.ts";
import { ownValue } from "../../charts/own-value.ts";
import { useStable } from "../../charts/use-stable.ts";
import { choiceSummary } from "./summary.ts";

export function ChoiceChart(props: ChartProps<"choice">) {
  const { question, tally, t, language } = props;
  const bars = useStable(
    question.options.map(({ id, text }) => {
      const value = ownValue(tally.counts, id) ?? 0;
      return {
        label: text,
        value,
        note: t("chart.bar", { n: value, percent: formatPercent(shareOf(value, tally.answered), language) }),
      };
    }),
  );
  return <BarChart label={t("chart.picture.choice", { summary: choiceSummary(props) })} bars={bars} />;
}
