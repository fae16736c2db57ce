import { limits } from "../../../worker/shared/limits.ts";
import { type DraftNumber, readNumber, readText } from "../draft.ts";
import { NumberField, TranslatedField } from "../editor-fields.tsx";
import type { QuestionEditor } from "../question-editor.ts";

/** `rightValue` and `closeWithin` undefined: not said. */
export type NumberFields = {
  type: "number";
  min: DraftNumber;
  max: DraftNumber;
  unit: string;
  rightValue?: DraftNumber | undefined;
  closeWithin?: DraftNumber | undefined;
};

export const numberEditor: QuestionEditor<NumberFields> = {
  blank: () => ({ type: "number", min: 0, max: 100, unit: "" }),
  read: (raw) => ({
    type: "number",
    min: readNumber(raw.min, null),
    max: readNumber(raw.max, null),
    unit: readText(raw.unit),
    rightValue: readOptional(raw.rightValue),
    closeWithin: readOptional(raw.closeWithin),
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
      <TranslatedField
        form={form}
        path={`${path}.unit`}
        label={form.t("field.unit")}
        hint={form.t("hint.unit")}
        value={question.unit}
        max={limits.unitLength}
        onInput={(unit) => onChange({ ...question, unit })}
      />
      {(["rightValue", "closeWithin"] as const).map((field) => (
        <NumberField
          key={field}
          form={form}
          path={`${path}.${field}`}
          label={form.t(`field.${field}`)}
          hint={form.t(`hint.${field}`)}
          min={field === "rightValue" ? -limits.numberValue : 0}
          max={limits.numberValue}
          step="any"
          value={question[field] ?? null}
          onInput={(value, isEmpty) => onChange({ ...question, [field]: isEmpty ? undefined : value })}
        />
      ))}
    </>
  ),
};

function readOptional(raw: unknown): DraftNumber | undefined {
  return raw === undefined ? undefined : readNumber(raw, null);
}
