/** What the poll is called, and in which languages. */
import { limits } from "../../worker/shared/limits.ts";
import { TranslatedField } from "../questions/editor-fields.tsx";
import type { Form } from "../questions/question-editor.ts";
import type { Draft } from "./draft.ts";
import { LanguageFields } from "./language-fields.tsx";

type AboutFieldsProps = { form: Form; draft: Draft; language: string; onChange(draft: Draft): void };

export function AboutFields({ form, draft, language, onChange }: AboutFieldsProps) {
  return (
    <div class="about">
      <TranslatedField
        form={form}
        path="title"
        label={form.t("field.title")}
        value={draft.title}
        max={limits.titleLength}
        onInput={(title) => onChange({ ...draft, title })}
      />
      <LanguageFields form={form} draft={draft} language={language} onChange={onChange} />
    </div>
  );
}
