import type { TextAnswer, TextQuestion } from "../../../worker/questions/text/rules.ts";
import { type AnswerForm, problemAttributes, valuesOf } from "../answer-form.ts";
import { lengthOf } from "../text-length.ts";

/** What is left is told once so little is left: before that the figure only disturbs. */
const telling = 50;

export const form: AnswerForm<TextQuestion, TextAnswer> = {
  Fields({ question, entries, problem, t }) {
    const text = valuesOf(entries, "text")[0] ?? "";
    const left = question.maxLength - lengthOf(text.trim());
    return (
      <>
        <label class="labelled">
          <span class="quiet">{t("answer.label")}</span>
          <textarea
            class="field"
            name="text"
            dir="auto"
            rows={5}
            defaultValue={text}
            autocomplete="off"
            {...problemAttributes(problem, "text")}
          />
        </label>
        <p class="hint">
          {left > telling && t("text.upTo", { max: question.maxLength })}
          {left <= telling && (left < 0 ? t("text.over", { n: -left }) : t("text.left", { n: left }))}
        </p>
      </>
    );
  },
  entriesOf: (_question, answer) => [["text", answer?.text ?? ""]],
  answerFrom({ maxLength }, entries) {
    const text = (valuesOf(entries, "text")[0] ?? "").trim();
    if (text === "") return { problem: "text.missing", name: "text", index: 0 };
    const over = lengthOf(text) - maxLength;
    if (over > 0) return { problem: "text.over", params: { n: over }, name: "text", index: 0 };
    return { answer: { text } };
  },
};
