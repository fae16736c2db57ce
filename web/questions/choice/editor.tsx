import { limits } from "../../../worker/shared/limits.ts";
import { blankItems, type DraftItem, type DraftNumber, readFlag, readItems, readNumber } from "../draft.ts";
import { NumberField, SwitchField } from "../editor-fields.tsx";
import { ItemsField } from "../items-field.tsx";
import type { QuestionEditor } from "../question-editor.ts";

export type ChoiceFields = {
  type: "choice";
  options: DraftItem[];
  maxChoices: DraftNumber;
  allowOther: boolean;
  randomOrder: boolean;
};

const switches = ["allowOther", "randomOrder"] as const;

export const choiceEditor: QuestionEditor<ChoiceFields> = {
  blank: (newKey) => ({
    type: "choice",
    options: blankItems(limits.choiceOptions.min, newKey),
    maxChoices: 1,
    allowOther: false,
    randomOrder: false,
  }),
  read: (raw, newKey) => ({
    type: "choice",
    options: readItems(raw.options, newKey),
    maxChoices: readNumber(raw.maxChoices, 1),
    allowOther: readFlag(raw.allowOther, false),
    randomOrder: readFlag(raw.randomOrder, false),
  }),
  Fields: ({ question, path, form, onChange }) => (
    <>
      <ItemsField
        form={form}
        path={`${path}.options`}
        kind="option"
        range={limits.choiceOptions}
        items={question.options}
        onChange={(options) => onChange({ ...question, options })}
      />
      <NumberField
        form={form}
        path={`${path}.maxChoices`}
        label={form.t("field.maxChoices")}
        hint={form.t("hint.maxChoices")}
        min={1}
        max={Math.max(1, question.options.length + (question.allowOther ? 1 : 0))}
        value={question.maxChoices}
        onInput={(maxChoices) => onChange({ ...question, maxChoices })}
      />
      {switches.map((name) => (
        <SwitchField
          key={name}
          form={form}
          path={`${path}.${name}`}
          label={form.t(`field.${name}`)}
          hint={form.t(`hint.${name}`)}
          checked={question[name]}
          onInput={(checked) => onChange({ ...question, [name]: checked })}
        />
      ))}
    </>
  ),
};
