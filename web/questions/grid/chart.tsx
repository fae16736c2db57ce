import type { ChartProps } from "../../charts/chart-props.ts";
import { ownValue } from "../../charts/own-value.ts";
import { PlaneChart } from "../../charts/plane-chart.tsx";
import { useStable } from "../../charts/use-stable.ts";
import { endNames, most } from "./ends.ts";
import { gridSummary } from "./summary.ts";

export function GridChart(props: ChartProps<"grid">) {
  const { question, tally, t, language } = props;
  const items = question.items.map(({ id, text }, colour) => ({ id, text, colour, ...ownValue(tally.items, id) }));
  const points = useStable(
    items.flatMap(({ id, text, colour, x = null, y = null, n = 0 }) => {
      if (x === null || y === null) return [];
      const own = ownValue(tally.spread, id);
      const spread = { x: (own?.x ?? 0) / most, y: (own?.y ?? 0) / most };
      // Of how many its means are, where these are not all who have answered.
      const note = n === tally.answered ? {} : { note: t("chart.placedBy", { n }) };
      return [{ key: id, text, colour, x: x / most, y: y / most, spread, ...note }];
    }),
  );
  const unplaced = items.filter(({ x = null }) => x === null).map(({ text }) => text);
  const names = new Intl.ListFormat(language, { type: "conjunction" }).format(unplaced);
  return (
    <PlaneChart
      label={t("chart.picture.grid", { summary: gridSummary(props) })}
      points={points}
      xLabels={endNames(question.xLabels)}
      yLabels={endNames(question.yLabels)}
      rest={unplaced.length === 0 ? "" : t("chart.unplaced", { names })}
      base={t("chart.meanPlaces", { n: tally.answered })}
    />
  );
}
