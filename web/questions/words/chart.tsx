import type { ChartProps } from "../../charts/chart-props.ts";
import { useMedia } from "../../charts/use-media.ts";
import { WordCloud } from "../../charts/word-cloud.tsx";
import { WordList } from "../../charts/word-list.tsx";
import { wordsSummary } from "./summary.ts";

/** A cloud on less would have letters too small to read. */
const narrow = "(max-width: 40rem)";

export function WordsChart(props: ChartProps<"words">) {
  const { tally, cloud, t, language } = props;
  const isNarrow = useMedia(narrow);
  const shown = {
    label: t("chart.picture.words", { summary: wordsSummary(props) }),
    restText: (n: number) => t("chart.rest", { n }),
  };
  if (cloud !== undefined && !isNarrow) return <WordCloud cloud={cloud} language={language} {...shown} />;
  const colours = new Map(cloud?.words.map(({ word, colour }) => [word, colour]));
  return <WordList words={tally.words.map((word) => ({ ...word, colour: colours.get(word.word) }))} {...shown} />;
}
