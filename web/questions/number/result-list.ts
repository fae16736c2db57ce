import type { NumberQuestion, NumberView } from "../../../worker/questions/number/rules.ts";
import type { ResultList } from "../result-list.ts";
import { roundedFor } from "./digits.ts";

export const results: ResultList<NumberQuestion, NumberView> = {
  // The mean has no bar: its length would say something else than those of the counts.
  rows: (question, { histogram, mean, answered }, t) => [
    ...(mean === null
      ? []
      : [{ text: t("results.meanOnly"), figure: t("figure", { count: roundedFor(mean, question) }) }]),
    ...histogram.map(({ from, to, count: n }) => {
      const share = answered === 0 ? 0 : n / answered;
      const text = `${t("figure", { count: from })} – ${t("figure", { count: to })}`;
      return { text, figure: t("results.share", { n, percent: Math.round(share * 100) }), share };
    }),
  ],
};
