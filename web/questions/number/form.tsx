import type { NumberAnswer, NumberQuestion, NumberView } from "../../../worker/questions/number/rules.ts";
import type { VoteTranslate } from "../../messages/vote.sv.ts";
import { type AnswerForm, type Entries, problemAttributes, valuesOf } from "../answer-form.ts";
import { roundedFor } from "./digits.ts";

/** Both signs are taken in every language: which one a phone's keypad has is not the page's to say. */
const written = /^[-−]?\d+([.,]\d+)?(e-?\d+)?$/;

const textIn = (entries: Entries) => valuesOf(entries, "number")[0] ?? "";

/** NaN for what is no number. Spaces may part thousands. */
function numberIn(text: string): number {
  const joined = text.replace(/\s/g, "");
  return written.test(joined) ? Number(joined.replace(",", ".").replace("−", "-")) : Number.NaN;
}

const rangeOf = ({ min, max, unit }: NumberQuestion) => ({ min, max, unit: unit && `\u00a0${unit}` });
const figureOf = (count: number, t: VoteTranslate) => t("results.count", { count });

export const numberForm: AnswerForm<NumberQuestion, NumberAnswer, NumberView> = {
  Fields({ question, entries, problem, t }) {
    const text = textIn(entries);
    const value = numberIn(text);
    return (
      <>
        <label class="labelled">
          <span class="quiet">{t("number.range", rangeOf(question))}</span>
          <input
            class="field"
            name="number"
            // The numeric keypad of some phones has no minus sign.
            inputMode={question.min < 0 ? "text" : "decimal"}
            defaultValue={text}
            autocomplete="off"
            enterkeyhint="send"
            {...problemAttributes(problem, "number")}
          />
        </label>
        {/* 1,000 is one: what its sign was taken for is told before it is sent. */}
        {/[.,]/.test(text) && !Number.isNaN(value) && <p class="hint">= {figureOf(value, t)}</p>}
      </>
    );
  },
  Revealed({ question: { rightValue: right, unit }, answer, t }) {
    if (right === undefined) return null;
    const own = answer?.value ?? right;
    // As decimals lie apart: 0.4 and 0.1 are no 0.30000000000000004.
    const off = Number(Math.abs(own - right).toPrecision(12));
    const figures = { right, own, off, unit: unit && `\u00a0${unit}` };
    return (
      <p role="status">
        <b>{t("number.right", figures)}</b> {answer !== null && t(off === 0 ? "number.exact" : "number.off", figures)}
      </p>
    );
  },
  entriesOf(_question, answer, language) {
    const [, sign = "."] = (1.5).toLocaleString(language);
    return [["number", answer === null ? "" : String(answer.value).replace(".", sign)]];
  },
  answerFrom(question, entries) {
    const value = numberIn(textIn(entries));
    if (value >= question.min && value <= question.max) return { answer: { value } };
    return { problem: "number.range", params: rangeOf(question), name: "number", index: 0 };
  },
  // The mean has no bar: its length would say something else than those of the counts.
  resultRows: (question, { histogram, mean, answered }, t) => [
    ...(mean === null ? [] : [{ text: t("number.mean"), figure: figureOf(roundedFor(mean, question), t) }]),
    ...histogram.map(({ from, to, count: n }) => {
      const share = answered === 0 ? 0 : n / answered;
      const text = `${figureOf(from, t)} – ${figureOf(to, t)}`;
      return { text, figure: t("results.share", { n, percent: Math.round(share * 100) }), share };
    }),
  ],
};
