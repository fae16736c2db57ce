import type { TableProps } from "../../charts/chart-props.ts";
import { formatTime } from "../../charts/figures.ts";
import { ResultsTable } from "../../charts/results-table.tsx";
import { heldBackNotes, restNotes, skippedNotes } from "../../charts/table-notes.ts";

/** The latest first, as on the wall. */
export function TextTable({ question, tally, t, language, limit, timeZone }: TableProps<"text">) {
  const entries = limit === undefined ? tally.entries : tally.entries.slice(-limit);
  return (
    <ResultsTable
      caption={question.text}
      head={[t("table.text"), t("table.time")]}
      numeric={[false, true]}
      rows={entries.toReversed().map(({ text, at }) => [text, formatTime(at, language, timeZone)])}
      notes={[...restNotes(tally.entries.length, limit, t), ...heldBackNotes(tally, t), ...skippedNotes(tally, t)]}
    />
  );
}
