import type { ComponentChildren } from "preact";
import { type Action, isPossible, placeOf } from "./actions.ts";
import { HealthLight } from "./health-light.tsx";
import type { StageTexts } from "./present-page.tsx";
import type { Presentation } from "./presentation.ts";

type ActionButtonProps = {
  action: Action;
  state: Presentation;
  onAct: (action: Action) => void;
  pressed?: boolean;
  children: ComponentChildren;
};

export function ActionButton({ action, state, onAct, pressed, children }: ActionButtonProps) {
  return (
    <button
      type="button"
      class="control"
      // Not `disabled`, which would drop the focus of who has just pressed it for the last time.
      aria-disabled={!isPossible(action, state)}
      aria-pressed={pressed}
      onClick={() => onAct(action)}
    >
      {children}
    </button>
  );
}

type ControlsProps = {
  state: Presentation;
  table: boolean;
  onAct: (action: Action) => void;
  t: StageTexts;
};

/**
 * What is used most; the rest is in the list that `help` opens. Always in the page, so that keyboards and screen readers
 * find it; seen while the presenter moves or reaches for it.
 */
export function Controls({ state, table, onAct, t }: ControlsProps) {
  const { stage } = state;
  if (stage === null || stage.status === "closed") return <div class="controls" />;
  const common = { state, onAct };
  return (
    <section class="controls" aria-label={t("control.bar")}>
      <ActionButton action="previous" {...common}>
        {t("control.previous")}
      </ActionButton>
      <ActionButton action="next" {...common}>
        {placeOf(state) === -1 ? t("control.start") : t("control.next")}
      </ActionButton>
      <ActionButton action="goto" {...common}>
        {t("control.goto")}
      </ActionButton>
      {stage.question !== null && (
        <>
          <QuestionButtons {...common} t={t} />
          <ActionButton action="countdown" {...common}>
            {t("control.countdown")}
          </ActionButton>
          {stage.results === "shown" && (
            <ActionButton action="table" pressed={table} {...common}>
              {t("control.table")}
            </ActionButton>
          )}
        </>
      )}
      <span class="controls-gap" />
      <HealthLight state={state} onOpen={() => onAct("health")} t={t} />
      <ActionButton action="qr" {...common}>
        {t("control.qr")}
      </ActionButton>
      <ActionButton action="help" {...common}>
        {t("control.help")}
      </ActionButton>
    </section>
  );
}

type QuestionButtonsProps = { state: Presentation; onAct: (action: Action) => void; t: StageTexts };

/** What is done to the question on stage, in the words of what a press does now. */
export function QuestionButtons({ state, onAct, t }: QuestionButtonsProps) {
  const { stage } = state;
  if (stage === null) return null;
  const common = { state, onAct };
  return (
    <>
      <ActionButton action="lock" {...common}>
        {stage.voting === "open" ? t("control.lock") : t("control.open")}
      </ActionButton>
      <ActionButton action="results" {...common}>
        {stage.results === "shown" ? t("control.hide") : t("control.show")}
      </ActionButton>
      {stage.rightAnswer !== undefined && (
        <ActionButton action="rightAnswer" {...common}>
          {stage.rightAnswer === "shown" ? t("control.hideRightAnswer") : t("control.showRightAnswer")}
        </ActionButton>
      )}
      <ActionButton action="round" {...common}>
        {stage.round === 2 ? t("control.firstRound") : t("control.secondRound")}
      </ActionButton>
    </>
  );
}
