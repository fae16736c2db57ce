import type { TableProps } from "../../charts/chart-props.ts";
import { formatCount } from "../../charts/figures.ts";
import { ResultsTable } from "../../charts/results-table.tsx";
import { restNotes, skippedNotes } from "../../charts/table-notes.ts";

export function WordsTable({ question, tally, t, language, limit }: TableProps<"words">) {
  const hidden = tally.hidden ?? 0;
  return (
    <ResultsTable
      caption={question.text}
      head={[t("table.word"), t("table.count")]}
      numeric={[false, true]}
      rows={tally.words.slice(0, limit).map(({ word, count }) => [word, formatCount(count, language)])}
      notes={[
        ...restNotes(tally.words.length, limit, t),
        ...(tally.merged ?? []).slice(0, limit).map((merged) => t("table.merged", merged)),
        ...(hidden === 0 ? [] : [t("table.hidden", { n: hidden })]),
        ...skippedNotes(tally, t),
      ]}
    />
  );
}
