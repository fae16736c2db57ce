/** How long the poll's ballots are kept, a way to be rid of them, and a text for those whose answers they are. */
import { useId, useRef, useState } from "preact/hooks";
import type { OrganiseCatalogue } from "../messages/organise.en.ts";
import type { Translate } from "../messages/translate.ts";
import { BusyButton } from "../ui/busy-button.tsx";
import type { OrganiseState } from "../ui/page-state.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { copyFrom } from "./copy-from.ts";

type DataPanelProps = {
  t: Translate<OrganiseCatalogue>;
  title: string;
  /** Of the poll's own; undefined where it says nothing. */
  retentionDays: number | undefined;
  keeping: OrganiseState["keeping"];
  /** Whether a run has been closed, so that there are ballots which may go. */
  erasable: boolean;
  busy: boolean;
  onErase(): void;
};

export function DataPanel(props: DataPanelProps) {
  const { t, title, retentionDays, keeping, erasable, busy, onErase } = props;
  const id = useId();
  const notice = useRef<HTMLTextAreaElement>(null);
  const [asking, setAsking] = useState(false);
  const [told, setTold] = useState("");
  const days = retentionDays ?? keeping.days;
  const copy = async () => {
    const copied = notice.current !== null && (await copyFrom(notice.current));
    setTold(copied ? t("data.copied") : t("links.copyFailed"));
  };
  const paragraphs = [
    t("data.notice.title", { title }),
    t("data.notice.what"),
    t("data.notice.why"),
    t("data.notice.howLong", { n: days }),
    keeping.contact === "" ? t("data.notice.who") : t("data.notice.whoAsk", { contact: keeping.contact }),
  ];
  return (
    <section class="data" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t("data.title")}</h2>
      <p class="hint">{t("data.kept", { n: days })}</p>
      {erasable ? (
        <BusyButton class="button quiet danger" busy={busy} onClick={() => setAsking(true)}>
          {t("data.erase")}
        </BusyButton>
      ) : null}
      <details>
        <summary>{t("data.notice")}</summary>
        <p class="hint" id={`${id}-about`}>
          {t("data.noticeAbout")}
        </p>
        <textarea
          ref={notice}
          class="field"
          rows={12}
          readOnly
          aria-label={t("data.notice")}
          aria-describedby={`${id}-about`}
          value={paragraphs.join("\n\n")}
        />
        <button type="button" class="button quiet" onClick={() => void copy()}>
          {t("data.copy")}
        </button>
        <p class="told" role="status">
          {told}
        </p>
      </details>
      {asking ? (
        <ConfirmDialog
          title={t("data.eraseAsk")}
          text={t("data.eraseAbout")}
          cancel={t("dialog.cancel")}
          confirm={t("data.erase")}
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            onErase();
          }}
        />
      ) : null}
    </section>
  );
}
