import type { ChoiceAnswer, ChoiceQuestion } from "../../../worker/questions/choice/rules.ts";
import { clientLimits } from "../../../worker/shared/client-limits.ts";
import { type AnswerForm, problemAttributes, valuesOf } from "../answer-form.ts";
import { hasLetters, lengthOf } from "../text-length.ts";

/** The value of the control for something of one's own: no option's id can be it. */
const own = "~";

export const form: AnswerForm<ChoiceQuestion, ChoiceAnswer> = {
  Fields({ question, entries, languageOf, problem, t }) {
    const { options, maxChoices, allowOther } = question;
    const chosen = valuesOf(entries, "choice");
    const extra = chosen.length - maxChoices;
    const rows: { id: string; text: string; lang?: string }[] = options.map((option) => ({
      ...option,
      lang: languageOf(option.text),
    }));
    if (allowOther) rows.push({ id: own, text: t("choice.other") });
    return (
      <>
        {maxChoices > 1 && (
          <p class="hint" role="status">
            {extra > 0
              ? t("choice.over", { n: extra, max: maxChoices })
              : t(extra === 0 ? "choice.full" : "choice.upTo", { n: maxChoices })}
          </p>
        )}
        {rows.map(({ id, text, lang }) => (
          <label key={id} class="option">
            <input
              type={maxChoices > 1 ? "checkbox" : "radio"}
              name="choice"
              value={id}
              defaultChecked={chosen.includes(id)}
            />
            <span dir="auto" lang={lang}>
              {text}
            </span>
          </label>
        ))}
        {/* Seen once its option is chosen: the styles see to it, so that no script is needed. */}
        {allowOther && (
          <label class="labelled own">
            <span class="quiet">{t("choice.write")}</span>
            <input
              class="field"
              name="other"
              dir="auto"
              defaultValue={valuesOf(entries, "other")[0] ?? ""}
              autocomplete="off"
              enterkeyhint="send"
              {...problemAttributes(problem, "other")}
            />
          </label>
        )}
      </>
    );
  },
  entriesOf({ options, allowOther }, answer) {
    const chosen = options.flatMap(({ id }): [string, string][] =>
      answer?.choices.includes(id) ? [["choice", id]] : [],
    );
    if (answer?.other !== undefined) chosen.push(["choice", own]);
    return allowOther ? [...chosen, ["other", answer?.other ?? ""]] : chosen;
  },
  answerFrom({ maxChoices }, entries) {
    const chosen = valuesOf(entries, "choice");
    if (chosen.length > maxChoices)
      return { problem: "choice.upTo", params: { n: maxChoices }, name: "choice", index: 0 };
    const choices = chosen.filter((id) => id !== own);
    const other = (valuesOf(entries, "other")[0] ?? "").trim();
    // Without styles the field is there from the start, and what is written in it may be all that was filled in.
    if (choices.length === chosen.length && (choices.length > 0 || other === "")) {
      return choices.length > 0 ? { answer: { choices } } : { problem: "choice.missing", name: "choice", index: 0 };
    }
    if (other === "") return { problem: "choice.write", name: "other", index: 0 };
    const max = clientLimits.otherLength;
    if (lengthOf(other) > max) return { problem: "choice.tooLong", params: { max }, name: "other", index: 0 };
    if (!hasLetters.test(other)) return { problem: "choice.punctuation", name: "other", index: 0 };
    return { answer: { choices, other } };
  },
};
