/** The whole poll as JSON, for who would rather write it so. */
import { describedBy, ErrorText, fieldId } from "../questions/editor-fields.tsx";
import type { Form } from "../questions/question-editor.ts";

/** Where the JSON's own error stands: no path of a definition is empty. */
export const jsonPath = "json";

export function JsonField({ form, json, onInput }: { form: Form; json: string; onInput(text: string): void }) {
  const { t } = form;
  return (
    <div class="form-row">
      <label for={fieldId(jsonPath)}>{t("json.label")}</label>
      <p class="hint" id={`${fieldId(jsonPath)}-hint`}>
        {t("json.hint")}
      </p>
      <textarea
        class="field json"
        rows={24}
        spellcheck={false}
        value={json}
        onInput={(event) => onInput(event.currentTarget.value)}
        {...describedBy(form, jsonPath, t("json.hint"))}
      />
      <ErrorText form={form} path={jsonPath} />
    </div>
  );
}
