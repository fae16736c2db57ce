/** Both runs' figures on one axis: bars from zero, or marks on a scale that begins elsewhere. The table has the figures. */
import { Fragment } from "preact";
import { type ComparedQuestion, type ComparedRow, pictureAxis } from "./comparison.ts";
import { itemName, valueText } from "./comparison-figures.ts";
import type { Texts } from "./results-texts.ts";

type ComparisonPictureProps = {
  compared: ComparedQuestion;
  runs: readonly [number, number];
  t: Texts;
  language: string;
};

export function ComparisonPicture({ compared, runs, t, language }: ComparisonPictureProps) {
  const axis = pictureAxis(compared);
  if (axis === null) return null;
  const part = (value: number) => (axis.to === axis.from ? 0 : (value - axis.from) / (axis.to - axis.from));
  const sides = (row: ComparedRow) => [row.before?.value ?? null, row.after?.value ?? null];
  return (
    <div
      class={`comparison-picture comparison-${axis.marks ? "marks" : "bars"}`}
      role="img"
      aria-label={t("compare.picture", { before: runs[0], after: runs[1] })}
    >
      {axis.rows.map((row, index) => (
        <div key={index} class="comparison-row">
          <p dir="auto">{itemName(row, compared, t)}</p>
          {sides(row).map((value, side) => (
            <Fragment key={side}>
              <span class="comparison-run">{t("results.run", { n: runs[side] ?? 0 })}</span>
              <span class="comparison-track">
                {value === null ? null : (
                  <span
                    class={`comparison-${side === 0 ? "before" : "after"}`}
                    style={{ "--part": `${part(value)}` }}
                  />
                )}
              </span>
              <span class="comparison-value">{value === null ? "–" : valueText(value, compared, language)}</span>
            </Fragment>
          ))}
        </div>
      ))}
      {axis.marks && <p class="hint">{t("compare.axis", { from: axis.from, to: axis.to })}</p>}
    </div>
  );
}
