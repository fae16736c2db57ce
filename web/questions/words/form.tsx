import type { WordsAnswer, WordsQuestion } from "../../../worker/questions/words/rules.ts";
import { clientLimits } from "../../../worker/shared/client-limits.ts";
import { type AnswerForm, problemAttributes, valuesOf } from "../answer-form.ts";
import { hasLetters, lengthOf } from "../text-length.ts";

export const form: AnswerForm<WordsQuestion, WordsAnswer> = {
  Fields({ question, entries, problem, t }) {
    const words = valuesOf(entries, "word");
    return (
      <>
        {question.maxWords > 1 && <p class="hint">{t("words.hint")}</p>}
        {Array.from({ length: question.maxWords }, (_, index) => (
          <label key={index} class="labelled">
            <span class="quiet">
              {question.maxWords > 1 ? t("words.nth", { number: index + 1 }) : t("answer.label")}
            </span>
            <input
              class="field"
              name="word"
              dir="auto"
              defaultValue={words[index] ?? ""}
              autocomplete="off"
              autocapitalize="none"
              enterkeyhint={index + 1 < question.maxWords ? "next" : "send"}
              {...problemAttributes(problem, "word", index)}
            />
          </label>
        ))}
      </>
    );
  },
  entriesOf: ({ maxWords }, answer) =>
    Array.from({ length: maxWords }, (_, index) => ["word", answer?.words[index] ?? ""]),
  answerFrom(_question, entries) {
    const typed = valuesOf(entries, "word").map((word) => word.trim());
    const tooLong = typed.findIndex((word) => lengthOf(word) > clientLimits.wordLength);
    if (tooLong >= 0) {
      return { problem: "words.tooLong", params: { max: clientLimits.wordLength }, name: "word", index: tooLong };
    }
    const noWord = typed.findIndex((word) => word !== "" && !hasLetters.test(word));
    if (noWord >= 0) return { problem: "words.punctuation", name: "word", index: noWord };
    const words = typed.filter((word) => word !== "");
    return words.length > 0 ? { answer: { words } } : { problem: "words.missing", name: "word", index: 0 };
  },
};
