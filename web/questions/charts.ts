/** How each question type's results are shown as a picture. What lacks one does not compile. */
import "../charts/charts.css";
import "../charts/fills.css";
import type { QuestionType } from "../../worker/questions/registry.ts";
import type { ChartComponent } from "../charts/chart-props.ts";
import { ChoiceChart } from "./choice/chart.tsx";
import { GridChart } from "./grid/chart.tsx";
import { NumberChart } from "./number/chart.tsx";
import { PointsChart } from "./points/chart.tsx";
import { RankingChart } from "./ranking/chart.tsx";
import { ScaleChart } from "./scale/chart.tsx";
import { TextChart } from "./text/chart.tsx";
import { WordsChart } from "./words/chart.tsx";

export const charts = {
  choice: ChoiceChart,
  words: WordsChart,
  text: TextChart,
  scale: ScaleChart,
  ranking: RankingChart,
  points: PointsChart,
  number: NumberChart,
  grid: GridChart,
} as const satisfies Record<QuestionType, ChartComponent>;

export function chartOf(type: QuestionType): ChartComponent {
  return charts[type];
}
