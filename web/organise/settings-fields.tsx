/** What concerns the poll as a whole and most polls leave as it is: folded, so that the questions stand first. */
import { limits } from "../../worker/shared/limits.ts";
import { NumberField, SwitchField, TextField } from "../questions/editor-fields.tsx";
import type { Form } from "../questions/question-editor.ts";
import type { Draft, DraftSettings } from "./draft.ts";
import { LooksFields } from "./looks-fields.tsx";

type SettingsFieldsProps = { form: Form; draft: Draft; onChange(draft: Draft): void };

export function SettingsFields({ form, draft, onChange }: SettingsFieldsProps) {
  const { t } = form;
  const changeSettings = (changes: Partial<DraftSettings>) =>
    onChange({ ...draft, settings: { ...draft.settings, ...changes } });
  return (
    <details class="settings">
      <summary>
        <h2>{t("editor.settings")}</h2>
      </summary>
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
      <NumberField
        form={form}
        path="settings.retentionDays"
        label={t("field.settings.retentionDays")}
        hint={t("hint.retentionDays")}
        min={limits.retentionDays.min}
        max={limits.retentionDays.max}
        value={draft.settings.retentionDays ?? null}
        onInput={(days, isEmpty) => changeSettings({ retentionDays: isEmpty ? undefined : days })}
      />
      <LooksFields form={form} settings={draft.settings} onChange={changeSettings} />
    </details>
  );
}
