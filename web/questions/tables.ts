/** How each question type's results are shown as a table. What lacks one does not compile. */
import "../charts/charts.css";
import type { QuestionType } from "../../worker/questions/registry.ts";
import type { TableComponent } from "../charts/chart-props.ts";
import { ChoiceTable } from "./choice/table.tsx";
import { GridTable } from "./grid/table.tsx";
import { NumberTable } from "./number/table.tsx";
import { PointsTable } from "./points/table.tsx";
import { RankingTable } from "./ranking/table.tsx";
import { ScaleTable } from "./scale/table.tsx";
import { TextTable } from "./text/table.tsx";
import { WordsTable } from "./words/table.tsx";

export const tables = {
  choice: ChoiceTable,
  words: WordsTable,
  text: TextTable,
  scale: ScaleTable,
  ranking: RankingTable,
  points: PointsTable,
  number: NumberTable,
  grid: GridTable,
} as const satisfies Record<QuestionType, TableComponent>;

export function tableOf(type: QuestionType): TableComponent {
  return tables[type];
}
