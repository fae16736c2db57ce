/** Text of a poll or of a list of questions, pasted or written. */
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { OrganiseCatalogue } from "../../messages/organise.en.ts";
import type { Translate } from "../../messages/translate.ts";

type PasteDialogProps = {
  t: Translate<OrganiseCatalogue>;
  /** What was written here before. */
  begun: string;
  /** Why nothing has come of the text. */
  told: string;
  onCancel(): void;
  onText(text: string): void;
};

export function PasteDialog({ t, begun, told, onCancel, onText }: PasteDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [text, setText] = useState(begun);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="confirm" aria-labelledby={`${id}-title`} onClose={onCancel}>
      <h2 id={`${id}-title`}>{t("file.paste")}</h2>
      <label for={`${id}-text`}>{t("file.pasteLabel")}</label>
      <textarea
        id={`${id}-text`}
        class="field json"
        rows={12}
        spellcheck={false}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <p class="told" role="status">
        {told}
      </p>
      <div class="buttons">
        <button type="button" class="button quiet" onClick={() => dialog.current?.close()}>
          {t("dialog.cancel")}
        </button>
        <button type="button" class="button" disabled={text.trim() === ""} onClick={() => onText(text)}>
          {t("file.pasteRead")}
        </button>
      </div>
    </dialog>
  );
}
