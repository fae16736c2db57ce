import type { PollStageFrame } from "../../worker/poll/snapshots.ts";
import { formatCode } from "../../worker/shared/codes.ts";
import { Logo } from "./logo.tsx";
import type { StageTexts } from "./present-page.tsx";
import type { Presentation } from "./presentation.ts";

type StageLineProps = {
  stage: PollStageFrame;
  state: Presentation;
  poll: NonNullable<Presentation["poll"]>;
  /** Null where the way in is hidden. */
  host: string | null;
  t: StageTexts;
  language: string;
};

/** The thin line under the picture: whose poll it is, how to join, whether it is locked, how many have answered. */
export function StageLine({ stage, state, poll, host, t, language }: StageLineProps) {
  const answered = state.tally?.answered ?? 0;
  const skipped = state.tally?.tally.skipped ?? 0;
  return (
    <div class="stage-line" lang={language}>
      <Logo logo={poll.settings.logo} />
      <p class="stage-line-join">
        {host !== null && (
          <>
            {host} <strong>{formatCode(poll.code)}</strong>
          </>
        )}
      </p>
      <p class="stage-line-locked" role="status">
        {stage.voting === "locked" && (
          <>
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M4 7V5a4 4 0 0 1 8 0v2h1v8H3V7zm2 0h4V5a2 2 0 0 0-4 0z" />
            </svg>
            {t("question.locked")}
          </>
        )}
      </p>
      <p class="stage-line-answered">{t("question.answeredOf", { answered, joined: state.joined })}</p>
      {skipped > 0 && <p>{t("question.skipped", { n: skipped })}</p>}
    </div>
  );
}
