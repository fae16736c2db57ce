/** How a comparison's figures are written, each with what it is of. */
import { formatMean, formatPercent } from "../charts/figures.ts";
import { formatMeanOver } from "../questions/number/figures.ts";
import type { Cell, ComparedQuestion, ComparedRow } from "./comparison.ts";
import type { Texts } from "./results-texts.ts";

type Reader = { t: Texts; language: string };

/** Two decimals: changes between runs are small. */
const meanDecimals = 2;

export function itemName({ item, part }: ComparedRow, { question }: ComparedQuestion, t: Texts): string {
  switch (part) {
    case undefined:
      return item;
    case "mean":
    case "median":
      return t(`chart.${part}`);
    case "other":
      return t("chart.other");
    case "x":
    case "y": {
      const [, end = ""] = question.type === "grid" ? question[`${part}Labels`] : [];
      return t(`compare.${part}`, { item, end: end === "" ? "" : ` (${end})` });
    }
    default:
      return part satisfies never;
  }
}

/** `40 % (12 of 30)`, `3.25 (n = 28)`. */
export function cellText(cell: Cell | null, compared: ComparedQuestion, { t, language }: Reader): string {
  if (cell === null) return t("compare.notThere");
  const { value, count, n } = cell;
  if (value === null) return t("compare.noAnswers");
  const figure = valueText(value, compared, language);
  return count === undefined ? t("compare.cell", { figure, n }) : t("compare.shareCell", { figure, count, n });
}

export function valueText(value: number, { measure, question }: ComparedQuestion, language: string): string {
  if (measure === "share") return formatPercent(value, language);
  return question.type === "number"
    ? formatMeanOver(value, question, language)
    : formatMean(value, language, meanDecimals);
}

/** With its sign; of shares in percentage points. Words say besides whether they are new or gone. */
export function changeText(row: ComparedRow, { measure, question }: ComparedQuestion, { t, language }: Reader): string {
  const { change, before, after } = row;
  if (change === null) return "–";
  const digits = measure === "share" ? 1 : meanDecimals;
  const figure = new Intl.NumberFormat(language, {
    signDisplay: "exceptZero",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(measure === "share" ? change * 100 : change);
  if (question.type !== "words" || before?.count === after?.count) return figure;
  if (before?.count === 0) return t("compare.arrived", { figure });
  return after?.count === 0 ? t("compare.gone", { figure }) : figure;
}
