import type { TargetedEvent } from "preact";
import type { RankingAnswer, RankingQuestion } from "../../../worker/questions/ranking/rules.ts";
import { type AnswerForm, type Entries, valuesOf } from "../answer-form.ts";
import { moveRow } from "./move-row.ts";

export const form: AnswerForm<RankingQuestion, RankingAnswer> = {
  Fields({ question, entries, languageOf, t }) {
    const order = orderOf(question, entries);
    const last = order.length - 1;
    const moveTo = (list: Element, from: number, to: number) => {
      moveRow(list, from, to);
      // The region is empty as far as drawing goes, so that nothing drawn takes its text away.
      const [name, told] = [list.children[to]?.querySelector("span[lang]"), list.nextElementSibling];
      if (told !== null)
        told.textContent = t("ranking.place", { name: name?.textContent ?? "", n: to + 1, of: last + 1 });
    };
    // Without a script the button posts the form, and the page comes back with the row moved.
    const press = (event: TargetedEvent<HTMLElement>, from: number, step: -1 | 1) => {
      event.preventDefault();
      const list = event.currentTarget.closest("ol");
      if (list === null) return;
      moveTo(list, from, from + step);
      const buttons = [...(list.children[from + step]?.querySelectorAll("button") ?? [])];
      // At the end of the list the same button can't be pressed again; the other one is beside it.
      (step < 0 ? buttons : buttons.reverse()).find(({ disabled }) => !disabled)?.focus();
    };
    const drag = async (grip: HTMLElement, down: PointerEvent) => {
      const list = grip.closest("ol");
      if (list === null || down.button !== 0) return;
      // No text is selected by what moves a row.
      down.preventDefault();
      const { dragRow } = await import("./drag-row.ts");
      dragRow(grip, down, (from, to) => moveTo(list, from, to));
    };
    return (
      <>
        <p class="hint">{t("ranking.hint")}</p>
        <ol class="rows">
          {order.map(({ id, text }, index) => (
            <li key={index} class="row">
              <input type="hidden" name="order" value={id} />
              <span
                class="row grip"
                aria-hidden="true"
                // Where it can't be loaded the buttons are still there.
                onPointerDown={(event) => void drag(event.currentTarget, event).catch(() => undefined)}
              >
                ≡
              </span>
              <span class="row-text">
                {`${index + 1}. `}
                <span dir="auto" lang={languageOf(text)}>
                  {text}
                </span>
              </span>
              <button
                type="submit"
                name="up"
                value={index}
                class="button quiet"
                aria-label={t("ranking.up", { name: text })}
                disabled={index === 0}
                onClick={(event) => press(event, index, -1)}
              >
                ↑
              </button>
              <button
                type="submit"
                name="down"
                value={index}
                class="button quiet"
                aria-label={t("ranking.down", { name: text })}
                disabled={index === last}
                onClick={(event) => press(event, index, 1)}
              >
                ↓
              </button>
            </li>
          ))}
        </ol>
        <p class="visually-hidden" role="status" />
      </>
    );
  },
  entriesOf: (question, answer) =>
    (answer?.order ?? question.options.map(({ id }) => id)).map((id): [string, string] => ["order", id]),
  pressed(entries) {
    const rows = entries.filter(([name]) => name === "order");
    const [name, value] = entries.find(([name]) => name === "up" || name === "down") ?? [];
    if (name === undefined) return undefined;
    const moved = rows.splice(Number(value), 1);
    rows.splice(Number(value) + (name === "up" ? -1 : 1), 0, ...moved);
    return rows;
  },
  // The order shown is an answer whether or not it was touched: whoever agrees with it only sends it.
  answerFrom: (_question, entries) => ({ answer: { order: valuesOf(entries, "order") } }),
};

/** The options in the order of the entries; those that a kept draft doesn't know come last. */
function orderOf({ options }: RankingQuestion, entries: Entries): RankingQuestion["options"] {
  const ids = valuesOf(entries, "order");
  const placeOf = ({ id }: { id: string }) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
  return [...options].sort((a, b) => placeOf(a) - placeOf(b));
}
