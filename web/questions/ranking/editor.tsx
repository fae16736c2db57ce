import { limits } from "../../../worker/shared/limits.ts";
import { blankItems, type DraftItem, readItems } from "../draft.ts";
import { ItemsField } from "../items-field.tsx";
import type { QuestionEditor } from "../question-editor.ts";

export type RankingFields = { type: "ranking"; options: DraftItem[] };

export const rankingEditor: QuestionEditor<RankingFields> = {
  blank: (newKey) => ({ type: "ranking", options: blankItems(limits.rankedOptions.min, newKey) }),
  read: (raw, newKey) => ({ type: "ranking", options: readItems(raw.options, newKey) }),
  Fields: ({ question, path, form, onChange }) => (
    <ItemsField
      form={form}
      path={`${path}.options`}
      kind="option"
      range={limits.rankedOptions}
      items={question.options}
      onChange={(options) => onChange({ ...question, options })}
    />
  ),
};
