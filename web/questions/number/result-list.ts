import type { NumberQuestion, NumberView } from "../../../worker/questions/number/rules.ts";
import type { ResultList } from "../result-list.ts";
import { isWholeNumbers } from "./bins.ts";
import { roundedFor } from "./digits.ts";

export const results: ResultList<NumberQuestion, NumberView> = {
  // The mean has no bar: its length would say something else than those of the counts.
  rows(question, { histogram, mean, answered }, t) {
    const figureOf = (count: number) => t("figure", { count });
    return [
      ...(mean === null ? [] : [{ text: t("results.meanOnly"), figure: figureOf(roundedFor(mean, question)) }]),
      ...histogram.map(({ from, to, count }) => ({
        text: isWholeNumbers(histogram, question) ? figureOf(from) : `${figureOf(from)} – ${figureOf(to)}`,
        count,
        share: answered === 0 ? 0 : count / answered,
      })),
    ];
  },
};
