import "../../charts/ratings.css";
import { scaleValues } from "../../../worker/shared/scale-values.ts";
import type { ChartProps } from "../../charts/chart-props.ts";
import { formatCount, formatMean, formatPercent, shareOf } from "../../charts/figures.ts";
import { ownValue } from "../../charts/own-value.ts";
import { Picture } from "../../charts/picture.tsx";
import { scaleSummary } from "./summary.ts";

/** A statement a row: how many gave each value, and the mean as a mark and a figure. */
export function ScaleChart(props: ChartProps<"scale">) {
  const { question, tally, beside, t, language } = props;
  const values = scaleValues(question);
  const rowsOf = ({ statements }: typeof tally) =>
    question.statements.map(({ id, text }) => {
      const statement = ownValue(statements, id);
      const counts = values.map((value) => statement?.counts[value] ?? 0);
      const rated = counts.reduce((sum, count) => sum + count, 0);
      return { id, text, mean: statement?.mean ?? null, rated, shares: counts.map((count) => shareOf(count, rated)) };
    });
  const rows = rowsOf(tally);
  // One measure for all statements, and both rounds: the same height is the same share.
  const most = Math.max(0, ...[...rows, ...(beside ? rowsOf(beside) : [])].flatMap(({ shares }) => shares));
  return (
    <Picture
      kind="ratings"
      label={t("chart.picture.scale", { summary: scaleSummary(props) })}
      rows={question.statements.length}
    >
      {rows.map(({ id, text, mean, rated, shares }) => (
        <div key={id} class="rating">
          <p class="rating-statement" dir="auto">
            <span>{text}</span>
          </p>
          <Distribution shares={shares} most={most} mean={mean} first={question.min} />
          <p class="rating-mean">
            {formatMean(mean, language)}
            {/* Of how many it is, where these are not all who have answered. */}
            {rated !== tally.answered && <small>{t("chart.placedBy", { n: rated })}</small>}
          </p>
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
      <p class="picture-base">{t("chart.baseScale", { percent: formatPercent(most, language), n: tally.answered })}</p>
    </Picture>
  );
}

type DistributionProps = { shares: readonly number[]; most: number; mean: number | null; first: number };

function Distribution({ shares, most, mean, first }: DistributionProps) {
  return (
    <div class="rating-bars">
      {shares.map((share, index) => (
        <span key={index} class="rating-bar" style={{ "--part": String(most === 0 ? 0 : share / most) }} />
      ))}
      {mean !== null && <span class="rating-mark" style={{ "--at": String((mean - first + 0.5) / shares.length) }} />}
    </div>
  );
}
