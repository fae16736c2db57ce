/** The labelled fields of the organiser's form. Each shows what is wrong at its path, and its element's id comes from it. */
import type { ComponentChildren } from "preact";
import type { DraftNumber } from "./draft.ts";
import type { Form } from "./question-editor.ts";
import { lengthOf } from "./text-length.ts";

/** The id of the element that shows the field at `path`. */
export function fieldId(path: string): string {
  return `field-${path.replaceAll(".", "-")}`;
}

type FieldProps = { form: Form; path: string; label: string; hint?: string };

/** What ties a control to its label, hint and error, and to what is said of its length. */
export function describedBy(form: Form, path: string, hint?: string, length?: string | null) {
  const error = form.errorAt(path);
  const ids = [
    hint === undefined ? [] : [`${fieldId(path)}-hint`],
    typeof length === "string" ? [`${fieldId(path)}-length`] : [],
    error === undefined ? [] : [`${fieldId(path)}-error`],
  ];
  const described = ids.flat().join(" ");
  return {
    id: fieldId(path),
    ...(described === "" ? {} : { "aria-describedby": described }),
    ...(error === undefined ? {} : { "aria-invalid": true }),
  };
}

export function ErrorText({ form, path }: { form: Form; path: string }) {
  const error = form.errorAt(path);
  return error === undefined ? null : (
    <p class="field-error" id={`${fieldId(path)}-error`}>
      {error}
    </p>
  );
}

/** How many letters are left where a text comes near to its limit, or how many it has too many; null before that. */
export function lengthText(form: Form, value: string, max: number | undefined): string | null {
  if (max === undefined) return null;
  const near = max - Math.max(10, max / 10);
  // A letter is at least one unit: what is short needs no counting.
  if (value.length < near) return null;
  const left = max - lengthOf(value);
  if (left < 0) return form.t("field.tooMany", { n: -left });
  return left > max - near ? null : form.t("field.left", { n: left });
}

export function LengthText({ path, text }: { path: string; text: string | null }) {
  return text === null ? null : (
    <p class="hint" id={`${fieldId(path)}-length`}>
      {text}
    </p>
  );
}

function Field({ form, path, label, hint, children }: FieldProps & { children: ComponentChildren }) {
  return (
    <div class="form-row">
      <label for={fieldId(path)}>{label}</label>
      {hint === undefined ? null : (
        <p class="hint" id={`${fieldId(path)}-hint`}>
          {hint}
        </p>
      )}
      {children}
      <ErrorText form={form} path={path} />
    </div>
  );
}

/** `lang`: of what is written, where it isn't the poll's own. `max`: how many letters it takes. */
type TextFieldProps = FieldProps & {
  value: string;
  lines?: number;
  lang?: string;
  max?: number;
  onInput(value: string): void;
};

/** A text for attendees: written in each of the poll's languages. */
export function TranslatedField(props: Omit<TextFieldProps, "lang">) {
  const { form, path, label, lines, max } = props;
  const { also } = form;
  if (also === undefined) return <TextField {...props} />;
  return (
    <div class="in-languages">
      <TextField {...props} />
      <TextField
        form={form}
        path={`${path}.${also.tag}`}
        label={form.t("field.inLanguage", { field: label, language: also.name })}
        {...(lines === undefined ? {} : { lines })}
        {...(max === undefined ? {} : { max })}
        lang={also.tag}
        value={also.textAt(path)}
        onInput={(text) => also.write(path, text)}
      />
    </div>
  );
}

export function TextField({ form, path, label, hint, value, lines = 1, lang, max, onInput }: TextFieldProps) {
  const length = lengthText(form, value, max);
  const described = describedBy(form, path, hint, length);
  return (
    <Field form={form} path={path} label={label} {...(hint === undefined ? {} : { hint })}>
      {lines === 1 ? (
        <input
          type="text"
          class="field"
          autocomplete="off"
          lang={lang}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
          {...described}
        />
      ) : (
        <textarea
          class="field"
          rows={lines}
          lang={lang}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
          {...described}
        />
      )}
      <LengthText path={path} text={length} />
    </Field>
  );
}

type NumberFieldProps = FieldProps & {
  min: number;
  max: number;
  /** Whole numbers unless it says otherwise. */
  step?: number | "any";
  value: DraftNumber;
  /** `isEmpty`: nothing is written, rather than something that is no number. */
  onInput(value: DraftNumber, isEmpty: boolean): void;
};

export function NumberField({ form, path, label, hint, min, max, step = 1, value, onInput }: NumberFieldProps) {
  return (
    <Field form={form} path={path} label={label} {...(hint === undefined ? {} : { hint })}>
      <input
        type="number"
        class="field number"
        inputMode={min < 0 ? "text" : step === "any" ? "decimal" : "numeric"}
        step={step}
        min={min}
        max={max}
        value={value ?? ""}
        onInput={(event) => {
          const { valueAsNumber: typed, value: text, validity } = event.currentTarget;
          onInput(Number.isFinite(typed) ? typed : null, text === "" && !validity.badInput);
        }}
        {...describedBy(form, path, hint)}
      />
    </Field>
  );
}

type SwitchFieldProps = FieldProps & { checked: boolean; onInput(checked: boolean): void };

export function SwitchField({ form, path, label, hint, checked, onInput }: SwitchFieldProps) {
  return (
    <div class="form-row switch">
      <input
        type="checkbox"
        checked={checked}
        onInput={(event) => onInput(event.currentTarget.checked)}
        {...describedBy(form, path, hint)}
      />
      <div>
        <label for={fieldId(path)}>{label}</label>
        {hint === undefined ? null : (
          <p class="hint" id={`${fieldId(path)}-hint`}>
            {hint}
          </p>
        )}
        <ErrorText form={form} path={path} />
      </div>
    </div>
  );
}
