import { BarChart } from "../../charts/bar-chart.tsx";
import type { ChartProps } from "../../charts/chart-props.ts";
import { formatPercent, shareOf } from "../../charts/figures.ts";
import { useStable } from "../../charts/use-stable.ts";
import { choiceRows } from "./rows.ts";
import { choiceSummary } from "./summary.ts";

export function ChoiceChart(props: ChartProps<"choice">) {
  const { question, tally, t, language } = props;
  const bars = useStable(
    choiceRows(question, tally, t("chart.other")).map(({ name, value }) => ({
      label: name,
      value,
      note: t("chart.bar", { n: value, percent: formatPercent(shareOf(value, tally.answered), language) }),
    })),
  );
  return <BarChart label={t("chart.picture.choice", { summary: choiceSummary(props) })} bars={bars} />;
}
