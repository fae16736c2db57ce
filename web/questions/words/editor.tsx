import { limits } from "../../../worker/shared/limits.ts";
import { type DraftNumber, readNumber } from "../draft.ts";
import { NumberField } from "../editor-fields.tsx";
import type { QuestionEditor } from "../question-editor.ts";

export type WordsFields = { type: "words"; maxWords: DraftNumber };

export const wordsEditor: QuestionEditor<WordsFields> = {
  blank: () => ({ type: "words", maxWords: 3 }),
  read: (raw) => ({ type: "words", maxWords: readNumber(raw.maxWords, 3) }),
  Fields: ({ question, path, form, onChange }) => (
    <NumberField
      form={form}
      path={`${path}.maxWords`}
      label={form.t("field.maxWords")}
      min={1}
      max={limits.maxWords}
      value={question.maxWords}
      onInput={(maxWords) => onChange({ ...question, maxWords })}
    />
  ),
};
