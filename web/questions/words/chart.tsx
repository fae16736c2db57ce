import type { ChartProps } from "../../charts/chart-props.ts";
import { WordsPicture } from "../../charts/words-picture.tsx";
import { wordsSummary } from "./summary.ts";

export function WordsChart(props: ChartProps<"words">) {
  const { tally, cloud, t, language } = props;
  return (
    <WordsPicture
      words={tally.words}
      cloud={cloud}
      language={language}
      label={t("chart.picture.words", { summary: wordsSummary(props) })}
      restText={(n) => t("chart.rest", { n })}
    />
  );
}
