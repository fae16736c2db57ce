import { type Action, isPossible, placeOf } from "./actions.ts";
import type { StageTexts } from "./present-page.tsx";
import type { Presentation } from "./presentation.ts";

type ActionButtonProps = {
  action: Action;
  state: Presentation;
  onAct: (action: Action) => void;
  /** Where the button says whether something is on. */
  pressed?: boolean;
  t: StageTexts;
};

/** A button that says what a press does now. */
export function ActionButton({ action, state, onAct, pressed, t }: ActionButtonProps) {
  return (
    <button
      type="button"
      class="control"
      // Not `disabled`, which would drop the focus of who has just pressed it for the last time.
      aria-disabled={!isPossible(action, state)}
      aria-pressed={pressed}
      onClick={() => onAct(action)}
    >
      {textOf(action, state, t)}
    </button>
  );
}

function textOf(action: Action, state: Presentation, t: StageTexts): string {
  const { stage } = state;
  switch (action) {
    case "next":
      return placeOf(state) === -1 ? t("control.start") : t("control.next");
    case "lock":
      return stage?.voting === "open" ? t("control.lock") : t("control.open");
    case "results":
      return stage?.results === "shown" ? t("control.hide") : t("control.show");
    case "rightAnswer":
      return stage?.rightAnswer === "shown" ? t("control.hideRightAnswer") : t("control.showRightAnswer");
    case "round":
      return stage?.round === 2 ? t("control.firstRound") : t("control.secondRound");
    case "moderate": {
      const waiting = state.tally?.moderation?.waiting.length ?? 0;
      return waiting === 0 ? t("control.moderate") : t("control.moderateWaiting", { n: waiting });
    }
    case "previous":
    case "goto":
    case "lobby":
    case "countdown":
    case "clear":
    case "table":
    case "close":
    case "help":
      return t(`control.${action}`);
    default:
      return t(`help.${action}`);
  }
}
