import type { TextQuestion, TextView } from "../../../worker/questions/text/rules.ts";
import type { ResultList } from "../result-list.ts";

export const results: ResultList<TextQuestion, TextView> = {
  rows: (_question, { entries }) => entries.map(({ text }) => ({ text })).reverse(),
};
