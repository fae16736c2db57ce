/** The question that is being written. */
import { limits } from "../../worker/shared/limits.ts";
import { ErrorText, fieldId, SwitchField, TextField, TranslatedField } from "../questions/editor-fields.tsx";
import { type DraftQuestion, editorOf } from "../questions/editors.ts";
import type { Form } from "../questions/question-editor.ts";

type QuestionPanelProps = {
  form: Form;
  question: DraftQuestion;
  /** From 1. */
  number: number;
  total: number;
  /** On a narrow screen: whether its look is shown in place of its fields. */
  looking: boolean;
  onLook(looking: boolean): void;
  onChange(question: DraftQuestion): void;
  onDuplicate(): void;
  onRemove(): void;
  onBack(): void;
};

const switches = ["changeable", "skippable", "resultsHidden", "resultsOnPhones"] as const;

export function QuestionPanel(props: QuestionPanelProps) {
  const { form, question, number, total, looking, onLook, onChange, onDuplicate, onRemove, onBack } = props;
  const { t } = form;
  const path = `questions.${question.key}`;
  const { Fields } = editorOf(question.type);
  return (
    <section class="question-panel" aria-labelledby={fieldId(path)}>
      <button type="button" class="button quiet back" onClick={onBack}>
        {t("editor.back")}
      </button>
      <header>
        <h2 id={fieldId(path)} tabIndex={-1}>
          {t("editor.question", { n: number, total })} <span class="kind">{t(`type.${question.type}`)}</span>
        </h2>
        <div class="buttons">
          <button type="button" class="button quiet" onClick={onDuplicate}>
            {t("editor.duplicate")}
          </button>
          <button type="button" class="button quiet" onClick={onRemove}>
            {t("editor.remove")}
          </button>
        </div>
      </header>
      <fieldset class="modes looks-or-fields">
        <legend class="visually-hidden">{t("preview.how")}</legend>
        <button type="button" aria-pressed={!looking} onClick={() => onLook(false)}>
          {t("preview.write")}
        </button>
        <button type="button" aria-pressed={looking} onClick={() => onLook(true)}>
          {t("preview.title")}
        </button>
      </fieldset>
      <div class="fields">
        <ErrorText form={form} path={path} />
        <ErrorText form={form} path={`${path}.type`} />
        <TranslatedField
          form={form}
          path={`${path}.text`}
          label={t("field.text")}
          lines={2}
          max={limits.questionLength}
          value={question.text}
          onInput={(text) => onChange({ ...question, text })}
        />
        <Fields form={form} path={path} question={question} onChange={onChange} />
        <fieldset>
          <legend>{t("editor.switches")}</legend>
          {switches.map((name) => (
            <SwitchField
              key={name}
              form={form}
              path={`${path}.${name}`}
              label={t(`field.${name}`)}
              checked={question[name]}
              onInput={(checked) => onChange({ ...question, [name]: checked })}
            />
          ))}
        </fieldset>
        <TextField
          form={form}
          path={`${path}.notes`}
          label={t("field.notes")}
          hint={t("hint.notes")}
          lines={4}
          max={limits.notesLength}
          value={question.notes}
          onInput={(notes) => onChange({ ...question, notes })}
        />
      </div>
    </section>
  );
}
