import type { StageTexts } from "./present-page.tsx";
import type { Presentation } from "./presentation.ts";
import { useNow } from "./use-now.ts";

/** Said at once, and how old the picture is, which changes all the time and is read when one looks for it. */
export function LineBanner({ state: { line, pictureFrom }, t }: { state: Presentation; t: StageTexts }) {
  return (
    <aside class="banner" aria-labelledby="line-down" hidden={line !== "lost"}>
      <p id="line-down" role="alert">
        {line === "lost" ? t("present.lineDown") : ""}
      </p>
      {pictureFrom !== null && <PictureAge from={pictureFrom} t={t} />}
    </aside>
  );
}

function PictureAge({ from, t }: { from: number; t: StageTexts }) {
  const seconds = Math.max(0, Math.round((useNow(1000) - from) / 1000));
  return (
    <p>
      {seconds < 120
        ? t("present.pictureSeconds", { n: seconds })
        : t("present.pictureMinutes", { n: Math.round(seconds / 60) })}
    </p>
  );
}

const refusals = {
  offline: "refused.offline",
  state: "refused.state",
  tooFast: "refused.tooFast",
  failed: "refused.failed",
} as const;

type RefusalProps = { refusal: Presentation["refusal"]; onForget: () => void; t: StageTexts };

export function RefusalNotice({ refusal, onForget, t }: RefusalProps) {
  return (
    <div class="stage-refusal" role="alert">
      {refusal !== null && (
        <p>
          {t(refusals[refusal])}
          <button type="button" class="control" aria-label={t("help.done")} onClick={onForget}>
            ×
          </button>
        </p>
      )}
    </div>
  );
}
