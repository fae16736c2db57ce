import { type Action, commandFor, placeOf, type StageAction } from "./actions.ts";
import { hasFullscreen } from "./fullscreen.ts";
import type { StageTexts } from "./present-page.tsx";
import type { Presentation } from "./presentation.ts";

type ControlsProps = {
  state: Presentation;
  table: boolean;
  onAct: (action: Action) => void;
  onClose: () => void;
  t: StageTexts;
};

/** Always in the page, so that keyboards and screen readers find it; seen while the presenter moves or reaches for it. */
export function Controls({ state, table, onAct, onClose, t }: ControlsProps) {
  const { stage } = state;
  if (stage === null || stage.status === "closed") return <div class="controls" />;
  const stageButton = (action: StageAction, text: string) => (
    <button
      type="button"
      class="control"
      // Not `disabled`, which would drop the focus of who has just pressed it for the last time.
      aria-disabled={commandFor(action, state) === undefined}
      onClick={() => onAct(action)}
    >
      {text}
    </button>
  );
  const onStage = stage.question !== null;
  return (
    <section class="controls" aria-label={t("control.bar")}>
      {stageButton("previous", t("control.previous"))}
      {stageButton("next", placeOf(state) === -1 ? t("control.start") : t("control.next"))}
      {onStage && (
        <>
          {stageButton("lobby", t("control.lobby"))}
          {stageButton("lock", stage.voting === "open" ? t("control.lock") : t("control.open"))}
          {stageButton("results", stage.results === "shown" ? t("control.hide") : t("control.show"))}
          {stageButton("round", t(stage.round === 2 ? "control.firstRound" : "control.secondRound"))}
          {stage.rightAnswer !== undefined &&
            stageButton(
              "rightAnswer",
              t(stage.rightAnswer === "shown" ? "control.hideRightAnswer" : "control.showRightAnswer"),
            )}
          {stage.results === "shown" && (
            <>
              <button type="button" class="control" aria-pressed={table} onClick={() => onAct("table")}>
                {t("control.table")}
              </button>
              <button type="button" class="control" onClick={() => onAct("picture")}>
                {t("picture.save")}
              </button>
            </>
          )}
        </>
      )}
      <span class="controls-gap" />
      {hasFullscreen() && (
        <button type="button" class="control" onClick={() => onAct("fullscreen")}>
          {t("control.fullscreen")}
        </button>
      )}
      <button type="button" class="control" onClick={() => onAct("help")}>
        {t("control.help")}
      </button>
      {stage.status === "live" && !stage.rehearsal && (
        <button type="button" class="control" onClick={onClose}>
          {t("control.close")}
        </button>
      )}
    </section>
  );
}
