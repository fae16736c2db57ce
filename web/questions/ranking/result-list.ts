import type { RankingQuestion, RankingView } from "../../../worker/questions/ranking/rules.ts";
import type { ResultList } from "../result-list.ts";

export const results: ResultList<RankingQuestion, RankingView> = {
  // The bar is full where everyone has put the option first.
  rows: ({ options }, tally, t) =>
    options
      .map(({ id, text }) => ({ text, points: tally.options[id]?.points ?? 0 }))
      .sort((a, b) => b.points - a.points)
      .map(({ text, points }) => ({
        text,
        figure: t("results.points", { n: points }),
        share: points / Math.max(1, tally.answered * (options.length - 1)),
      })),
};
