/** How guesses compare with the right value, in words. There once the presenter has shown it. */
import type { NumberQuestion, NumberView } from "../../../worker/questions/number/rules.ts";
import type { ChartTexts } from "../../charts/chart-props.ts";
import { formatNumber, withUnit } from "./figures.ts";

type Guesses = {
  question: NumberQuestion;
  tally: Pick<NumberView, "right"> & { answered: number };
  t: ChartTexts;
  language: string;
};

/** `value`: what is right. `verdict`: how many came close to it. Undefined where nothing is known of it. */
export function rightWords({ question, tally, t, language }: Guesses): { value: string; verdict: string } | undefined {
  if (tally.right === undefined) return undefined;
  const { value, closeWithin, exact, close } = tally.right;
  const [right, within] = [value, closeWithin].map((figure) => withUnit(formatNumber(figure, language), question));
  const key = closeWithin === 0 ? "chart.exact" : exact === 0 ? "chart.close" : "chart.closeExact";
  return {
    value: t("chart.right", { value: right ?? "" }),
    verdict: tally.answered === 0 ? "" : t(key, { close, exact, n: tally.answered, within: within ?? "" }),
  };
}
