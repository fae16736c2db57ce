/** The files of a run. */
import { useRef, useState } from "preact/hooks";
import { api, Problem } from "../connection/api.ts";
import type { ResultsCatalogue } from "../messages/results.en.ts";
import type { Translate } from "../messages/translate.ts";
import { BusyButton } from "../ui/busy-button.tsx";
import { LateProgress } from "../ui/late-progress.tsx";
import { saveAs } from "../ui/save-as.ts";

type DownloadsProps = {
  t: Translate<ResultsCatalogue>;
  id: string;
  accessKey: string;
  run: number;
  /** Whether single ballots may be downloaded, as far as is known. */
  ballots: boolean;
};

const files = [
  { file: "results.xlsx", text: "downloads.xlsx" },
  { file: "results.csv", text: "downloads.csv" },
  { file: "results.json", text: "downloads.json" },
] as const;
/** For whoever may read single ballots. */
const ballotFiles = [
  { file: "ballots.csv", text: "downloads.ballots" },
  { file: "chain.csv", text: "downloads.chain" },
] as const;

export function Downloads({ t, id, accessKey, run, ballots: allowed }: DownloadsProps) {
  const [busy, setBusy] = useState<string | null>(null);
  const [told, setTold] = useState("");
  const [refused, setRefused] = useState(!allowed);
  const fetching = useRef<AbortController | null>(null);
  const pressed = useRef<HTMLButtonElement | null>(null);

  const save = async (file: string) => {
    const controller = new AbortController();
    fetching.current = controller;
    setBusy(file);
    setTold("");
    try {
      saveAs(await api.download(id, accessKey, file, run, controller.signal), `run-${run}-${file}`);
    } catch (error) {
      if (controller.signal.aborted) return setTold(t("downloads.cancelled"));
      const forbidden =
        error instanceof Problem && error.status === 403 && ballotFiles.some((one) => one.file === file);
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
    <section class="downloads" aria-labelledby="downloads-title">
      <h2 id="downloads-title">{t("downloads.title")}</h2>
      <p class="hint">{t("downloads.about", { n: run })}</p>
      <div class="buttons">
        {(refused ? files : [...files, ...ballotFiles]).map(({ file, text }) => (
          <BusyButton
            key={file}
            class="button quiet"
            busy={busy !== null}
            onClick={({ currentTarget }) => {
              pressed.current = currentTarget;
              void save(file);
            }}
          >
            {t(text)}
          </BusyButton>
        ))}
      </div>
      <LateProgress
        isOn={busy !== null}
        label={t("downloads.progress", { file: busy ?? "" })}
        cancel={{ text: t("bundle.cancel"), onCancel: cancel }}
      />
      {refused ? null : <p class="hint">{t("downloads.aboutBallots")}</p>}
      <p class="told" role="status">
        {told}
      </p>
    </section>
  );
}
