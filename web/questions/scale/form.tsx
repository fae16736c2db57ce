import type { ScaleAnswer, ScaleQuestion } from "../../../worker/questions/scale/rules.ts";
import { type AnswerForm, type Entries, problemAttributes, valuesOf } from "../answer-form.ts";

const nameOf = (statement: string) => `rating.${statement}`;
const sliderOf = (statement: string) => `slider.${statement}`;

/** Values of the radio buttons. A slider always holds a value: that it is meant is said by a button of its own. */
const meant = "slider";
const leftOut = "none";

/** At most so many gaps are between the figures under the slider, by which one can read without a script what it stands at. */
const mostGaps = 10;
/** Of digits and the gaps after them, what a row of 320 px has room for. */
const rowLength = 40;
const middleOf = ({ min, max }: ScaleQuestion) => Math.round((min + max) / 2);

export const form: AnswerForm<ScaleQuestion, ScaleAnswer> = {
  Fields({ question, entries, languageOf, problem, t }) {
    const { statements, min, max, minLabel, maxLabel } = question;
    return (
      <>
        {statements.map(({ id, text }) => {
          const [rating] = valuesOf(entries, nameOf(id));
          const value = Number(valuesOf(entries, sliderOf(id))[0] ?? middleOf(question));
          const nearest = value * 2 < min + max ? minLabel : value * 2 > min + max ? maxLabel : "";
          return (
            <fieldset key={id} class="statement">
              <legend id={nameOf(id)} dir="auto" lang={languageOf(text)}>
                {text}
              </legend>
              <p class="ends quiet" aria-hidden="true">
                <bdi lang={languageOf(minLabel)}>{minLabel}</bdi>
                <b>{rating === meant ? value : "–"}</b>
                <bdi lang={languageOf(maxLabel)}>{maxLabel}</bdi>
              </p>
              <input
                type="range"
                name={sliderOf(id)}
                min={min}
                max={max}
                defaultValue={String(value)}
                aria-labelledby={nameOf(id)}
                {...problemAttributes(problem, sliderOf(id))}
                lang={rating === meant ? languageOf(nearest) : undefined}
                aria-valuetext={rating === meant ? `${value} ${nearest}` : t("scale.untouched")}
                onInput={({ currentTarget: { form: own } }) => {
                  const radios = own?.elements.namedItem(nameOf(id));
                  if (radios instanceof RadioNodeList) radios.value = meant;
                }}
                // A tap where the thumb stands changes nothing, and is meant all the same.
                onClick={({ currentTarget }) => currentTarget.dispatchEvent(new Event("input", { bubbles: true }))}
              />
              <p class="figures quiet" aria-hidden="true">
                {figuresOf(question).map((figure) => (
                  <span key={figure}>{figure}</span>
                ))}
              </p>
              <div class="steps">
                {[meant, leftOut].map((button) => (
                  <label key={button} class="step">
                    <input type="radio" name={nameOf(id)} value={button} defaultChecked={rating === button} />
                    <span>{t(button === meant ? "scale.meant" : "scale.leaveOut")}</span>
                  </label>
                ))}
              </div>
            </fieldset>
          );
        })}
      </>
    );
  },
  entriesOf: (question, answer) =>
    question.statements.flatMap(({ id }): Entries => {
      const rating = answer?.ratings[id] ?? null;
      const slider: Entries = [[sliderOf(id), String(rating ?? middleOf(question))]];
      return answer === null ? slider : [...slider, [nameOf(id), rating === null ? leftOut : meant]];
    }),
  answerFrom({ statements }, entries) {
    const ratings: [string, number | null][] = [];
    for (const { id } of statements) {
      const value = ratingFrom(entries, id);
      if (value === undefined) return { problem: "scale.missing", name: sliderOf(id), index: 0 };
      ratings.push([id, value]);
    }
    return { answer: { ratings: Object.fromEntries(ratings) } };
  },
};

/** Each step where there is room, else as many as stand at equal distances. */
function figuresOf({ min, max }: ScaleQuestion): number[] {
  const longest = Math.max(String(min).length, String(max).length);
  let gaps = Math.min(max - min, mostGaps, Math.floor(rowLength / (longest + 1)));
  while ((max - min) % gaps > 0) gaps--;
  return Array.from({ length: gaps + 1 }, (_, n) => min + (n * (max - min)) / gaps);
}

function ratingFrom(entries: Entries, statement: string): number | null | undefined {
  const [chosen] = valuesOf(entries, nameOf(statement));
  if (chosen === leftOut) return null;
  const [value = ""] = chosen === meant ? valuesOf(entries, sliderOf(statement)) : [];
  return /^-?\d+$/.test(value) ? Number(value) : undefined;
}
