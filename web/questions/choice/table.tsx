import type { TableProps } from "../../charts/chart-props.ts";
import { formatCount, formatPercent, shareOf } from "../../charts/figures.ts";
import { ownValue } from "../../charts/own-value.ts";
import { ResultsTable } from "../../charts/results-table.tsx";
import { skippedNotes } from "../../charts/table-notes.ts";

export function ChoiceTable({ question, tally, t, language }: TableProps<"choice">) {
  return (
    <ResultsTable
      caption={question.text}
      head={[t("table.option"), t("table.answers"), t("table.share")]}
      numeric={[false, true, true]}
      rows={question.options.map(({ id, text }) => {
        const count = ownValue(tally.counts, id) ?? 0;
        return [text, formatCount(count, language), formatPercent(shareOf(count, tally.answered), language)];
      })}
      notes={[t("table.shareBase", { n: tally.answered }), ...skippedNotes(tally, t)]}
    />
  );
}
