import { useRef } from "preact/hooks";
import { type Action, actions, isPossible, keysOf } from "./actions.ts";
import { hasFullscreen } from "./fullscreen.ts";
import { Modal } from "./modal.tsx";
import type { StageTexts } from "./present-page.tsx";
import type { Presentation } from "./presentation.ts";

const drawnKeys: Record<string, string> = {
  ArrowRight: "→",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowUp: "↑",
  PageDown: "Page Down",
  PageUp: "Page Up",
};

type HelpDialogProps = { state: Presentation; t: StageTexts; onAct: (action: Action) => void; onDone: () => void };

/** All that can be done, each as a button with its keys. */
export function HelpDialog({ state, t, onAct, onDone }: HelpDialogProps) {
  const chosen = useRef<Action | null>(null);
  const keyName = (key: string) => {
    if (key === " ") return t("key.space");
    return key === "Home" ? t("key.home") : (drawnKeys[key] ?? key.toUpperCase());
  };
  const listed = actions.filter((action) => action !== "help" && (action !== "fullscreen" || hasFullscreen()));
  return (
    <Modal
      title={t("help.title")}
      onDone={() => {
        onDone();
        // Only now: it may open a dialog of its own.
        if (chosen.current !== null) onAct(chosen.current);
      }}
    >
      <form method="dialog">
        <ul class="keys">
          {listed.map((action) => (
            <li key={action}>
              <button
                type="submit"
                class="control"
                aria-disabled={!isPossible(action, state)}
                onClick={(event) => {
                  if (isPossible(action, state)) chosen.current = action;
                  else event.preventDefault();
                }}
              >
                {t(`help.${action}`)}
              </button>
              <span class="keys-of">
                {keysOf[action].map((key) => (
                  <kbd key={key}>{keyName(key)}</kbd>
                ))}
              </span>
            </li>
          ))}
        </ul>
        <div class="modal-buttons">
          <button type="submit" class="control control-strong" autofocus>
            {t("help.done")}
          </button>
        </div>
      </form>
    </Modal>
  );
}
