import type { ComponentChild } from "preact";
import type { ChoiceView } from "../../worker/questions/choice/rules.ts";
import type { GridView } from "../../worker/questions/grid/rules.ts";
import type { NumberView } from "../../worker/questions/number/rules.ts";
import type { PointsView } from "../../worker/questions/points/rules.ts";
import type { RankingView } from "../../worker/questions/ranking/rules.ts";
import type { Question, QuestionOf, QuestionType } from "../../worker/questions/registry.ts";
import type { ScaleView } from "../../worker/questions/scale/rules.ts";
import type { ShownTally } from "../../worker/questions/tally.ts";
import type { TextView } from "../../worker/questions/text/rules.ts";
import type { WordsView } from "../../worker/questions/words/rules.ts";
import type { CloudPicture } from "../../worker/shared/cloud-picture.ts";
import type { ChartsCatalogue } from "../messages/charts.en.ts";
import type { Translate } from "../messages/translate.ts";

type Views = {
  choice: ChoiceView;
  words: WordsView;
  text: TextView;
  scale: ScaleView;
  ranking: RankingView;
  points: PointsView;
  number: NumberView;
  grid: GridView;
};

export type ChartTexts = Translate<ChartsCatalogue>;

type ViewOf<T extends QuestionType> = Views[T] & Pick<ShownTally, "answered" | "skipped">;

/** `language` is the reader's: it decides how numbers and times are written. */
export type ChartProps<T extends QuestionType = QuestionType> = {
  question: QuestionOf<T>;
  tally: ViewOf<T>;
  /** The other round's, which stands beside this one: equal bars mean the same in both pictures. */
  beside?: ViewOf<T> | undefined;
  /** Of words: where they stand. */
  cloud?: CloudPicture | undefined;
  /** Where what attendees wrote can be hidden from the picture itself. */
  onHide?: ((entry: string) => void) | undefined;
  t: ChartTexts;
  language: string;
};

/**
 * `limit`: so many rows at most; what is left out is counted in a last row. `timeZone`: of times, the reader's own where it is
 * absent.
 */
type TableOptions = { limit?: number; timeZone?: string };

export type TableProps<T extends QuestionType = QuestionType> = ChartProps<T> & TableOptions;

export type AnyChartProps = {
  question: Question;
  tally: ShownTally;
  beside?: ShownTally | undefined;
  cloud?: CloudPicture | undefined;
  onHide?: ((entry: string) => void) | undefined;
  t: ChartTexts;
  language: string;
};
export type AnyTableProps = AnyChartProps & TableOptions;

/**
 * What a question type must have to be seen. Written with method syntax on purpose: parameters are compared both ways then,
 * so that the component of one type stands in a registry of all.
 */
export type ChartComponent = { of(props: AnyChartProps): ComponentChild }["of"];
export type TableComponent = { of(props: AnyTableProps): ComponentChild }["of"];
/** One short sentence that says what the tally shows, for screen readers. */
export type Summary = { of(props: AnyChartProps): string }["of"];
