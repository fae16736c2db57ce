/** The list of questions and the one that is open, side by side, or one of the two on a narrow screen. */
import { useState } from "preact/hooks";
import type { QuestionType } from "../../worker/questions/registry.ts";
import { fieldId } from "../questions/editor-fields.tsx";
import { useFocusLater } from "../questions/focus-later.ts";
import { newKey } from "../questions/new-key.ts";
import type { Form } from "../questions/question-editor.ts";
import { addQuestion, type Draft, duplicateQuestion, moveQuestion, removeQuestion, replaceQuestion } from "./draft.ts";
import { moveId, openId, QuestionList } from "./question-list.tsx";
import { QuestionPanel } from "./question-panel.tsx";

type QuestionEditingProps = {
  form: Form;
  draft: Draft;
  /** Keys of the questions that something is wrong with. */
  wrong: ReadonlySet<string>;
  open: string | null;
  onOpen(key: string | null): void;
  onChange(draft: Draft): void;
};

export function QuestionEditing({ form, draft, wrong, open, onOpen, onChange }: QuestionEditingProps) {
  const { t } = form;
  const focusLater = useFocusLater();
  const [told, setTold] = useState("");
  const [removed, setRemoved] = useState<Draft | null>(null);
  const index = draft.questions.findIndex((question) => question.key === open);
  const question = draft.questions[index];

  /** An undo is offered until the next change only: later it would take that away too. */
  const change = (next: Draft, words = "") => {
    setRemoved(null);
    setTold(words);
    onChange(next);
  };
  const add = (type: QuestionType) => {
    const next = addQuestion(draft, type, newKey);
    const added = next.questions.at(-1);
    if (added === undefined) return;
    focusLater(fieldId(`questions.${added.key}.text`));
    onOpen(added.key);
    change(next);
  };
  const move = (key: string, step: -1 | 1) => {
    const next = moveQuestion(draft, key, step);
    const to = next.questions.findIndex((other) => other.key === key);
    const atEnd = to === 0 || to === next.questions.length - 1;
    focusLater(moveId(key, atEnd ? -step : step));
    change(next, t("editor.moved", { n: to + 1 }));
  };
  const duplicate = (key: string) => {
    const next = duplicateQuestion(draft, key, newKey);
    const copy = next.questions[index + 1];
    if (copy === undefined) return;
    focusLater(fieldId(`questions.${copy.key}.text`));
    onOpen(copy.key);
    change(next, t("editor.duplicated", { n: index + 2 }));
  };
  const remove = (key: string) => {
    change(removeQuestion(draft, key), t("editor.removed", { n: index + 1 }));
    setRemoved(draft);
    onOpen(null);
    focusLater("undo-remove");
  };
  const undo = () => {
    if (removed === null) return;
    const back = removed.questions.find(({ key }) => draft.questions.every((other) => other.key !== key));
    change(removed);
    if (back === undefined) return;
    onOpen(back.key);
    focusLater(fieldId(`questions.${back.key}`));
  };

  return (
    <div class={`editing ${question === undefined ? "" : "has-open"}`}>
      <div class="list-side">
        <QuestionList
          form={form}
          questions={draft.questions}
          open={open}
          wrong={wrong}
          onOpen={(key) => {
            focusLater(fieldId(`questions.${key}`));
            onOpen(key);
          }}
          onMove={move}
          onAdd={add}
        />
      </div>
      <div class="panel-side">
        <p class="told" role="status">
          {told}
        </p>
        {removed === null ? null : (
          <button type="button" class="button quiet" id="undo-remove" onClick={undo}>
            {t("editor.undo")}
          </button>
        )}
        {question === undefined ? (
          <p class="hint choose">{draft.questions.length === 0 ? null : t("editor.choose")}</p>
        ) : (
          <QuestionPanel
            key={question.key}
            form={form}
            question={question}
            number={index + 1}
            total={draft.questions.length}
            onChange={(next) => change(replaceQuestion(draft, next))}
            onDuplicate={() => duplicate(question.key)}
            onRemove={() => remove(question.key)}
            onBack={() => {
              focusLater(openId(question.key));
              onOpen(null);
            }}
          />
        )}
      </div>
    </div>
  );
}
