import type { ScaleStatement } from "../../../worker/questions/scale/rules.ts";
import type { ChartProps } from "../../charts/chart-props.ts";
import { formatCount, formatMean } from "../../charts/figures.ts";
import { ownValue } from "../../charts/own-value.ts";
import { Picture } from "../../charts/picture.tsx";
import { scaleSummary } from "./summary.ts";
import { valuesOf } from "./values.ts";

/** A statement a row: how many gave each value, and the mean as a mark and a figure. */
export function ScaleChart(props: ChartProps<"scale">) {
  const { question, tally, t, language } = props;
  const values = valuesOf(question);
  return (
    <Picture
      kind="ratings"
      label={t("chart.picture.scale", { summary: scaleSummary(props) })}
      rows={question.statements.length}
    >
      {question.statements.map(({ id, text }) => (
        <div key={id} class="rating">
          <p class="rating-statement" dir="auto">
            <span>{text}</span>
          </p>
          <Distribution statement={ownValue(tally.statements, id)} values={values} />
          <p class="rating-mean">{formatMean(ownValue(tally.statements, id)?.mean ?? null, language)}</p>
        </div>
      ))}
      <div class="rating rating-axis">
        <div class="rating-values">
          {values.map((value) => (
            <span key={value}>{formatCount(value, language)}</span>
          ))}
        </div>
        <p class="rating-ends">
          <span dir="auto">{question.minLabel}</span>
          <span dir="auto">{question.maxLabel}</span>
        </p>
        <p class="rating-mean-name">{t("chart.mean")}</p>
      </div>
    </Picture>
  );
}

function Distribution({ statement, values }: { statement: ScaleStatement | undefined; values: readonly number[] }) {
  const counts = values.map((value) => statement?.counts[value] ?? 0);
  const most = Math.max(1, ...counts);
  const mean = statement?.mean ?? null;
  const first = values[0] ?? 0;
  return (
    <div class="rating-bars">
      {values.map((value, index) => (
        <span key={value} class="rating-bar" style={{ "--part": String((counts[index] ?? 0) / most) }} />
      ))}
      {mean !== null && <span class="rating-mark" style={{ "--at": String((mean - first + 0.5) / values.length) }} />}
    </div>
  );
}
