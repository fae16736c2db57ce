import type { TableProps } from "../../charts/chart-props.ts";
import { formatCount, formatPercent, shareOf } from "../../charts/figures.ts";
import { ResultsTable } from "../../charts/results-table.tsx";
import { restNotes, skippedNotes } from "../../charts/table-notes.ts";
import { choiceRows } from "./rows.ts";

export function ChoiceTable({ question, tally, t, language, limit }: TableProps<"choice">) {
  const written = tally.other?.words ?? [];
  const hidden = tally.other?.hidden ?? 0;
  const rows = [
    ...choiceRows(question, tally, t("chart.other")),
    ...written.slice(0, limit).map(({ word, count }) => ({ name: t("table.other", { text: word }), value: count })),
  ];
  return (
    <ResultsTable
      caption={question.text}
      head={[t("table.option"), t("table.answers"), t("table.share")]}
      numeric={[false, true, true]}
      rows={rows.map(({ name, value }) => [
        name,
        formatCount(value, language),
        formatPercent(shareOf(value, tally.answered), language),
      ])}
      notes={[
        ...restNotes(written.length, limit, t),
        ...(tally.other?.merged ?? []).slice(0, limit).map((merged) => t("table.merged", merged)),
        ...(hidden === 0 ? [] : [t("table.hiddenOther", { n: hidden })]),
        t("table.shareBase", { n: tally.answered }),
        ...skippedNotes(tally, t),
      ]}
    />
  );
}
