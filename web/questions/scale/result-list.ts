import type { ScaleQuestion, ScaleView } from "../../../worker/questions/scale/rules.ts";
import type { ResultList } from "../result-list.ts";

export const results: ResultList<ScaleQuestion, ScaleView> = {
  rows: ({ statements, min, max }, tally, t) =>
    statements.map(({ id, text }) => {
      const { mean = null, skipped = 0 } = tally.statements[id] ?? {};
      if (mean === null) return { text, figure: t("results.noMean"), share: 0, skipped };
      const figure = t("results.mean", { mean: Math.round(mean * 10) / 10, max });
      return { text, figure, share: (mean - min) / (max - min), skipped };
    }),
};
