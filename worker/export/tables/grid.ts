import type { GridItem, GridQuestion, GridSpread, GridView } from "../../questions/grid/rules.ts";
import type { TableMaker } from "./table.ts";

export const gridTable: TableMaker<GridView, GridQuestion> = {
  table: ({ items: tallies, spread: spreads }, { items }) => ({
    of: "item",
    columns: ["x", "y", "placed", "skipped", "xSpread", "ySpread"],
    rows: items.map(({ id, text }) => {
      const tally: Partial<GridItem> = Object.hasOwn(tallies, id) ? (tallies[id] ?? {}) : {};
      const spread: Partial<GridSpread> = Object.hasOwn(spreads, id) ? (spreads[id] ?? {}) : {};
      const { x = null, y = null, n = 0, skipped = 0 } = tally;
      return { item: text, figures: [x, y, n, skipped, spread.x ?? null, spread.y ?? null] };
    }),
  }),
};
