import { limits } from "../../../worker/shared/limits.ts";
import { blankItems, type DraftItem, type DraftNumber, readItems, readNumber } from "../draft.ts";
import { NumberField } from "../editor-fields.tsx";
import { ItemsField } from "../items-field.tsx";
import type { QuestionEditor } from "../question-editor.ts";

export type PointsFields = { type: "points"; options: DraftItem[]; total: DraftNumber };

export const pointsEditor: QuestionEditor<PointsFields> = {
  blank: (newKey) => ({ type: "points", options: blankItems(limits.rankedOptions.min, newKey), total: 100 }),
  read: (raw, newKey) => ({
    type: "points",
    options: readItems(raw.options, newKey),
    total: readNumber(raw.total, 100),
  }),
  Fields: ({ question, path, form, onChange }) => (
    <>
      <ItemsField
        form={form}
        path={`${path}.options`}
        kind="option"
        range={limits.rankedOptions}
        items={question.options}
        onChange={(options) => onChange({ ...question, options })}
      />
      <NumberField
        form={form}
        path={`${path}.total`}
        label={form.t("field.total")}
        hint={form.t("hint.total")}
        min={1}
        max={limits.pointsTotal}
        value={question.total}
        onInput={(total) => onChange({ ...question, total })}
      />
    </>
  ),
};
