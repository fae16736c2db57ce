/** What concerns the poll as a whole. */
import { describedBy, ErrorText, fieldId, SwitchField, TextField } from "../questions/editor-fields.tsx";
import type { Form } from "../questions/question-editor.ts";
import type { Draft, DraftSettings } from "./draft.ts";
import { LooksFields } from "./looks-fields.tsx";

/** Offered in the form; any other language tag can be given as JSON. */
const languages = ["sv", "en", "fi", "nb", "nn", "da", "is", "se", "et", "de", "nl", "fr", "es", "it", "pl"];

type AboutFieldsProps = { form: Form; draft: Draft; language: string; onChange(draft: Draft): void };

export function AboutFields({ form, draft, language, onChange }: AboutFieldsProps) {
  const { t } = form;
  const names = new Intl.DisplayNames(language, { type: "language", fallback: "code" });
  const offered = languages.includes(draft.language) ? languages : [draft.language, ...languages];
  const changeSettings = (changes: Partial<DraftSettings>) =>
    onChange({ ...draft, settings: { ...draft.settings, ...changes } });
  return (
    <div class="about">
      <TextField
        form={form}
        path="title"
        label={t("field.title")}
        value={draft.title}
        onInput={(title) => onChange({ ...draft, title })}
      />
      <div class="form-row">
        <label for={fieldId("language")}>{t("field.language")}</label>
        <select
          class="field"
          value={draft.language}
          onInput={(event) => onChange({ ...draft, language: event.currentTarget.value })}
          {...describedBy(form, "language", t("hint.language"))}
        >
          {offered.map((tag) => (
            <option key={tag} value={tag}>
              {languageName(names, tag)}
            </option>
          ))}
        </select>
        <p class="hint" id={`${fieldId("language")}-hint`}>
          {t("hint.language")}
        </p>
        <ErrorText form={form} path="language" />
      </div>
      <SwitchField
        form={form}
        path="settings.blockList"
        label={t("field.settings.blockList")}
        hint={t("hint.blockList")}
        checked={draft.settings.blockList}
        onInput={(blockList) => changeSettings({ blockList })}
      />
      {(["blockedWords", "allowedWords"] as const).map((name) => (
        <TextField
          key={name}
          form={form}
          path={`settings.${name}`}
          label={t(`field.settings.${name}`)}
          hint={t(`hint.${name}`)}
          lines={3}
          value={draft.settings[name]}
          onInput={(words) => changeSettings({ [name]: words })}
        />
      ))}
      <SwitchField
        form={form}
        path="settings.embed"
        label={t("field.settings.embed")}
        hint={t("hint.embed")}
        checked={draft.settings.embed}
        onInput={(embed) => changeSettings({ embed })}
      />
      <SwitchField
        form={form}
        path="settings.sharedDevice"
        label={t("field.settings.sharedDevice")}
        hint={t("hint.sharedDevice")}
        checked={draft.settings.sharedDevice}
        onInput={(sharedDevice) => changeSettings({ sharedDevice })}
      />
      <LooksFields form={form} settings={draft.settings} onChange={changeSettings} />
    </div>
  );
}

/** A tag that came by JSON may be none at all. */
function languageName(names: Intl.DisplayNames, tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
