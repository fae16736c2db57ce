import { ActionButton } from "./action-button.tsx";
import { type Action, isAtEnd, isOffered } from "./actions.ts";
import { HealthLight } from "./health-light.tsx";
import type { StageTexts } from "./present-page.tsx";
import type { Presentation } from "./presentation.ts";

type ControlsProps = { state: Presentation; table: boolean; onAct: (action: Action) => void; t: StageTexts };

const onStage: readonly Action[] = ["lock", "results", "rightAnswer", "round", "countdown", "moderate"];

/**
 * What is used most; the rest is in the list that `help` opens. Always in the page, so that keyboards and screen readers
 * find it; seen while the presenter moves or reaches for it.
 */
export function Controls({ state, table, onAct, t }: ControlsProps) {
  const { stage } = state;
  if (stage === null || stage.status === "closed") return <div class="controls" />;
  const common = { state, onAct, t };
  const shown = onStage.filter((action) => isOffered(action, state));
  return (
    <section class="controls" aria-label={t("control.bar")}>
      <ActionButton action="previous" {...common} />
      {/* One button, which keeps the focus of who presses it through all questions. */}
      <ActionButton action={isAtEnd(state) ? "close" : "next"} {...common} />
      <ActionButton action="goto" {...common} />
      {(stage.question === null ? [] : shown).map((action) => (
        <ActionButton key={action} action={action} {...common} />
      ))}
      {stage.question !== null && stage.results === "shown" && (
        <ActionButton action="table" pressed={table} {...common} />
      )}
      <span class="controls-gap" />
      <HealthLight state={state} onOpen={() => onAct("health")} t={t} />
      <ActionButton action="help" {...common} />
    </section>
  );
}
