import type { GridAnswer, GridQuestion, GridView } from "../../../worker/questions/grid/rules.ts";
import type { VoteTranslate } from "../../messages/vote.sv.ts";
import { type AnswerForm, type Entries, valuesOf } from "../answer-form.ts";

const axes = ["x", "y"] as const;
const arrows = { x: ["←", "→"], y: ["↓", "↑"] } as const;

/** Both axes run from 0 to this. */
const most = 10;
const middle = String(most / 2);
const nameOf = (part: "x" | "y" | "at", item: string) => `${part}.${item}`;

/** Values of the radio buttons. A slider always holds a value: that it is meant is said by a button of its own. */
const here = "here";
const leftOut = "none";

const halves = (value: number) => String(Math.round(value * 2) / 2);
const figureOf = (value: number, t: VoteTranslate) => t("results.count", { count: value });

export const gridForm: AnswerForm<GridQuestion, GridAnswer, GridView> = {
  Fields({ question, entries, language, t }) {
    const { items, xLabels, yLabels } = question;
    const labels = { x: xLabels, y: yLabels };
    return (
      <>
        {items.map(({ id, text }) => {
          const held = (part: "x" | "y") => Number(valuesOf(entries, nameOf(part, id))[0] ?? middle);
          const [at] = valuesOf(entries, nameOf("at", id));
          return (
            <fieldset key={id} class="statement">
              <legend lang={language}>{text}</legend>
              <svg class="plane" viewBox="-1 -1 22 22" aria-hidden="true">
                <path d="M0 0H20V20H0ZM10 0V20M0 10H20" fill="var(--tint)" stroke="var(--control)" stroke-width=".25" />
                {at === here && <circle cx={held("x") * 2} cy={20 - held("y") * 2} r="1" />}
              </svg>
              {axes.map((axis) => {
                const value = held(axis);
                const [low, high] = [0, 1].map((end) => labels[axis][end] || String(end * most));
                const nearer = value === most / 2 ? "" : value < most / 2 ? low : high;
                return (
                  <label key={axis}>
                    <span class="ends quiet" lang={language}>
                      <span>
                        {arrows[axis][0]} {low}
                      </span>
                      <b aria-hidden="true">{at === here ? figureOf(value, t) : "–"}</b>
                      <span>
                        {high} {arrows[axis][1]}
                      </span>
                    </span>
                    <input
                      type="range"
                      name={nameOf(axis, id)}
                      min="0"
                      max={most}
                      step="0.5"
                      defaultValue={String(value)}
                      aria-valuetext={`${figureOf(value, t)} ${nearer}`}
                      onInput={({ currentTarget: { form } }) => {
                        const radios = form?.elements.namedItem(nameOf("at", id));
                        if (radios instanceof RadioNodeList) radios.value = here;
                      }}
                    />
                  </label>
                );
              })}
              <div class="steps">
                {[here, leftOut].map((value) => (
                  <label key={value} class="step">
                    <input type="radio" name={nameOf("at", id)} value={value} defaultChecked={at === value} />
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
    items.flatMap(({ id }): Entries => {
      const place = answer?.items[id] ?? null;
      const sliders = axes.map((axis): Entries[0] => [nameOf(axis, id), place === null ? middle : halves(place[axis])]);
      return answer === null ? sliders : [...sliders, [nameOf("at", id), place === null ? leftOut : here]];
    }),
  answerFrom({ items }, entries) {
    const places: [string, { x: number; y: number } | null][] = [];
    for (const { id } of items) {
      const [at, x, y] = (["at", "x", "y"] as const).map((part) => valuesOf(entries, nameOf(part, id))[0]);
      if (at === undefined) return { problem: "problem.grid", name: nameOf("at", id), index: 0 };
      places.push([id, at === here ? { x: Number(x), y: Number(y) } : null]);
    }
    return { answer: { items: Object.fromEntries(places) } };
  },
  // No bars: a place has two figures.
  resultRows: ({ items }, tally, t) =>
    items.map(({ id, text }) => {
      const { x = null, y = null } = tally.items[id] ?? {};
      if (x === null || y === null) return { text, figure: t("results.noMean") };
      const [across, up] = [x, y].map((mean) => figureOf(Math.round(mean * 10) / 10, t));
      return { text, figure: `${arrows.x[1]} ${across}\u2003${arrows.y[1]} ${up}` };
    }),
};
