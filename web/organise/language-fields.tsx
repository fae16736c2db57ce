/** The poll's language, and another one that its texts are given in. */
import { describedBy, ErrorText, fieldId } from "../questions/editor-fields.tsx";
import type { Form } from "../questions/question-editor.ts";
import type { Draft } from "./draft.ts";
import { languageName } from "./language-name.ts";

/** Offered in the form; any other language tag can be given as JSON. */
const languages = ["sv", "en", "fi", "nb", "nn", "da", "is", "se", "et", "de", "nl", "fr", "es", "it", "pl"];

type LanguageFieldsProps = { form: Form; draft: Draft; language: string; onChange(draft: Draft): void };

export function LanguageFields({ form, draft, language, onChange }: LanguageFieldsProps) {
  const { t } = form;
  const given = draft.also === "" ? [] : [...Object.keys(draft.translations), draft.also];
  const offered = [...new Set([...languages, ...given, draft.language])];
  const named = (tags: string[]) => tags.map((tag) => ({ tag, name: languageName(tag, language) }));
  return (
    <div class="languages">
      <LanguageSelect
        form={form}
        path="language"
        // What there are translations in can't be the poll's own as well.
        options={named(offered.filter((tag) => tag === draft.language || !given.includes(tag)))}
        value={draft.language}
        onInput={(tag) => onChange({ ...draft, language: tag })}
      />
      <LanguageSelect
        form={form}
        path="also"
        options={[
          { tag: "", name: t("editor.noOtherLanguage") },
          ...named(offered.filter((tag) => tag !== draft.language)),
        ]}
        value={draft.also}
        onInput={(also) => onChange({ ...draft, also })}
      />
    </div>
  );
}

type LanguageSelectProps = {
  form: Form;
  path: "language" | "also";
  options: { tag: string; name: string }[];
  value: string;
  onInput(tag: string): void;
};

function LanguageSelect({ form, path, options, value, onInput }: LanguageSelectProps) {
  const { t } = form;
  const hint = t(`hint.${path}`);
  return (
    <div class="form-row">
      <label for={fieldId(path)}>{t(`field.${path}`)}</label>
      <select
        class="field"
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        {...describedBy(form, path, hint)}
      >
        {options.map(({ tag, name }) => (
          <option key={tag} value={tag}>
            {name}
          </option>
        ))}
      </select>
      <p class="hint" id={`${fieldId(path)}-hint`}>
        {hint}
      </p>
      <ErrorText form={form} path={path} />
    </div>
  );
}
