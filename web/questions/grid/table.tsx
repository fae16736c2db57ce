import type { TableProps } from "../../charts/chart-props.ts";
import { formatCount, formatMean } from "../../charts/figures.ts";
import { ownValue } from "../../charts/own-value.ts";
import { ResultsTable } from "../../charts/results-table.tsx";
import { skippedNotes } from "../../charts/table-notes.ts";
import { endNames } from "./ends.ts";

export function GridTable({ question, tally, t, language }: TableProps<"grid">) {
  const head = [
    t("table.item"),
    t("table.across"),
    t("table.up"),
    t("table.placed"),
    t("table.skipped"),
    t("table.acrossSpread"),
    t("table.upSpread"),
  ];
  const [left, right] = endNames(question.xLabels);
  const [bottom, top] = endNames(question.yLabels);
  return (
    <ResultsTable
      caption={question.text}
      head={head}
      numeric={head.map((_, column) => column > 0)}
      rows={question.items.map(({ id, text }) => {
        const { x = null, y = null, n = 0, skipped = 0 } = ownValue(tally.items, id) ?? {};
        const spread = ownValue(tally.spread, id);
        return [
          text,
          formatMean(x, language, 2),
          formatMean(y, language, 2),
          formatCount(n, language),
          formatCount(skipped, language),
          formatMean(spread?.x ?? null, language, 2),
          formatMean(spread?.y ?? null, language, 2),
        ];
      })}
      notes={[t("table.gridEnds", { left, right, bottom, top }), ...skippedNotes(tally, t)]}
    />
  );
}
