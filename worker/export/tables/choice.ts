import type { ChoiceQuestion, ChoiceView } from "../../questions/choice/rules.ts";
import type { TableMaker } from "./table.ts";

export const choiceTable: TableMaker<ChoiceView, ChoiceQuestion> = {
  table: ({ counts, other }, { options }) => ({
    of: "option",
    columns: ["count"],
    rows: [
      ...options.map(({ id, text }) => ({
        item: text,
        figures: [Object.hasOwn(counts, id) ? (counts[id] ?? 0) : 0],
      })),
      ...(other?.words ?? []).map(({ word, count }) => ({ item: word, figures: [count], other: true as const })),
    ],
  }),
};
