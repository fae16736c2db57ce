/** Asks once more, in a modal dialog. Escape and the first button leave everything as it is. */
import { useEffect, useId, useRef } from "preact/hooks";

type ConfirmDialogProps = {
  title: string;
  text: string;
  cancel: string;
  confirm: string;
  onConfirm(): void;
  onCancel(): void;
};

export function ConfirmDialog({ title, text, cancel, confirm, onConfirm, onCancel }: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="confirm"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onClose={(event) => (event.currentTarget.returnValue === "confirm" ? onConfirm() : onCancel())}
    >
      <form method="dialog">
        <h2 id={`${id}-title`}>{title}</h2>
        <p id={`${id}-text`}>{text}</p>
        <div class="buttons">
          <button type="submit" class="button quiet" value="cancel">
            {cancel}
          </button>
          <button type="submit" class="button danger" value="confirm">
            {confirm}
          </button>
        </div>
      </form>
    </dialog>
  );
}
