/** Asks for one name, in a modal dialog. Escape and the first button leave everything as it is. */
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { AccountTexts } from "./account-texts.ts";

type NameDialogProps = {
  t: AccountTexts;
  title: string;
  label: string;
  hint?: string;
  value: string;
  /** Names that are there already. */
  known?: readonly string[];
  mayBeEmpty?: boolean;
  onSave(name: string): void;
  onCancel(): void;
};

export function NameDialog(props: NameDialogProps) {
  const { t, title, label, hint = "", value, known = [], mayBeEmpty = false, onSave, onCancel } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const [name, setName] = useState(value);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="confirm"
      aria-labelledby={`${id}-title`}
      onClose={(event) => (event.currentTarget.returnValue === "save" ? onSave(name.trim()) : onCancel())}
    >
      <form method="dialog">
        <h2 id={`${id}-title`}>{title}</h2>
        <div class="form-row">
          <label for={`${id}-name`}>{label}</label>
          <input
            id={`${id}-name`}
            class="field"
            type="text"
            maxLength={60}
            required={!mayBeEmpty}
            list={known.length === 0 ? undefined : `${id}-known`}
            aria-describedby={`${id}-hint`}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <p class="hint" id={`${id}-hint`}>
            {hint}
          </p>
          {known.length === 0 ? null : (
            <datalist id={`${id}-known`}>
              {known.map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
          )}
        </div>
        <div class="buttons">
          <button type="button" class="button quiet" onClick={() => dialog.current?.close("cancel")}>
            {t("dialog.cancel")}
          </button>
          <button type="submit" class="button" value="save">
            {t("folder.save")}
          </button>
        </div>
      </form>
    </dialog>
  );
}
