import type { PointsQuestion, PointsView } from "../../questions/points/rules.ts";
import type { TableMaker } from "./table.ts";

export const pointsTable: TableMaker<PointsView, PointsQuestion> = {
  table: ({ options: tallies }, { options }) => ({
    of: "option",
    columns: ["points", "mean"],
    rows: options.map(({ id, text }) => {
      const tally = Object.hasOwn(tallies, id) ? tallies[id] : undefined;
      return { item: text, figures: [tally?.points ?? 0, tally?.mean ?? null] };
    }),
  }),
};
