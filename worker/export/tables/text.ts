import type { TextQuestion, TextView } from "../../questions/text/rules.ts";
import type { TableMaker } from "./table.ts";

export const textTable: TableMaker<TextView, TextQuestion> = {
  table: ({ entries }) => ({
    of: "text",
    columns: ["written"],
    rows: entries.map(({ text, at }) => ({ item: text, figures: [at] })),
  }),
};
