/** The styles of the phone's page as text, for a tree of their own: they name elements that other pages have as well. */
import type { QuestionType } from "../../../worker/questions/registry.ts";
import choice from "../../questions/choice/form.css?inline";
import grid from "../../questions/grid/form.css?inline";
import number from "../../questions/number/form.css?inline";
import points from "../../questions/points/form.css?inline";
import ranking from "../../questions/ranking/form.css?inline";
import scale from "../../questions/scale/form.css?inline";
import text from "../../questions/text/form.css?inline";
import words from "../../questions/words/form.css?inline";
import base from "../../ui/base.css?inline";
import page from "../../vote/vote.css?inline";
import framed from "./phone.css?inline";

const forms = { choice, words, text, scale, ranking, points, number, grid } as const satisfies Record<
  QuestionType,
  string
>;

const sheets = new Map<QuestionType, CSSStyleSheet>();

export function phoneStyles(type: QuestionType): CSSStyleSheet {
  const known = sheets.get(type);
  if (known !== undefined) return known;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([base, page, forms[type], framed].join("\n"));
  sheets.set(type, sheet);
  return sheet;
}
