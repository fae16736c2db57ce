import { BarChart } from "../../charts/bar-chart.tsx";
import type { ChartProps } from "../../charts/chart-props.ts";
import { formatMean } from "../../charts/figures.ts";
import { ownValue } from "../../charts/own-value.ts";
import { useStable } from "../../charts/use-stable.ts";
import { pointsSummary } from "./summary.ts";

/** Bars of what an attendee gave on average; points in all stand beside it. */
export function PointsChart(props: ChartProps<"points">) {
  const { question, tally, beside, t, language } = props;
  const bars = useStable(
    question.options.map(({ id, text }) => {
      const { points, mean } = ownValue(tally.options, id) ?? { points: 0, mean: null };
      return {
        label: text,
        value: mean ?? 0,
        note: t("chart.pointsMean", { mean: formatMean(mean, language), n: points }),
      };
    }),
  );
  const most = beside && Math.max(...Object.values(beside.options).map(({ mean }) => mean ?? 0));
  return (
    <BarChart
      label={t("chart.picture.points", { summary: pointsSummary(props) })}
      bars={bars}
      full={most}
      base={t("chart.basePoints", { total: question.total, n: tally.answered })}
    />
  );
}
