import type { PointsAnswer, PointsQuestion } from "../../../worker/questions/points/rules.ts";
import { type AnswerForm, type Entries, problemAttributes, valuesOf } from "../answer-form.ts";

const nameOf = (option: string) => `points.${option}`;

/** How many steps lead from nothing to all: few presses, and still fine enough. */
const steps = 20;

export const form: AnswerForm<PointsQuestion, PointsAnswer> = {
  Fields({ question, entries, languageOf, problem, t }) {
    const { options, total } = question;
    const step = Math.max(1, Math.round(total / steps));
    const left = leftOf(question, entries);
    return (
      <>
        <p class="hint rest" role="status">
          {left < 0 ? t("points.over", { n: -left }) : t("points.left", { n: left })}
        </p>
        {options.map(({ id, text }) => {
          const typed = typedIn(entries, id);
          const given = pointsFrom(typed) ?? 0;
          // Never more than there is: what is missing to a whole step is given in full.
          const [less, more] = [Math.min(step, given), Math.min(step, Math.max(0, left))];
          return (
            <div key={id} class="row">
              <label class="row-text" for={nameOf(id)} dir="auto" lang={languageOf(text)}>
                {text}
              </label>
              <Step sign="−" by={step} of={text} now={less} onStep={(button) => setIn(button, given - less)} />
              <input
                id={nameOf(id)}
                class="field"
                type="number"
                name={nameOf(id)}
                min={0}
                max={total}
                inputMode="numeric"
                placeholder="0"
                defaultValue={typed}
                autocomplete="off"
                {...(pointsFrom(typed) === undefined && problemAttributes(problem, nameOf(id)))}
              />
              <Step sign="+" by={step} of={text} now={more} onStep={(button) => setIn(button, given + more)} />
            </div>
          );
        })}
      </>
    );
  },
  // Nothing given is an empty field: what is typed there then needs no zero taken away.
  entriesOf: ({ options }, answer) => options.map(({ id }) => [nameOf(id), String(answer?.points[id] || "")]),
  answerFrom(question, entries) {
    const { options, total } = question;
    const given = options.map(({ id }) => ({ id, points: pointsFrom(typedIn(entries, id)) }));
    const wrong = given.find(({ points }) => points === undefined) ?? given[0];
    if (wrong !== undefined && (wrong.points === undefined || leftOf(question, entries) !== 0))
      return { problem: "points.wrong", params: { max: total }, name: nameOf(wrong.id), index: 0 };
    return { answer: { points: Object.fromEntries(given.map(({ id, points }) => [id, points ?? 0])) } };
  },
};

type StepProps = { sign: string; by: number; of: string; now: number; onStep(button: HTMLElement): void };

/** Stays a button where it can do nothing (`now` 0), so that it keeps the focus. */
function Step({ sign, by, of, now, onStep }: StepProps) {
  return (
    <button
      type="button"
      class="button quiet"
      aria-disabled={now === 0}
      onClick={(event) => onStep(event.currentTarget)}
    >
      {`${sign}${by}`}
      <span class="visually-hidden"> {of}</span>
    </button>
  );
}

/** Into the field of the button's row, as if it had been typed. */
function setIn(button: HTMLElement, points: number): void {
  const field = button.parentElement?.querySelector("input");
  if (!field) return;
  field.value = String(points || "");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function typedIn(entries: Entries, option: string): string {
  return valuesOf(entries, nameOf(option))[0] ?? "";
}

/** Undefined for what is no whole number of points. */
function pointsFrom(typed: string): number | undefined {
  return /^\d*$/.test(typed) ? Number(typed) : undefined;
}

/** Negative where too many are given. */
function leftOf({ options, total }: PointsQuestion, entries: Entries): number {
  return options.reduce((left, { id }) => left - (pointsFrom(typedIn(entries, id)) ?? 0), total);
}
