import type { GridItem, GridQuestion, GridView } from "../../questions/grid/rules.ts";
import type { TableMaker } from "./table.ts";

export const gridTable: TableMaker<GridView, GridQuestion> = {
  table: ({ items: tallies }, { items }) => ({
    of: "item",
    columns: ["x", "y", "placed", "skipped", "xSpread", "ySpread"],
    rows: items.map(({ id, text }) => {
      const tally: Partial<GridItem> = Object.hasOwn(tallies, id) ? (tallies[id] ?? {}) : {};
      const { x = null, y = null, n = 0, skipped = 0, xSpread = null, ySpread = null } = tally;
      return { item: text, figures: [x, y, n, skipped, xSpread, ySpread] };
    }),
  }),
};
