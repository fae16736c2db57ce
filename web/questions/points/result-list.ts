import type { PointsQuestion, PointsView } from "../../../worker/questions/points/rules.ts";
import type { ResultList } from "../result-list.ts";

export const results: ResultList<PointsQuestion, PointsView> = {
  rows: ({ options, total }, tally, t) =>
    options
      .map(({ id, text }) => ({ text, mean: tally.options[id]?.mean ?? null }))
      .sort((a, b) => (b.mean ?? 0) - (a.mean ?? 0))
      .map(({ text, mean }) =>
        mean === null
          ? { text, figure: t("results.noMean"), share: 0 }
          : { text, figure: t("results.mean", { mean: Math.round(mean * 10) / 10, max: total }), share: mean / total },
      ),
};
