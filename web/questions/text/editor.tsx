import { limits } from "../../../worker/shared/limits.ts";
import { type DraftNumber, readFlag, readNumber } from "../draft.ts";
import { NumberField, SwitchField } from "../editor-fields.tsx";
import type { QuestionEditor } from "../question-editor.ts";

export type TextFields = { type: "text"; maxLength: DraftNumber; approveFirst: boolean };

export const textEditor: QuestionEditor<TextFields> = {
  blank: () => ({ type: "text", maxLength: 250, approveFirst: false }),
  read: (raw) => ({
    type: "text",
    maxLength: readNumber(raw.maxLength, 250),
    approveFirst: readFlag(raw.approveFirst, false),
  }),
  Fields: ({ question, path, form, onChange }) => (
    <>
      <NumberField
        form={form}
        path={`${path}.maxLength`}
        label={form.t("field.maxLength")}
        min={1}
        max={limits.textLength}
        value={question.maxLength}
        onInput={(maxLength) => onChange({ ...question, maxLength })}
      />
      <SwitchField
        form={form}
        path={`${path}.approveFirst`}
        label={form.t("field.approveFirst")}
        hint={form.t("hint.approveFirst")}
        checked={question.approveFirst}
        onInput={(approveFirst) => onChange({ ...question, approveFirst })}
      />
    </>
  ),
};
