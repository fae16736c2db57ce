import "../../charts/ranking.css";
import type { ChartProps } from "../../charts/chart-props.ts";
import { formatCount, formatMean, shareOf } from "../../charts/figures.ts";
import { seriesColour } from "../../charts/palette.ts";
import { Picture } from "../../charts/picture.tsx";
import { rankedOptions } from "./ranked.ts";
import { rankingSummary } from "./summary.ts";

/** Options by points, which a bar from zero shows; a full one means that everyone has put the option first. */
export function RankingChart(props: ChartProps<"ranking">) {
  const { question, tally, t, language } = props;
  const most = question.options.length - 1;
  const full = most * tally.answered;
  const ranked = rankedOptions(props);
  // In the question's order in the page, at their places on the screen: so a row that passes another one moves there.
  const rows = ranked.map((option, place) => ({ ...option, place })).toSorted((a, b) => a.index - b.index);
  return (
    <Picture kind="ranking" label={t("chart.picture.ranking", { summary: rankingSummary(props) })} rows={ranked.length}>
      <div class="ranked-heads">
        <span>{t("table.points")}</span>
        <span>{t("table.meanRank")}</span>
        <span>{t("table.firsts")}</span>
      </div>
      <div class="ranked-rows">
        {rows.map(({ id, text, index, place, points, meanRank, firsts }) => (
          <div key={id} class="ranked" style={{ "--place": String(place) }}>
            <span class="ranked-option" dir="auto">
              {text}
            </span>
            <span class="ranked-bar">
              <span
                class="ranked-part"
                style={{ "--part": String(shareOf(points, full)), background: seriesColour(index) }}
              />
            </span>
            <span class="ranked-figure ranked-points">{formatCount(points, language)}</span>
            <span class="ranked-figure">{formatMean(meanRank, language)}</span>
            <span class="ranked-figure">{formatCount(firsts, language)}</span>
          </div>
        ))}
      </div>
      <p class="picture-base">{t("chart.baseRanking", { most, full, n: tally.answered })}</p>
    </Picture>
  );
}
