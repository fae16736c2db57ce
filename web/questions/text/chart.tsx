import type { ChartProps } from "../../charts/chart-props.ts";
import { TextWall } from "../../charts/text-wall.tsx";
import { textSummary } from "./summary.ts";

export function TextChart(props: ChartProps<"text">) {
  const { tally, t, onHide } = props;
  return (
    <TextWall
      entries={tally.entries}
      label={t("chart.picture.text", { summary: textSummary(props) })}
      restText={(n) => t("chart.rest", { n })}
      notes={(tally.waiting ?? 0) === 0 ? [] : [t("table.waiting", { n: tally.waiting ?? 0 })]}
      hiding={onHide && { text: t("chart.hide"), hide: onHide }}
    />
  );
}
