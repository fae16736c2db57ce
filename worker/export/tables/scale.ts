import type { ScaleQuestion, ScaleStatement, ScaleView } from "../../questions/scale/rules.ts";
import { scaleValues } from "../../shared/scale-values.ts";
import type { TableMaker } from "./table.ts";

export const scaleTable: TableMaker<ScaleView, ScaleQuestion> = {
  table({ statements: tallies }, question) {
    // From the question, not from the tally's keys: an object lists whole numbers first and the negative ones after them.
    const values = scaleValues(question);
    return {
      of: "statement",
      columns: [...values, "mean", "median", "skipped"],
      rows: question.statements.map(({ id, text }) => {
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
