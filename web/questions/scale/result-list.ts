import type { ScaleQuestion, ScaleView } from "../../../worker/questions/scale/rules.ts";
import type { ResultList } from "../result-list.ts";

export const results: ResultList<ScaleQuestion, ScaleView> = {
  // The mean's figure has its spread: how many gave each value. A bar of it would have to begin at zero, and few scales do.
  rows: ({ statements, min, max }, tally, t) =>
    statements.map(({ id, text }) => {
      const { mean = null, skipped = 0, counts = {} } = tally.statements[id] ?? {};
      if (mean === null) return { text, figure: t("results.noMean"), skipped };
      const figure = t("results.mean", { mean: Math.round(mean * 10) / 10, max });
      // Not by `scaleValues`: what form and results share would be a chunk of its own, and a request more.
      const columns = Array.from({ length: max - min + 1 }, (_, step) => counts[min + step] ?? 0);
      return { text, figure, columns, skipped };
    }),
};
