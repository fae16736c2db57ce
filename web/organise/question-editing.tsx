/** The list of questions, the one that is open, and how it will look: side by side, or one of the three at a time. */
import { useState } from "preact/hooks";
import type { QuestionType } from "../../worker/questions/registry.ts";
import { fieldId } from "../questions/editor-fields.tsx";
import { useFocusLater } from "../questions/focus-later.ts";
import { newKey } from "../questions/new-key.ts";
import type { Form } from "../questions/question-editor.ts";
import { addQuestion, type Draft, duplicateQuestion, moveQuestion, removeQuestion, replaceQuestion } from "./draft.ts";
import { PreviewPlace } from "./preview-place.tsx";
import { moveId, openId, QuestionList } from "./question-list.tsx";
import { QuestionPanel } from "./question-panel.tsx";
import { undoId } from "./save-bar.tsx";

type QuestionEditingProps = {
  form: Form;
  draft: Draft;
  language: string;
  /** Keys of the questions that something is wrong with. */
  wrong: ReadonlySet<string>;
  open: string | null;
  onOpen(key: string | null): void;
  onChange(draft: Draft): void;
};

export function QuestionEditing({ form, draft, language, wrong, open, onOpen, onChange }: QuestionEditingProps) {
  const { t } = form;
  const focusLater = useFocusLater();
  const [told, setTold] = useState("");
  // On a narrow screen, where the look takes the form's place.
  const [looking, setLooking] = useState(false);
  const index = draft.questions.findIndex((question) => question.key === open);
  const question = draft.questions[index];

  const change = (next: Draft, words = "") => {
    setTold(words);
    onChange(next);
  };
  const add = (type: QuestionType) => {
    const next = addQuestion(draft, type, newKey);
    const added = next.questions.at(-1);
    if (added === undefined) return;
    focusLater(fieldId(`questions.${added.key}.text`));
    setLooking(false);
    onOpen(added.key);
    change(next);
  };
  const move = (key: string, step: number, from: "buttons" | "row") => {
    const next = moveQuestion(draft, key, step);
    const to = next.questions.findIndex((other) => other.key === key);
    const atEnd = to === 0 || to === next.questions.length - 1;
    focusLater(from === "row" ? openId(key) : moveId(key, atEnd ? -step : step));
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
    onOpen(null);
    focusLater(undoId);
  };

  return (
    <div class={`editing ${question === undefined ? "" : "has-open"} ${looking ? "looking" : ""}`}>
      <div class="list-side">
        <QuestionList
          form={form}
          questions={draft.questions}
          open={open}
          wrong={wrong}
          onOpen={(key) => {
            focusLater(fieldId(`questions.${key}`));
            setLooking(false);
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
        {question === undefined ? (
          <p class="hint choose">{draft.questions.length === 0 ? null : t("editor.choose")}</p>
        ) : (
          <QuestionPanel
            key={question.key}
            form={form}
            question={question}
            number={index + 1}
            total={draft.questions.length}
            looking={looking}
            onLook={setLooking}
            onChange={(next) => change(replaceQuestion(draft, next))}
            onDuplicate={() => duplicate(question.key)}
            onRemove={() => remove(question.key)}
            onBack={() => {
              focusLater(openId(question.key));
              setLooking(false);
              onOpen(null);
            }}
          />
        )}
      </div>
      {question === undefined ? null : (
        <PreviewPlace
          t={t}
          question={question}
          title={draft.title}
          settings={draft.settings}
          pollLanguage={draft.language}
          language={language}
        />
      )}
    </div>
  );
}
