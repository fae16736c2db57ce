import type { PollStageFrame } from "../../worker/poll/snapshots.ts";
import { formatCode } from "../../worker/shared/codes.ts";
import { Clock } from "./clock.tsx";
import type { StageTexts } from "./present-page.tsx";

type StageLineProps = {
  stage: PollStageFrame;
  host: string;
  code: string;
  answered: number;
  skipped: number;
  joined: number;
  t: StageTexts;
  language: string;
};

/** The thin line under the picture: how to join, how many have answered, how long it is open. */
export function StageLine({ stage, host, code, answered, skipped, joined, t, language }: StageLineProps) {
  return (
    <div class="stage-line" lang={language}>
      <p class="stage-line-join">
        {host} <strong>{formatCode(code)}</strong>
      </p>
      {stage.voting === "locked" && (
        <p class="stage-line-locked">
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M4 7V5a4 4 0 0 1 8 0v2h1v8H3V7zm2 0h4V5a2 2 0 0 0-4 0z" />
          </svg>
          {t("question.locked")}
        </p>
      )}
      {stage.closesAt !== undefined && <Clock closesAt={stage.closesAt} name={t("question.clock")} />}
      <p class="stage-line-answered">{t("question.answeredOf", { answered, joined })}</p>
      {skipped > 0 && <p>{t("question.skipped", { n: skipped })}</p>}
    </div>
  );
}
