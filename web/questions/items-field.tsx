/** A list of short texts, a choice's options or a scale's statements: written, added, moved and removed in place. */

import { limits } from "../../worker/shared/limits.ts";
import { type DraftItem, moved } from "./draft.ts";
import { describedBy, ErrorText, fieldId, LengthText, lengthText } from "./editor-fields.tsx";
import { useFocusLater } from "./focus-later.ts";
import { newKey } from "./new-key.ts";
import type { Form } from "./question-editor.ts";

type ItemsFieldProps = {
  form: Form;
  path: string;
  kind: "option" | "statement" | "item";
  range: { min: number; max: number };
  items: DraftItem[];
  onChange(items: DraftItem[]): void;
};

export function ItemsField({ form, path, kind, range, items, onChange }: ItemsFieldProps) {
  const { t } = form;
  const focusLater = useFocusLater();
  const textPath = (key: string) => `${path}.${key}.text`;
  const lengthOfItem = ({ text }: DraftItem) => lengthText(form, text, limits.optionLength);
  const full = items.length >= range.max;

  const add = (at: number) => {
    if (full) return;
    const item = { key: newKey(), text: "" };
    focusLater(fieldId(textPath(item.key)));
    onChange(items.toSpliced(at, 0, item));
  };
  const remove = (index: number) => {
    const neighbour = items[index + 1] ?? items[index - 1];
    focusLater(neighbour === undefined ? fieldId(path) : fieldId(textPath(neighbour.key)));
    onChange(items.toSpliced(index, 1));
  };
  const move = (index: number, step: -1 | 1, key: string) => {
    const atEnd = index + step === 0 || index + step === items.length - 1;
    focusLater(moveId(path, key, atEnd ? -step : step));
    onChange(moved(items, key, step));
  };

  return (
    <fieldset class="items" id={fieldId(path)} tabIndex={-1}>
      <legend>{t(`items.${kind}s`)}</legend>
      <ErrorText form={form} path={path} />
      <ol>
        {items.map((item, index) => (
          <li key={item.key}>
            <label class="visually-hidden" for={fieldId(textPath(item.key))}>
              {t(`items.${kind}`, { n: index + 1 })}
            </label>
            <input
              type="text"
              class="field"
              autocomplete="off"
              value={item.text}
              onInput={(event) => onChange(items.with(index, { ...item, text: event.currentTarget.value }))}
              onKeyDown={(event) => {
                if (event.key !== "Enter" || event.isComposing) return;
                event.preventDefault();
                add(index + 1);
              }}
              {...describedBy(form, textPath(item.key), undefined, lengthOfItem(item))}
            />
            <div class="item-buttons">
              <IconButton
                id={moveId(path, item.key, -1)}
                sign="↑"
                label={t("items.up", { n: index + 1 })}
                disabled={index === 0}
                onClick={() => move(index, -1, item.key)}
              />
              <IconButton
                id={moveId(path, item.key, 1)}
                sign="↓"
                label={t("items.down", { n: index + 1 })}
                disabled={index === items.length - 1}
                onClick={() => move(index, 1, item.key)}
              />
              <IconButton
                sign="×"
                label={t("items.remove", { n: index + 1 })}
                disabled={items.length <= range.min}
                onClick={() => remove(index)}
              />
            </div>
            <LengthText path={textPath(item.key)} text={lengthOfItem(item)} />
            <ErrorText form={form} path={textPath(item.key)} />
            <ItemTranslation form={form} path={textPath(item.key)} label={t(`items.${kind}`, { n: index + 1 })} />
            <ErrorText form={form} path={`${path}.${item.key}.id`} />
          </li>
        ))}
      </ol>
      <button type="button" class="button quiet" disabled={full} onClick={() => add(items.length)}>
        {t(`items.add-${kind}`)}
      </button>
    </fieldset>
  );
}

function ItemTranslation({ form, path, label }: { form: Form; path: string; label: string }) {
  const { t, also } = form;
  if (also === undefined) return null;
  const own = `${path}.${also.tag}`;
  return (
    <>
      <label class="hint" for={fieldId(own)}>
        {t("field.inLanguage", { field: label, language: also.name })}
      </label>
      <input
        type="text"
        class="field"
        autocomplete="off"
        lang={also.tag}
        value={also.textAt(path)}
        onInput={(event) => also.write(path, event.currentTarget.value)}
        {...describedBy(form, own)}
      />
      <ErrorText form={form} path={own} />
    </>
  );
}

function moveId(path: string, key: string, step: number): string {
  return `${fieldId(`${path}.${key}`)}-${step < 0 ? "up" : "down"}`;
}

type IconButtonProps = { id?: string; sign: string; label: string; disabled: boolean; onClick(): void };

export function IconButton({ sign, label, ...rest }: IconButtonProps) {
  return (
    <button type="button" class="icon" aria-label={label} title={label} {...rest}>
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
