import { useState } from "preact/hooks";
import { Modal } from "./modal.tsx";
import type { StageTexts } from "./present-page.tsx";
import { QrCode } from "./qr-code.tsx";

type RemoteDialogProps = { address: string; t: StageTexts; onDone: () => void };

/** The way to the presenter's phone. It holds the key, and the whole room may be watching: it is shown when asked for. */
export function RemoteDialog({ address, t, onDone }: RemoteDialogProps) {
  const [shown, setShown] = useState(false);
  return (
    <Modal title={t("remote.title")} onDone={onDone}>
      <p>{t("remote.about")}</p>
      <p class="warning">{t("remote.warning")}</p>
      {shown ? (
        <div class="remote-link">
          <QrCode text={address} label={t("remote.qr")} />
          <label>
            {t("remote.link")}
            <input
              class="field"
              type="text"
              readOnly
              value={address}
              onFocus={(event) => event.currentTarget.select()}
            />
          </label>
        </div>
      ) : (
        <button type="button" class="control" onClick={() => setShown(true)}>
          {t("remote.show")}
        </button>
      )}
      <form method="dialog" class="modal-buttons">
        <button type="submit" class="control" autofocus>
          {t("help.done")}
        </button>
      </form>
    </Modal>
  );
}
