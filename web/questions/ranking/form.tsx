import type { RankingAnswer, RankingQuestion, RankingView } from "../../../worker/questions/ranking/rules.ts";
import { type AnswerForm, type Entries, valuesOf } from "../answer-form.ts";
import { dragRow, moveRow } from "./order.ts";

export const rankingForm: AnswerForm<RankingQuestion, RankingAnswer, RankingView> = {
  Fields({ question, entries, language, t }) {
    const order = orderOf(question, entries);
    const last = order.length - 1;
    /** Says where the row came to stand. The region is ours alone, so that nothing drawn takes its text away. */
    const tell = (list: Element, at: number) => {
      const [name, told] = [list.children[at]?.querySelector("span[lang]"), list.nextElementSibling];
      if (told !== null)
        told.textContent = t("ranking.place", { name: name?.textContent ?? "", n: at + 1, of: last + 1 });
    };
    const move = (button: HTMLButtonElement, from: number, step: -1 | 1) => {
      const list = button.closest("ol");
      if (list === null) return;
      moveRow(list, from, from + step);
      const buttons = [...(list.children[from + step]?.querySelectorAll("button") ?? [])];
      // At the end of the list the same button can't be pressed again; the other one is beside it.
      (step < 0 ? buttons : buttons.reverse()).find(({ disabled }) => !disabled)?.focus();
      tell(list, from + step);
    };
    return (
      <>
        <p class="hint">{t("ranking.hint")}</p>
        <ol class="rows">
          {order.map(({ id, text }, index) => (
            <li key={index} class="row">
              <input type="hidden" name="order" value={id} />
              <span
                class="grip"
                aria-hidden="true"
                onPointerDown={(event) => dragRow(event.currentTarget, event, tell)}
              >
                ≡
              </span>
              <span class="row-text">
                {`${index + 1}. `}
                <span lang={language}>{text}</span>
              </span>
              <button
                type="button"
                class="button quiet"
                aria-label={t("ranking.up", { name: text })}
                disabled={index === 0}
                onClick={(event) => move(event.currentTarget, index, -1)}
              >
                ↑
              </button>
              <button
                type="button"
                class="button quiet"
                aria-label={t("ranking.down", { name: text })}
                disabled={index === last}
                onClick={(event) => move(event.currentTarget, index, 1)}
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
  // The order shown is an answer whether or not it was touched: whoever agrees with it only sends it.
  answerFrom: (question, entries) => ({ answer: { order: orderOf(question, entries).map(({ id }) => id) } }),
  // The bar is full where everyone has put the option first.
  resultRows: ({ options }, tally, t) =>
    options
      .map(({ id, text }) => ({ text, points: tally.options[id]?.points ?? 0 }))
      .sort((a, b) => b.points - a.points)
      .map(({ text, points }) => ({
        text,
        figure: t("results.points", { n: points }),
        share: points / Math.max(1, tally.answered * (options.length - 1)),
      })),
};

/** The options in the order of the entries; those that a kept draft doesn't know come last. */
function orderOf({ options }: RankingQuestion, entries: Entries): RankingQuestion["options"] {
  const ids = valuesOf(entries, "order");
  const placeOf = ({ id }: { id: string }) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
  return [...options].sort((a, b) => placeOf(a) - placeOf(b));
}
