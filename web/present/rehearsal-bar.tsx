import type { PollStageFrame } from "../../worker/poll/snapshots.ts";
import type { StageTexts } from "./present-page.tsx";
import { simulatedAttendees } from "./rehearsal-audience.ts";

type RehearsalBarProps = {
  stage: PollStageFrame;
  onRehearse: (on: boolean) => void;
  t: StageTexts;
  language: string;
};

/** The way into a rehearsal, in a draft's lobby; and the mark that stands on the stage for as long as one is on. */
export function RehearsalBar({ stage, onRehearse, t, language }: RehearsalBarProps) {
  if (stage.rehearsal) {
    return (
      <aside class="rehearsal" lang={language} aria-label={t("rehearsal.name")}>
        <p>
          <strong>{t("rehearsal.mark")}</strong> {t("rehearsal.about")}
        </p>
        <button type="button" class="control" onClick={() => onRehearse(false)}>
          {t("rehearsal.end")}
        </button>
      </aside>
    );
  }
  if (stage.status !== "draft") return null;
  return (
    <section class="rehearsal-start" lang={language} aria-label={t("rehearsal.name")}>
      <button type="button" class="control" onClick={() => onRehearse(true)}>
        {t("rehearsal.begin", { n: simulatedAttendees })}
      </button>
    </section>
  );
}
