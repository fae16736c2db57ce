import type { ChoiceAnswer, ChoiceQuestion, ChoiceView } from "../../../worker/questions/choice/rules.ts";
import { type AnswerForm, valuesOf } from "../answer-form.ts";

export const form: AnswerForm<ChoiceQuestion, ChoiceAnswer, ChoiceView> = {
  Fields({ question, entries, language, t }) {
    const { options, maxChoices } = question;
    const chosen = valuesOf(entries, "choice");
    const isFull = maxChoices > 1 && chosen.length >= maxChoices;
    return (
      <>
        {maxChoices > 1 && <p class="hint">{t(isFull ? "choice.full" : "choice.upTo", { n: maxChoices })}</p>}
        {options.map(({ id, text }) => (
          <label key={id} class="option">
            <input
              type={maxChoices > 1 ? "checkbox" : "radio"}
              name="choice"
              value={id}
              defaultChecked={chosen.includes(id)}
              disabled={isFull && !chosen.includes(id)}
            />
            <span lang={language}>{text}</span>
          </label>
        ))}
      </>
    );
  },
  entriesOf: ({ options }, answer) =>
    options.flatMap(({ id }): [string, string][] => (answer?.choices.includes(id) ? [["choice", id]] : [])),
  answerFrom(_question, entries) {
    const choices = valuesOf(entries, "choice");
    return choices.length > 0 ? { answer: { choices } } : { problem: "choice.missing", name: "choice", index: 0 };
  },
  // Shares are of those who answered: they may add up to more than the whole where several may be chosen.
  resultRows: ({ options }, { counts, answered }, t) =>
    options.map(({ id, text }) => {
      const n = counts[id] ?? 0;
      const share = answered === 0 ? 0 : n / answered;
      return { text, figure: t("results.share", { n, percent: Math.round(share * 100) }), share };
    }),
};
