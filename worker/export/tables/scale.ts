import type { ScaleQuestion, ScaleStatement, ScaleView } from "../../questions/scale/rules.ts";
import type { TableMaker } from "./table.ts";

export const scaleTable: TableMaker<ScaleView, ScaleQuestion> = {
  table({ statements: tallies }, { statements, min, max }) {
    // From the question, not from the tally's keys: an object lists whole numbers first and the negative ones after them.
    const values = Array.from({ length: max - min + 1 }, (_, step) => min + step);
    return {
      of: "statement",
      columns: [...values, "mean", "median", "skipped"],
      rows: statements.map(({ id, text }) => {
        const tally = Object.hasOwn(tallies, id) ? tallies[id] : undefined;
        return { item: text, figures: figuresOf(tally, values) };
      }),
    };
  },
};

function figuresOf(tally: ScaleStatement | undefined, values: readonly number[]): (number | null)[] {
  if (tally === undefined) return [...values.map(() => 0), null, null, 0];
  return [...values.map((value) => tally.counts[value] ?? 0), tally.mean, tally.median, tally.skipped];
}
