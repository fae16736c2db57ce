import type { GridQuestion, GridView } from "../../questions/grid/rules.ts";
import type { TableMaker } from "./table.ts";

export const gridTable: TableMaker<GridView, GridQuestion> = {
  table: ({ items: tallies }, { items }) => ({
    of: "item",
    columns: ["x", "y", "placed", "skipped"],
    rows: items.map(({ id, text }) => {
      const { x = null, y = null, n = 0, skipped = 0 } = Object.hasOwn(tallies, id) ? (tallies[id] ?? {}) : {};
      return { item: text, figures: [x, y, n, skipped] };
    }),
  }),
};
