/** The files of a run. */
import { useRef, useState } from "preact/hooks";
import { api, Problem } from "../connection/api.ts";
import type { ResultsCatalogue } from "../messages/results.en.ts";
import type { Translate } from "../messages/translate.ts";
import { BusyButton } from "../ui/busy-button.tsx";
import { fileName } from "../ui/file-name.ts";
import { LateProgress } from "../ui/late-progress.tsx";
import { saveAs } from "../ui/save-as.ts";

type DownloadsProps = {
  t: Translate<ResultsCatalogue>;
  id: string;
  accessKey: string;
  /** The poll's. */
  title: string;
  run: number;
  /** Whether single ballots may be downloaded, as far as is known. */
  ballots: boolean;
};

/** `file`: what the service calls it; `name`: what it is saved as, in English, as `npm run verify` looks for it. */
type Download = {
  file: string;
  forReaders?: true;
  name?: string;
  text: Extract<keyof ResultsCatalogue, `downloads.${string}`>;
};

/** A workbook is handed on without a thought: one without single ballots is the first. */
const files: readonly Download[] = [
  { file: "results.xlsx", forReaders: true, text: "downloads.xlsx" },
  { file: "results.csv", text: "downloads.csv" },
  { file: "results.json", text: "downloads.json" },
];
/** For whoever may read single ballots. */
const ballotFiles: readonly Download[] = [
  { file: "results.xlsx", name: "results-and-ballots.xlsx", text: "downloads.xlsxBallots" },
  { file: "ballots.csv", text: "downloads.ballots" },
  { file: "chain.csv", text: "downloads.chain" },
];

export const downloadsId = "downloads-title";

export function Downloads({ t, id, accessKey, title, run, ballots: allowed }: DownloadsProps) {
  const [busy, setBusy] = useState<Download | null>(null);
  const [told, setTold] = useState("");
  const [refused, setRefused] = useState(!allowed);
  const fetching = useRef<AbortController | null>(null);
  const pressed = useRef<HTMLButtonElement | null>(null);

  const save = async (wanted: Download) => {
    const { file, forReaders, name = file } = wanted;
    const controller = new AbortController();
    fetching.current = controller;
    setBusy(wanted);
    setTold("");
    try {
      const content = await (forReaders
        ? api.publicFile(id, accessKey, file, run, controller.signal)
        : api.download(id, accessKey, file, run, controller.signal));
      const [stem = "", extension = ""] = name.split(".");
      saveAs(content, fileName([title, `run-${run}-${stem}`], extension));
    } catch (error) {
      if (controller.signal.aborted) return setTold(t("downloads.cancelled"));
      const forbidden = error instanceof Problem && error.status === 403 && ballotFiles.includes(wanted);
      if (forbidden) setRefused(true);
      setTold(t(forbidden ? "downloads.presenter" : "downloads.failed"));
    } finally {
      setBusy(null);
    }
  };

  const cancel = () => {
    fetching.current?.abort();
    pressed.current?.focus();
  };

  return (
    <section class="downloads" aria-labelledby={downloadsId}>
      <h2 id={downloadsId} tabIndex={-1}>
        {t("downloads.title")}
      </h2>
      <p class="hint">{t("downloads.about", { n: run })}</p>
      <div class="buttons">
        {(refused ? files : [...files, ...ballotFiles]).map((one) => (
          <BusyButton
            key={one.text}
            class="button quiet"
            busy={busy !== null}
            onClick={({ currentTarget }) => {
              pressed.current = currentTarget;
              void save(one);
            }}
          >
            {t(one.text)}
          </BusyButton>
        ))}
      </div>
      <LateProgress
        isOn={busy !== null}
        label={t("downloads.progress", { file: busy === null ? "" : t(busy.text) })}
        cancel={{ text: t("bundle.cancel"), onCancel: cancel }}
      />
      {refused ? null : <p class="hint">{t("downloads.aboutBallots")}</p>}
      <p class="told" role="status">
        {told}
      </p>
    </section>
  );
}
