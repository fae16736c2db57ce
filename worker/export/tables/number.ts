import type { NumberQuestion, NumberView } from "../../questions/number/rules.ts";
import type { TableMaker } from "./table.ts";

/** A bin as an interval: `[0, 5)` holds 0 and not 5. Written alike in every language, and nothing a spreadsheet would run. */
export const numberTable: TableMaker<NumberView, NumberQuestion> = {
  table: ({ histogram }) => ({
    of: "value",
    columns: ["count"],
    rows: histogram.map(({ from, to, count }, index) => ({
      item: `[${from}, ${to}${index === histogram.length - 1 ? "]" : ")"}`,
      figures: [count],
    })),
  }),
};
