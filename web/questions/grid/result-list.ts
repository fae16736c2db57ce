import type { GridQuestion, GridView } from "../../../worker/questions/grid/rules.ts";
import type { ResultList } from "../result-list.ts";

const axes = [
  { axis: "x", sign: "→" },
  { axis: "y", sign: "↑" },
] as const;

export const results: ResultList<GridQuestion, GridView> = {
  // No bars: a place has two figures.
  rows: ({ items }, tally, t) =>
    items.map(({ id, text }) => {
      const figures = axes.map(({ axis, sign }) => {
        const mean = tally.items[id]?.[axis] ?? null;
        return mean === null ? "" : `${sign} ${t("figure", { count: Math.round(mean * 10) / 10 })}`;
      });
      const figure = figures[0] ? figures.join("\u2003") : t("results.noMean");
      return { text, figure, skipped: tally.items[id]?.skipped ?? 0 };
    }),
};
