import { Modal } from "./modal.tsx";
import type { StageTexts } from "./present-page.tsx";

type CloseDialogProps = { t: StageTexts; onConfirm: () => void; onDone: () => void };

export function CloseDialog({ t, onConfirm, onDone }: CloseDialogProps) {
  return (
    <Modal title={t("close.title")} onDone={onDone}>
      <p>{t("close.text")}</p>
      {/* Going on stands first and has the focus: Enter pressed by mistake closes nothing. */}
      <form method="dialog" class="modal-buttons">
        <button type="submit" class="control">
          {t("close.no")}
        </button>
        <button type="submit" class="control control-strong" onClick={onConfirm}>
          {t("close.yes")}
        </button>
      </form>
    </Modal>
  );
}
