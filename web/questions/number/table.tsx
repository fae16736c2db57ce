import type { TableProps } from "../../charts/chart-props.ts";
import { formatCount, formatPercent, shareOf } from "../../charts/figures.ts";
import { ResultsTable } from "../../charts/results-table.tsx";
import { skippedNotes } from "../../charts/table-notes.ts";
import { isWholeNumbers } from "./bins.ts";
import { formatMeanOver, formatMedianOver, formatNumber, withUnit } from "./figures.ts";
import { rightWords } from "./right.ts";

export function NumberTable(props: TableProps<"number">) {
  const { question, tally, t, language } = props;
  const right = rightWords(props);
  const { histogram, mean, median, min, max, answered } = tally;
  const figure = (value: number) => formatNumber(value, language);
  const isWhole = isWholeNumbers(histogram, question);
  return (
    <ResultsTable
      caption={question.text}
      head={[
        question.unit === "" ? t("table.value") : t("table.valueIn", { unit: question.unit }),
        t("table.answers"),
        t("table.share"),
      ]}
      numeric={[false, true, true]}
      rows={histogram.map(({ from, to, count }, index) => {
        const isLast = index === histogram.length - 1;
        const range = { from: figure(from), to: figure(to) };
        const name = isLast && isWhole ? range.from : t(isLast ? "table.fromTo" : "table.fromBelow", range);
        return [name, formatCount(count, language), formatPercent(shareOf(count, answered), language)];
      })}
      notes={[
        ...(min === null || max === null
          ? []
          : [
              t("table.numberFigures", {
                mean: withUnit(formatMeanOver(mean, question, language), question),
                median: withUnit(formatMedianOver(median, question, language), question),
                min: withUnit(figure(min), question),
                max: withUnit(figure(max), question),
              }),
            ]),
        ...(right === undefined ? [] : [`${[right.value, right.verdict].filter(Boolean).join(". ")}.`]),
        t("table.shareBase", { n: answered }),
        ...skippedNotes(tally, t),
      ]}
    />
  );
}
