/** The bundle of a closed run: made here, since here its pictures can be drawn. */
import { useRef, useState } from "preact/hooks";
import type { Results } from "../../worker/poll/results.ts";
import { api } from "../connection/api.ts";
import { fileName } from "../ui/file-name.ts";
import { saveAs } from "../ui/save-as.ts";
import type { Texts } from "./results-texts.ts";

type BundleSectionProps = {
  t: Texts;
  id: string;
  accessKey: string;
  results: Results;
  /** Whether the reader may have single ballots. */
  ballots: boolean;
};

export function BundleSection({ t, id, accessKey, results, ballots: allowed }: BundleSectionProps) {
  const [withBallots, setWithBallots] = useState(false);
  const [progress, setProgress] = useState<{ done: number; all: number } | null>(null);
  const [told, setTold] = useState("");
  const start = useRef<HTMLButtonElement>(null);
  const making = useRef<AbortController | null>(null);

  const make = async () => {
    const controller = new AbortController();
    const { signal } = controller;
    making.current = controller;
    setProgress({ done: 0, all: 1 });
    setTold("");
    try {
      const { makeBundle } = await import("./bundle/make-bundle.ts");
      const bundle = await makeBundle({
        results,
        ballots: allowed && withBallots,
        fetchFile: (file) => api.publicFile(id, accessKey, file, results.run, signal),
        onProgress: (done, all) => setProgress({ done, all }),
        signal,
      });
      saveAs(bundle, fileName([results.title, `${t("bundle.name")} ${results.run}`], "zip"));
      setTold(t("bundle.made"));
    } catch {
      setTold(t(signal.aborted ? "bundle.cancelled" : "bundle.failed"));
    } finally {
      setProgress(null);
    }
  };

  const cancel = () => {
    making.current?.abort();
    start.current?.focus();
  };

  return (
    <section class="downloads" aria-labelledby="bundle-title">
      <h2 id="bundle-title">{t("bundle.title")}</h2>
      <p class="hint">{t("bundle.what", { n: results.run })}</p>
      {allowed ? (
        <div class="bundle-ballots">
          <input
            type="checkbox"
            id="bundle-ballots"
            checked={withBallots}
            disabled={progress !== null}
            aria-describedby="bundle-ballots-about"
            onInput={(event) => setWithBallots(event.currentTarget.checked)}
          />
          <div>
            <label for="bundle-ballots">{t("bundle.ballots")}</label>
            <p class="hint" id="bundle-ballots-about">
              {t("bundle.ballotsAbout")}
            </p>
          </div>
        </div>
      ) : null}
      <div class="buttons">
        <button
          ref={start}
          type="button"
          class="button quiet"
          // Not `disabled`, which would drop the focus of who has just pressed it.
          aria-disabled={progress !== null}
          onClick={() => (progress === null ? void make() : undefined)}
        >
          {t("bundle.make")}
        </button>
        {progress === null ? null : (
          <>
            <button type="button" class="button quiet" onClick={cancel}>
              {t("bundle.cancel")}
            </button>
            <div class="progress">
              <label for="bundle-progress">{t("bundle.progress")}</label>
              <progress id="bundle-progress" value={progress.done} max={progress.all}>
                {t("bundle.step", progress)}
              </progress>
            </div>
          </>
        )}
      </div>
      <p class="told" role="status">
        {told}
      </p>
    </section>
  );
}
