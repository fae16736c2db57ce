import type { TableProps } from "../../charts/chart-props.ts";
import { formatCount, formatMean } from "../../charts/figures.ts";
import { ResultsTable } from "../../charts/results-table.tsx";
import { skippedNotes } from "../../charts/table-notes.ts";
import { rankedOptions } from "./ranked.ts";

export function RankingTable(props: TableProps<"ranking">) {
  const { question, tally, t, language } = props;
  return (
    <ResultsTable
      caption={question.text}
      head={[t("table.option"), t("table.points"), t("table.meanRank"), t("table.firsts")]}
      numeric={[false, true, true, true]}
      rows={rankedOptions(props).map(({ text, points, meanRank, firsts }) => [
        text,
        formatCount(points, language),
        formatMean(meanRank, language, 2),
        formatCount(firsts, language),
      ])}
      notes={[
        t("table.rankingBase", { most: question.options.length - 1, n: tally.answered }),
        ...skippedNotes(tally, t),
      ]}
    />
  );
}
