import { limits } from "../../../worker/shared/limits.ts";
import { type DraftNumber, readNumber } from "../draft.ts";
import { NumberField } from "../editor-fields.tsx";
import type { QuestionEditor } from "../question-editor.ts";

export type TextFields = { type: "text"; maxLength: DraftNumber };

export const textEditor: QuestionEditor<TextFields> = {
  blank: () => ({ type: "text", maxLength: 250 }),
  read: (raw) => ({ type: "text", maxLength: readNumber(raw.maxLength, 250) }),
  Fields: ({ question, path, form, onChange }) => (
    <NumberField
      form={form}
      path={`${path}.maxLength`}
      label={form.t("field.maxLength")}
      min={1}
      max={limits.textLength}
      value={question.maxLength}
      onInput={(maxLength) => onChange({ ...question, maxLength })}
    />
  ),
};
