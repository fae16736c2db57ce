import { useState } from "preact/hooks";
import { type Action, type DialogAction, isPossible, type ScreenAction, type StageAction } from "./actions.ts";
import type { Presentation } from "./presentation.ts";
import { useKeys } from "./use-keys.ts";

export type Acting = { act: (action: Action) => void; dialog: DialogAction | null; endDialog: () => void };

/** Buttons and keys alike come here: what has no meaning now does nothing, and keys rest while a dialog is open. */
export function useActions(
  state: Presentation,
  onStage: (action: StageAction) => void,
  onScreen: (action: ScreenAction) => void,
): Acting {
  const [dialog, setDialog] = useState<DialogAction | null>(null);
  const act = (action: Action) => {
    if (!isPossible(action, state)) return;
    switch (action) {
      case "goto":
      case "countdown":
      case "clear":
      case "health":
      case "looks":
      case "remote":
      case "picture":
      case "moderate":
      case "close":
      case "help":
        return setDialog(action);
      case "table":
      case "qr":
      case "join":
      case "fullscreen":
        return onScreen(action);
      case "next":
      case "previous":
      case "lobby":
      case "lock":
      case "results":
      case "round":
      case "rightAnswer":
      case "restore":
        return onStage(action);
    }
  };
  useKeys(act, dialog === null);
  return { act, dialog, endDialog: () => setDialog(null) };
}
