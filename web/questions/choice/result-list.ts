import type { ChoiceQuestion, ChoiceView } from "../../../worker/questions/choice/rules.ts";
import type { ResultList } from "../result-list.ts";

export const results: ResultList<ChoiceQuestion, ChoiceView> = {
  // Shares are of those who answered: they may add up to more than the whole where several may be chosen.
  rows({ options }, { counts, other, answered }, t) {
    const rows = options.map(({ id, text }) => ({ text, n: counts[id] ?? 0 }));
    if (other !== undefined) rows.push({ text: t("choice.other"), n: other.count });
    return rows.map(({ text, n }) => ({ text, count: n, share: answered === 0 ? 0 : n / answered }));
  },
};
