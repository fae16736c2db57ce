/** What a type of question must have on this floor. */

/** What a column holds: a kind of figure, or the figures of one value of a scale. */
export type Column =
  | "count"
  | "points"
  | "firsts"
  | "meanRank"
  | "x"
  | "y"
  | "placed"
  | "xSpread"
  | "ySpread"
  | "written"
  | "mean"
  | "median"
  | "skipped"
  | number;

/** `of`: what the rows are. A cell is a number, a time in ISO 8601, or null where there is no figure. */
export type Table = {
  of: "option" | "word" | "statement" | "item" | "value" | "text";
  columns: Column[];
  /** `other`: an item that attendees wrote beside the question's own. */
  rows: { item: string; figures: (number | string | null)[]; other?: true }[];
};

/** Method syntax on purpose: the maker of one type stands in the registry as a maker of the union. */
export interface TableMaker<V, Q> {
  table(tally: V, question: Q): Table;
}
