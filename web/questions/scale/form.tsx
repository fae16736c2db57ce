import type { ScaleAnswer, ScaleQuestion } from "../../../worker/questions/scale/rules.ts";
import { scaleValues } from "../../../worker/shared/scale-values.ts";
import { type AnswerForm, type Entries, valuesOf } from "../answer-form.ts";

const nameOf = (statement: string) => `rating.${statement}`;
const sliderOf = (statement: string) => `slider.${statement}`;

/** The value of the control that leaves a statement out. */
const leftOut = "none";
/** A slider always holds a value: that it is meant is said by a button of its own. */
const meant = "slider";

/** More steps than this don't get a button each: fingers and the screen are too short for them. */
const buttons = 11;
const hasSlider = ({ min, max }: ScaleQuestion) => max - min >= buttons;
const middleOf = ({ min, max }: ScaleQuestion) => Math.round((min + max) / 2);

export const form: AnswerForm<ScaleQuestion, ScaleAnswer> = {
  Fields({ question, entries, language, t }) {
    const { statements, min, max, minLabel, maxLabel } = question;
    const long = hasSlider(question);
    const steps = scaleValues(question);
    // The ends' labels are part of what the end values are called, so that a screen reader says them at the buttons.
    const endLabel = (value: number) => (value === min ? minLabel : value === max ? maxLabel : "");
    return (
      <>
        {statements.map(({ id, text }) => {
          const [rating] = valuesOf(entries, nameOf(id));
          const value = Number(valuesOf(entries, sliderOf(id))[0] ?? middleOf(question));
          return (
            <fieldset key={id} class="statement">
              <legend lang={language}>{text}</legend>
              <p class="ends quiet" lang={language} aria-hidden="true">
                <span>
                  {long && min} {minLabel}
                </span>
                {long && <b>{rating === meant ? value : "–"}</b>}
                <span>
                  {maxLabel} {long && max}
                </span>
              </p>
              {long && (
                <input
                  type="range"
                  name={sliderOf(id)}
                  min={min}
                  max={max}
                  defaultValue={String(value)}
                  aria-label={text}
                  aria-valuetext={`${value} ${endLabel(value)}`}
                  onInput={({ currentTarget: { form: own } }) => {
                    const radios = own?.elements.namedItem(nameOf(id));
                    if (radios instanceof RadioNodeList) radios.value = meant;
                  }}
                />
              )}
              <div class="steps">
                {(long ? [meant] : steps).map((step) => (
                  <label key={step} class="step">
                    <input
                      type="radio"
                      name={nameOf(id)}
                      value={String(step)}
                      defaultChecked={rating === String(step)}
                    />
                    <span>
                      {step === meant ? t("scale.meant") : step}
                      {typeof step === "number" && endLabel(step) !== "" && (
                        <span class="visually-hidden"> {endLabel(step)}</span>
                      )}
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
  entriesOf: (question, answer) =>
    question.statements.flatMap(({ id }): Entries => {
      const rating = answer?.ratings[id] ?? null;
      const slider: Entries = hasSlider(question) ? [[sliderOf(id), String(rating ?? middleOf(question))]] : [];
      if (answer === null) return slider;
      return [...slider, [nameOf(id), rating === null ? leftOut : slider.length > 0 ? meant : String(rating)]];
    }),
  answerFrom({ statements }, entries) {
    const ratings: [string, number | null][] = [];
    for (const { id } of statements) {
      const value = ratingFrom(entries, id);
      if (value === undefined) return { problem: "scale.missing", name: nameOf(id), index: 0 };
      ratings.push([id, value]);
    }
    return { answer: { ratings: Object.fromEntries(ratings) } };
  },
};

function ratingFrom(entries: Entries, statement: string): number | null | undefined {
  const [chosen] = valuesOf(entries, nameOf(statement));
  const [value] = chosen === meant ? valuesOf(entries, sliderOf(statement)) : [chosen];
  if (value === leftOut) return null;
  return value && /^-?\d+$/.test(value) ? Number(value) : undefined;
}
