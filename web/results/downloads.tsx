/** The files of a run. */
import { useState } from "preact/hooks";
import { api, Problem } from "../connection/api.ts";
import type { ResultsCatalogue } from "../messages/results.en.ts";
import type { Translate } from "../messages/translate.ts";
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

  const save = async (file: string) => {
    setBusy(file);
    setTold("");
    try {
      saveAs(await api.download(id, accessKey, file, run), `run-${run}-${file}`);
    } catch (error) {
      const forbidden =
        error instanceof Problem && error.status === 403 && ballotFiles.some((one) => one.file === file);
      if (forbidden) setRefused(true);
      setTold(t(forbidden ? "downloads.presenter" : "downloads.failed"));
    } finally {
      setBusy(null);
    }
  };

  return (
    <section class="downloads" aria-labelledby="downloads-title">
      <h2 id="downloads-title">{t("downloads.title")}</h2>
      <p class="hint">{t("downloads.about", { n: run })}</p>
      <div class="buttons">
        {(refused ? files : [...files, ...ballotFiles]).map(({ file, text }) => (
          <button
            key={file}
            type="button"
            class="button quiet"
            disabled={busy !== null}
            onClick={() => void save(file)}
          >
            {t(text)}
          </button>
        ))}
      </div>
      {refused ? null : <p class="hint">{t("downloads.aboutBallots")}</p>}
      <p class="told" role="status">
        {told}
      </p>
    </section>
  );
}
