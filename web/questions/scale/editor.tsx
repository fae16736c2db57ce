import { limits } from "../../../worker/shared/limits.ts";
import { blankItems, type DraftItem, type DraftNumber, readItems, readNumber, readText } from "../draft.ts";
import { NumberField, TranslatedField } from "../editor-fields.tsx";
import { ItemsField } from "../items-field.tsx";
import type { QuestionEditor } from "../question-editor.ts";

export type ScaleFields = {
  type: "scale";
  statements: DraftItem[];
  min: DraftNumber;
  max: DraftNumber;
  minLabel: string;
  maxLabel: string;
};

export const scaleEditor: QuestionEditor<ScaleFields> = {
  blank: (newKey) => ({
    type: "scale",
    statements: blankItems(limits.statements.min, newKey),
    min: 1,
    max: 5,
    minLabel: "",
    maxLabel: "",
  }),
  read: (raw, newKey) => ({
    type: "scale",
    statements: readItems(raw.statements, newKey),
    min: readNumber(raw.min, 1),
    max: readNumber(raw.max, 5),
    minLabel: readText(raw.minLabel),
    maxLabel: readText(raw.maxLabel),
  }),
  Fields: ({ question, path, form, onChange }) => (
    <>
      <ItemsField
        form={form}
        path={`${path}.statements`}
        kind="statement"
        range={limits.statements}
        items={question.statements}
        onChange={(statements) => onChange({ ...question, statements })}
      />
      <fieldset class="scale-ends">
        <legend>{form.t("scale.ends")}</legend>
        <ScaleEnd end="min" {...{ question, path, form, onChange }} />
        <ScaleEnd end="max" {...{ question, path, form, onChange }} />
      </fieldset>
    </>
  ),
};

type EndProps = Parameters<typeof scaleEditor.Fields>[0] & { end: "min" | "max" };

function ScaleEnd({ end, question, path, form, onChange }: EndProps) {
  return (
    <div class="scale-end">
      <NumberField
        form={form}
        path={`${path}.${end}`}
        label={form.t(`field.${end}`)}
        min={-limits.scaleValue}
        max={limits.scaleValue}
        value={question[end]}
        onInput={(value) => onChange({ ...question, [end]: value })}
      />
      <TranslatedField
        form={form}
        path={`${path}.${end}Label`}
        label={form.t(`field.${end}Label`)}
        value={question[`${end}Label`]}
        max={limits.labelLength}
        onInput={(value) => onChange({ ...question, [`${end}Label`]: value })}
      />
    </div>
  );
}
