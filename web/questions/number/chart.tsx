import type { ChartProps } from "../../charts/chart-props.ts";
import { formatCount } from "../../charts/figures.ts";
import { Histogram, type HistogramMark } from "../../charts/histogram.tsx";
import { isWholeNumbers } from "./bins.ts";
import { axisFormat, formatMeanOver, formatMedianOver } from "./figures.ts";
import { rightWords } from "./right.ts";
import { numberSummary } from "./summary.ts";

export function NumberChart(props: ChartProps<"number">) {
  const { question, tally, beside, t, language } = props;
  const { histogram, mean, median, right, answered } = tally;
  const words = rightWords(props);
  const marks: HistogramMark[] = [
    ...(right === undefined || words === undefined
      ? []
      : [{ kind: "right" as const, at: right.value, reach: right.closeWithin, text: words.value }]),
    ...(mean === null || median === null
      ? []
      : [
          { kind: "mean" as const, at: mean, text: `${t("chart.mean")} ${formatMeanOver(mean, question, language)}` },
          {
            kind: "median" as const,
            at: median,
            text: `${t("chart.median")} ${formatMedianOver(median, question, language)}`,
          },
        ]),
  ];
  return (
    <Histogram
      label={t("chart.picture.number", { summary: numberSummary(props) })}
      bins={histogram}
      full={beside && Math.max(...beside.histogram.map(({ count }) => count))}
      single={isWholeNumbers(histogram, question)}
      marks={marks}
      verdict={words?.verdict ?? ""}
      unit={question.unit}
      base={t("chart.answers", { n: answered })}
      axisText={axisFormat(
        histogram.flatMap(({ from, to }) => [from, to]),
        language,
      )}
      countText={(count) => formatCount(count, language)}
    />
  );
}
