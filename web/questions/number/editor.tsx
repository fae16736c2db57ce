import { limits } from "../../../worker/shared/limits.ts";
import { type DraftNumber, readNumber, readText } from "../draft.ts";
import { NumberField, TextField } from "../editor-fields.tsx";
import type { QuestionEditor } from "../question-editor.ts";

export type NumberFields = { type: "number"; min: DraftNumber; max: DraftNumber; unit: string };

export const numberEditor: QuestionEditor<NumberFields> = {
  blank: () => ({ type: "number", min: 0, max: 100, unit: "" }),
  read: (raw) => ({
    type: "number",
    min: readNumber(raw.min, null),
    max: readNumber(raw.max, null),
    unit: readText(raw.unit),
  }),
  Fields: ({ question, path, form, onChange }) => (
    <>
      {(["min", "max"] as const).map((end) => (
        <NumberField
          key={end}
          form={form}
          path={`${path}.${end}`}
          label={form.t(`field.${end}`)}
          min={-limits.numberValue}
          max={limits.numberValue}
          step="any"
          value={question[end]}
          onInput={(value) => onChange({ ...question, [end]: value })}
        />
      ))}
      <TextField
        form={form}
        path={`${path}.unit`}
        label={form.t("field.unit")}
        hint={form.t("hint.unit")}
        value={question.unit}
        onInput={(unit) => onChange({ ...question, unit })}
      />
    </>
  ),
};
