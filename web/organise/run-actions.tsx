/** What an organiser does with a written poll: run it, close it, see what came out, delete it. */
import { useState } from "preact/hooks";
import type { PollStatus } from "../../worker/shared/protocol.ts";
import type { OrganiseCatalogue } from "../messages/organise.en.ts";
import type { Translate } from "../messages/translate.ts";
import { BusyButton } from "../ui/busy-button.tsx";
import { ConfirmDialog } from "./confirm-dialog.tsx";

type RunActionsProps = {
  t: Translate<OrganiseCatalogue>;
  title: string;
  status: PollStatus;
  present: string;
  results: string;
  /** What the last action came to. */
  told: string;
  busy: boolean;
  onStart(): void;
  onClose(): void;
  onDelete(): void;
};

export function RunActions(props: RunActionsProps) {
  const { t, title, status, present, results, told, busy, onStart, onClose, onDelete } = props;
  const [asking, setAsking] = useState<"close" | "delete" | null>(null);
  const isClosed = status === "closed";
  const ask = { cancel: t("dialog.cancel"), onCancel: () => setAsking(null) };
  const after = (action: () => void) => () => {
    setAsking(null);
    action();
  };
  return (
    <section class="actions" aria-labelledby="actions-title">
      <h2 id="actions-title">{t("actions.title")}</h2>
      {status === "draft" ? null : (
        <a class={isClosed ? "button" : "button quiet"} href={results}>
          {t("actions.results")}
        </a>
      )}
      {isClosed ? null : (
        <a class="button" href={present} target="_blank" rel="noopener">
          {t("actions.present")}
        </a>
      )}
      {isClosed ? (
        <>
          <BusyButton class="button quiet" busy={busy} aria-describedby="actions-start-about" onClick={onStart}>
            {t("actions.start")}
          </BusyButton>
          <p class="hint" id="actions-start-about">
            {t("actions.startAbout")}
          </p>
        </>
      ) : null}
      {status === "live" ? (
        <BusyButton class="button quiet" busy={busy} onClick={() => setAsking("close")}>
          {t("actions.close")}
        </BusyButton>
      ) : null}
      <BusyButton class="button quiet danger" busy={busy} onClick={() => setAsking("delete")}>
        {t("actions.delete")}
      </BusyButton>
      <p class="told" role="status">
        {told}
      </p>
      {asking === "close" ? (
        <ConfirmDialog
          {...ask}
          title={t("actions.closeAsk")}
          text={t("actions.closeAbout")}
          confirm={t("actions.close")}
          onConfirm={after(onClose)}
        />
      ) : null}
      {asking === "delete" ? (
        <ConfirmDialog
          {...ask}
          title={t("actions.deleteAsk")}
          text={t("actions.deleteAbout", { title })}
          confirm={t("actions.deleteDo")}
          onConfirm={after(onDelete)}
        />
      ) : null}
    </section>
  );
}
