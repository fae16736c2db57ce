import type { TableProps } from "../../charts/chart-props.ts";
import { formatCount, formatMean } from "../../charts/figures.ts";
import { ownValue } from "../../charts/own-value.ts";
import { ResultsTable } from "../../charts/results-table.tsx";
import { skippedNotes } from "../../charts/table-notes.ts";

export function PointsTable({ question, tally, t, language }: TableProps<"points">) {
  return (
    <ResultsTable
      caption={question.text}
      head={[t("table.option"), t("table.mean"), t("table.points")]}
      numeric={[false, true, true]}
      rows={question.options.map(({ id, text }) => {
        const option = ownValue(tally.options, id);
        return [text, formatMean(option?.mean ?? null, language, 2), formatCount(option?.points ?? 0, language)];
      })}
      notes={[t("table.pointsBase", { total: question.total, n: tally.answered }), ...skippedNotes(tally, t)]}
    />
  );
}
