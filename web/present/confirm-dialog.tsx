import { Modal } from "./modal.tsx";

type ConfirmDialogProps = {
  title: string;
  text: string;
  no: string;
  yes: string;
  onConfirm: () => void;
  onDone: () => void;
};

export function ConfirmDialog({ title, text, no, yes, onConfirm, onDone }: ConfirmDialogProps) {
  return (
    <Modal title={title} onDone={onDone}>
      <p>{text}</p>
      {/* Going on stands first and has the focus: Enter pressed by mistake does nothing. */}
      <form method="dialog" class="modal-buttons">
        <button type="submit" class="control">
          {no}
        </button>
        <button type="submit" class="control control-strong" onClick={onConfirm}>
          {yes}
        </button>
      </form>
    </Modal>
  );
}
