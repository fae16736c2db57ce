/** The organiser's colour and logo on the stage. */
import { useState } from "preact/hooks";
import { limits } from "../../worker/shared/limits.ts";
import { describedBy, ErrorText, fieldId, TextField } from "../questions/editor-fields.tsx";
import type { Form } from "../questions/question-editor.ts";
import type { DraftSettings } from "./draft.ts";

type LooksFieldsProps = { form: Form; settings: DraftSettings; onChange(changes: Partial<DraftSettings>): void };

const accentPath = "settings.accent";
const imagePath = "settings.logo.image";
const pictures = ["image/png", "image/jpeg", "image/webp"];
/** What the picker shows while no colour is chosen: the stage's own, which is no input's to refuse. */
const ownAccent = "#0568c9";

export function LooksFields({ form, settings, onChange }: LooksFieldsProps) {
  const { t } = form;
  const { accent, logo } = settings;
  const [refused, setRefused] = useState<"kind" | "size" | null>(null);
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    if (!pictures.includes(file.type)) return setRefused("kind");
    if (file.size > limits.logoBytes) return setRefused("size");
    const image = await dataUrlOf(file).catch(() => null);
    setRefused(image === null ? "kind" : null);
    if (image !== null) onChange({ logo: { image, alt: logo?.alt ?? "" } });
  };
  const logoHint = t("hint.logo", { n: limits.logoBytes / 1024 });
  return (
    <fieldset class="looks">
      <legend>{t("editor.looks")}</legend>
      <div class="form-row">
        <label for={fieldId(accentPath)}>{t("field.settings.accent")}</label>
        <p class="hint" id={`${fieldId(accentPath)}-hint`}>
          {t("hint.accent")}
        </p>
        <div class="looks-accent">
          <input
            type="text"
            class="field"
            autocomplete="off"
            spellcheck={false}
            placeholder="#rrggbb"
            value={accent}
            onInput={(event) => onChange({ accent: event.currentTarget.value.trim() })}
            {...describedBy(form, accentPath, t("hint.accent"))}
          />
          <input
            type="color"
            aria-label={t("field.accentPicker")}
            value={/^#[0-9a-f]{6}$/i.test(accent) ? accent : ownAccent}
            onInput={(event) => onChange({ accent: event.currentTarget.value })}
          />
        </div>
        <ErrorText form={form} path={accentPath} />
      </div>
      <div class="form-row">
        <label for={fieldId(imagePath)}>{t("field.settings.logo.image")}</label>
        <p class="hint" id={`${fieldId(imagePath)}-hint`}>
          {logoHint}
        </p>
        {logo !== null && <img class="looks-logo" src={logo.image} alt={logo.alt} />}
        <div class="buttons">
          <input
            type="file"
            accept={pictures.join(",")}
            onChange={(event) => void choose(event.currentTarget.files?.[0])}
            {...describedBy(form, imagePath, logoHint)}
          />
          {logo !== null && (
            <button type="button" class="button quiet" onClick={() => onChange({ logo: null })}>
              {t("editor.removeLogo")}
            </button>
          )}
        </div>
        <p class="field-error" role="alert">
          {refused === null ? "" : t(`rule.logo-${refused}`, { n: limits.logoBytes / 1024 })}
        </p>
        <ErrorText form={form} path={imagePath} />
      </div>
      {logo !== null && (
        <TextField
          form={form}
          path="settings.logo.alt"
          label={t("field.settings.logo.alt")}
          hint={t("hint.logoAlt")}
          value={logo.alt}
          max={limits.logoTextLength}
          onInput={(alt) => onChange({ logo: { ...logo, alt } })}
        />
      )}
    </fieldset>
  );
}

function dataUrlOf(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
