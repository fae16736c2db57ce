import type { TargetedMouseEvent } from "preact";
import type { GridAnswer, GridQuestion } from "../../../worker/questions/grid/rules.ts";
import { type AnswerForm, type Entries, problemAttributes } from "../answer-form.ts";
import { most } from "./ends.ts";

const axes = [
  { axis: "x", toLow: "←", toHigh: "→" },
  { axis: "y", toLow: "↓", toHigh: "↑" },
] as const;

const middle = "5";

/** Values of the radio buttons. A slider always holds a value: that it is meant is said by a button of its own. */
const here = "here";
const leftOut = "none";

/** A tap in the plane moves both sliders there, as if by hand. */
function placeAt({ currentTarget: plane, clientX, clientY }: TargetedMouseEvent<SVGElement>, item: string): void {
  const { left, bottom, width, height } = plane.getBoundingClientRect();
  const places = { x: (clientX - left) / width, y: (bottom - clientY) / height };
  for (const { axis } of axes) {
    const slider = plane.parentElement?.querySelector<HTMLInputElement>(`[name="${axis}.${item}"]`);
    if (!slider) continue;
    slider.value = String(places[axis] * most);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/** Entries by name; a name has a prefix, so that no item's id meets what every object has. */
const heldIn = (entries: Entries): Partial<Record<string, string>> => Object.fromEntries(entries);

export const form: AnswerForm<GridQuestion, GridAnswer> = {
  Fields({ question, entries, languageOf, problem, t }) {
    const held = heldIn(entries);
    return (
      <>
        {question.items.map(({ id, text }) => {
          const at = `at.${id}`;
          return (
            <fieldset key={id} class="statement">
              <legend dir="auto" lang={languageOf(text)}>
                {text}
              </legend>
              <svg class="plane" aria-hidden="true" onClick={(tap) => placeAt(tap, id)}>
                {held[at] === here && (
                  <circle cx={`${Number(held[`x.${id}`]) * 10}%`} cy={`${100 - Number(held[`y.${id}`]) * 10}%`} r="8" />
                )}
              </svg>
              {axes.map(({ axis, toLow, toHigh }) => {
                const name = `${axis}.${id}`;
                const value = Number(held[name] ?? middle);
                const figure = t("figure", { count: value });
                const [low, high] = question[`${axis}Labels`];
                const nearest = (value < most / 2 ? low : value > most / 2 && high) || "";
                return (
                  <label key={axis}>
                    <span class="ends quiet">
                      <span>
                        {toLow} {low ? <bdi lang={languageOf(low)}>{low}</bdi> : 0}
                      </span>
                      <b aria-hidden="true">{held[at] === here ? figure : "–"}</b>
                      <span>
                        {high ? <bdi lang={languageOf(high)}>{high}</bdi> : most} {toHigh}
                      </span>
                    </span>
                    <input
                      type="range"
                      name={name}
                      {...problemAttributes(problem, name)}
                      max={most}
                      step=".5"
                      defaultValue={String(value)}
                      lang={held[at] === here ? languageOf(nearest) : undefined}
                      aria-valuetext={held[at] === here ? `${figure} ${nearest}` : t("grid.untouched")}
                      onInput={({ currentTarget: { form } }) => {
                        const radios = form?.elements.namedItem(at);
                        if (radios instanceof RadioNodeList) radios.value = here;
                      }}
                    />
                  </label>
                );
              })}
              <div class="steps">
                {[here, leftOut].map((value) => (
                  <label key={value} class="step">
                    <input type="radio" name={at} value={value} defaultChecked={held[at] === value} />
                    <span>{t(value === here ? "grid.here" : "grid.leaveOut")}</span>
                  </label>
                ))}
              </div>
            </fieldset>
          );
        })}
      </>
    );
  },
  entriesOf: ({ items }, answer) =>
    items.flatMap(({ id }) => {
      const place = answer?.items[id];
      const entries = axes.map(({ axis }): Entries[0] => [
        `${axis}.${id}`,
        // At the nearest step.
        place ? String(Math.round(place[axis] * 2) / 2) : middle,
      ]);
      if (answer !== null) entries.push([`at.${id}`, place ? here : leftOut]);
      return entries;
    }),
  answerFrom({ items }, entries) {
    const held = heldIn(entries);
    const isSaid = (id: string) =>
      held[`at.${id}`] === leftOut ||
      (held[`at.${id}`] === here && axes.every(({ axis }) => /^[\d.]+$/.test(held[`${axis}.${id}`] ?? "")));
    const untouched = items.find(({ id }) => !isSaid(id));
    if (untouched !== undefined) return { problem: "grid.missing", name: `x.${untouched.id}`, index: 0 };
    const places = items.map(({ id }): [string, GridAnswer["items"][string]] => [
      id,
      held[`at.${id}`] === here ? { x: Number(held[`x.${id}`]), y: Number(held[`y.${id}`]) } : null,
    ]);
    return { answer: { items: Object.fromEntries(places) } };
  },
};
