import type { ScaleAnswer, ScaleQuestion, ScaleView } from "../../../worker/questions/scale/rules.ts";
import { type AnswerForm, type Entries, valuesOf } from "../answer-form.ts";

const nameOf = (statement: string) => `rating.${statement}`;

/** The value of the control that leaves a statement out. */
const leftOut = "none";

export const form: AnswerForm<ScaleQuestion, ScaleAnswer, ScaleView> = {
  Fields({ question, entries, language, t }) {
    const { statements, min, max, minLabel, maxLabel } = question;
    const steps = Array.from({ length: max - min + 1 }, (_, step) => min + step);
    // The ends' labels are part of what the end values are called, so that a screen reader says them at the buttons.
    const endLabel = (value: number) => (value === min ? minLabel : value === max ? maxLabel : "");
    return (
      <>
        {statements.map(({ id, text }) => {
          const [rating] = valuesOf(entries, nameOf(id));
          return (
            <fieldset key={id} class="statement">
              <legend lang={language}>{text}</legend>
              <p class="ends quiet" lang={language} aria-hidden="true">
                <span>{minLabel}</span>
                <span>{maxLabel}</span>
              </p>
              <div class="steps">
                {steps.map((value) => (
                  <label key={value} class="step">
                    <input
                      type="radio"
                      name={nameOf(id)}
                      value={String(value)}
                      defaultChecked={rating === String(value)}
                    />
                    <span>
                      {value}
                      {endLabel(value) !== "" && <span class="visually-hidden"> {endLabel(value)}</span>}
                    </span>
                  </label>
                ))}
              </div>
              <label class="step leave-out">
                <input type="radio" name={nameOf(id)} value={leftOut} defaultChecked={rating === leftOut} />
                <span>{t("scale.leaveOut")}</span>
              </label>
            </fieldset>
          );
        })}
      </>
    );
  },
  entriesOf: ({ statements }, answer) =>
    answer === null ? [] : statements.map(({ id }) => [nameOf(id), String(answer.ratings[id] ?? leftOut)]),
  answerFrom({ statements }, entries) {
    const ratings: [string, number | null][] = [];
    for (const { id } of statements) {
      const value = ratingFrom(entries, id);
      if (value === undefined) return { problem: "scale.missing", name: nameOf(id), index: 0 };
      ratings.push([id, value]);
    }
    return { answer: { ratings: Object.fromEntries(ratings) } };
  },
  resultRows: ({ statements, min, max }, tally, t) =>
    statements.map(({ id, text }) => {
      const mean = tally.statements[id]?.mean ?? null;
      if (mean === null) return { text, figure: t("results.noMean"), share: 0 };
      const figure = t("results.mean", { mean: Math.round(mean * 10) / 10, max });
      return { text, figure, share: (mean - min) / (max - min) };
    }),
};

function ratingFrom(entries: Entries, statement: string): number | null | undefined {
  const [value] = valuesOf(entries, nameOf(statement));
  if (value === leftOut) return null;
  return value && /^-?\d+$/.test(value) ? Number(value) : undefined;
}
