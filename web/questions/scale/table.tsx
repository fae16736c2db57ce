import { scaleValues } from "../../../worker/shared/scale-values.ts";
import type { TableProps } from "../../charts/chart-props.ts";
import { formatCount, formatMean } from "../../charts/figures.ts";
import { ownValue } from "../../charts/own-value.ts";
import { ResultsTable } from "../../charts/results-table.tsx";
import { skippedNotes } from "../../charts/table-notes.ts";

export function ScaleTable({ question, tally, t, language }: TableProps<"scale">) {
  const values = scaleValues(question);
  const head = [
    t("table.statement"),
    ...values.map((value) => formatCount(value, language)),
    t("table.skipped"),
    t("table.mean"),
    t("table.median"),
  ];
  return (
    <ResultsTable
      caption={question.text}
      head={head}
      numeric={head.map((_, column) => column > 0)}
      rows={question.statements.map(({ id, text }) => {
        const statement = ownValue(tally.statements, id);
        return [
          text,
          ...values.map((value) => formatCount(statement?.counts[value] ?? 0, language)),
          formatCount(statement?.skipped ?? 0, language),
          formatMean(statement?.mean ?? null, language, 2),
          formatMean(statement?.median ?? null, language),
        ];
      })}
      notes={skippedNotes(tally, t)}
    />
  );
}
