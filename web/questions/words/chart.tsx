import { wordKey } from "../../../worker/shared/text.ts";
import type { ChartProps } from "../../charts/chart-props.ts";
import { useStable } from "../../charts/use-stable.ts";
import { WordCloud } from "../../charts/word-cloud.tsx";
import { wordsSummary } from "./summary.ts";

export function WordsChart(props: ChartProps<"words">) {
  const { question, tally, t, language } = props;
  // By its key a word stays itself while its most frequent spelling changes.
  const words = useStable(tally.words.map(({ word, count }) => ({ key: wordKey(word, language), word, count })));
  return (
    <WordCloud
      key={question.id}
      words={words}
      label={t("chart.picture.words", { summary: wordsSummary(props) })}
      restText={(n) => t("chart.rest", { n })}
    />
  );
}
