import type { NumberAnswer, NumberQuestion, NumberView } from "../../../worker/questions/number/rules.ts";
import type { VoteTranslate } from "../../messages/vote.sv.ts";
import { type AnswerForm, type Entries, problemAttributes, valuesOf } from "../answer-form.ts";
import { isWholeNumbers } from "./bins.ts";
import { roundedFor } from "./digits.ts";
import { decimalSign, readNumber } from "./read-number.ts";

const textIn = (entries: Entries) => valuesOf(entries, "number")[0] ?? "";

const rangeOf = ({ min, max, unit }: NumberQuestion) => ({ min, max, unit: unit && `\u00a0${unit}` });
const figureOf = (count: number, t: VoteTranslate) => t("figure", { count });

export const form: AnswerForm<NumberQuestion, NumberAnswer, NumberView> = {
  Fields({ question, entries, language, problem, t }) {
    const text = textIn(entries);
    const value = readNumber(text, language);
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
        {/* What its sign was taken for is told before it is sent. */}
        {/[.,]/.test(text) && typeof value === "number" && <p class="hint">= {figureOf(value, t)}</p>}
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
    return [["number", answer === null ? "" : String(answer.value).replace(".", decimalSign(language))]];
  },
  answerFrom(question, entries, language) {
    const typed = textIn(entries);
    const value = readNumber(typed, language);
    if (value === "unclear") {
      const withSign = (sign: string) => typed.replace(/[.,]/, sign);
      const params = { typed, whole: withSign(""), decimal: withSign(decimalSign(language)) };
      return { problem: "number.unclear", params, name: "number", index: 0 };
    }
    if (value !== undefined && value >= question.min && value <= question.max) return { answer: { value } };
    return { problem: "number.range", params: rangeOf(question), name: "number", index: 0 };
  },
  // The mean has no bar: its length would say something else than those of the counts.
  resultRows: (question, { histogram, mean, answered }, t) => [
    ...(mean === null ? [] : [{ text: t("results.meanOnly"), figure: figureOf(roundedFor(mean, question), t) }]),
    ...histogram.map(({ from, to, count }) => ({
      text: isWholeNumbers(histogram, question) ? figureOf(from, t) : `${figureOf(from, t)} – ${figureOf(to, t)}`,
      count,
      share: answered === 0 ? 0 : count / answered,
    })),
  ],
};
