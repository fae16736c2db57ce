import type { AnyChartProps } from "../charts/chart-props.ts";
import { chartOf } from "../questions/charts.ts";

/** `counts`: how many have answered, and when. */
export type Sheet = AnyChartProps & { title: string; counts: string };

/** Units of a saved picture: 16:9, as large as a stage is drawn. */
export const sheetSize = { width: 1600, height: 900 };

/** One question's result as it is saved: the stage's picture with all that says what it is. */
export function PictureSheet({ title, counts, ...chart }: Sheet) {
  const Chart = chartOf(chart.question.type);
  return (
    <div class="sheet" style={{ inlineSize: `${sheetSize.width}px`, blockSize: `${sheetSize.height}px` }}>
      <p class="sheet-title" dir="auto">
        {title}
      </p>
      <p class={chart.question.text.length > 160 ? "sheet-question sheet-question-long" : "sheet-question"} dir="auto">
        {chart.question.text}
      </p>
      <div class="fills">
        <Chart {...chart} />
      </div>
      <p class="sheet-counts">{counts}</p>
    </div>
  );
}
