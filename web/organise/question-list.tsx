/** The poll's questions in order: opened, moved, added. */
import { useState } from "preact/hooks";
import type { QuestionType } from "../../worker/questions/registry.ts";
import { ErrorText, fieldId } from "../questions/editor-fields.tsx";
import { type DraftQuestion, editors, isQuestionType } from "../questions/editors.ts";
import { IconButton } from "../questions/items-field.tsx";
import type { Form } from "../questions/question-editor.ts";
import { dragOrder } from "./drag-order.ts";

type QuestionListProps = {
  form: Form;
  questions: DraftQuestion[];
  open: string | null;
  wrong: ReadonlySet<string>;
  onOpen(key: string): void;
  /** `from` names the control that is to keep the focus. */
  onMove(key: string, step: number, from: "buttons" | "row"): void;
  onAdd(type: QuestionType): void;
};

/** Where the dragged row would come: before or after the row at `index`. */
type Mark = { index: number; side: "before" | "after" };

export function QuestionList({ form, questions, open, wrong, onOpen, onMove, onAdd }: QuestionListProps) {
  const { t } = form;
  const [mark, setMark] = useState<Mark | null>(null);
  const drag = (grip: HTMLElement, down: PointerEvent, key: string, from: number) =>
    dragOrder(grip, down, {
      onPlace: (place) =>
        setMark(place === null || place === from ? null : { index: place, side: place < from ? "before" : "after" }),
      onDrop: (place) => onMove(key, place - from, "row"),
    });
  const onKey = (event: KeyboardEvent, key: string) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    onMove(key, event.key === "ArrowUp" ? -1 : 1, "row");
  };
  return (
    <section class="question-list" aria-labelledby="questions-title">
      <h2 id={fieldId("questions")} tabIndex={-1}>
        <span id="questions-title">{t("editor.questions")}</span>
      </h2>
      <ErrorText form={form} path="questions" />
      {questions.length === 0 ? <p class="hint">{t("editor.none")}</p> : null}
      {questions.length < 2 ? null : (
        <p class="hint" id={moveHintId}>
          {t("editor.moveHint")}
        </p>
      )}
      <ol>
        {questions.map((question, index) => (
          <li
            key={question.key}
            class={[question.key === open ? "open" : "", mark?.index === index ? `drop-${mark.side}` : ""].join(" ")}
          >
            {/* The buttons and keys do the same for who can't drag. */}
            <span
              class="grip"
              aria-hidden="true"
              onPointerDown={(event) => drag(event.currentTarget, event, question.key, index)}
            >
              ⠿
            </span>
            <button
              type="button"
              class="open-question"
              id={openId(question.key)}
              aria-current={question.key === open ? "true" : undefined}
              aria-describedby={questions.length < 2 ? undefined : moveHintId}
              onClick={() => onOpen(question.key)}
              onKeyDown={(event) => onKey(event, question.key)}
            >
              <span class="number">{index + 1}</span>
              <span class="summary">
                <span class="text">{question.text.trim() === "" ? t("editor.noText") : question.text}</span>
                <span class="kind">
                  {t(`type.${question.type}`)}
                  {wrong.has(question.key) ? <strong class="field-error"> {t("editor.hasErrors")}</strong> : null}
                </span>
              </span>
            </button>
            <IconButton
              id={moveId(question.key, -1)}
              sign="↑"
              label={t("editor.up", { n: index + 1 })}
              disabled={index === 0}
              onClick={() => onMove(question.key, -1, "buttons")}
            />
            <IconButton
              id={moveId(question.key, 1)}
              sign="↓"
              label={t("editor.down", { n: index + 1 })}
              disabled={index === questions.length - 1}
              onClick={() => onMove(question.key, 1, "buttons")}
            />
          </li>
        ))}
      </ol>
      <h3 id="add-title">{t("editor.add")}</h3>
      <ul class="add" aria-labelledby="add-title">
        {Object.keys(editors)
          .filter(isQuestionType)
          .map((type) => (
            <li key={type}>
              <button type="button" class="button quiet" onClick={() => onAdd(type)}>
                <span>{t(`type.${type}`)}</span>
                <span class="hint">{t(`typeAbout.${type}`)}</span>
              </button>
            </li>
          ))}
      </ul>
    </section>
  );
}

const moveHintId = "move-hint";

/** The id of the button that opens a question. */
export function openId(key: string): string {
  return `open-${key}`;
}

/** The id of the button that moves a question. */
export function moveId(key: string, step: number): string {
  return `move-${key}-${step < 0 ? "up" : "down"}`;
}
