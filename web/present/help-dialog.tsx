import { type KeyedAction, keyedActions, keysOf } from "./actions.ts";
import { Modal } from "./modal.tsx";
import type { StageTexts } from "./present-page.tsx";

const drawnKeys: Record<string, string> = {
  ArrowRight: "→",
  ArrowLeft: "←",
  PageDown: "Page Down",
  PageUp: "Page Up",
};

const nameOf = {
  next: "help.next",
  previous: "help.previous",
  lock: "help.lock",
  results: "help.results",
  round: "help.round",
  rightAnswer: "help.rightAnswer",
  table: "help.table",
  picture: "picture.save",
  fullscreen: "help.fullscreen",
  help: "help.help",
} as const satisfies Record<KeyedAction, string>;

export function HelpDialog({ t, onDone }: { t: StageTexts; onDone: () => void }) {
  const keyName = (key: string) => (key === " " ? t("key.space") : (drawnKeys[key] ?? key.toUpperCase()));
  return (
    <Modal title={t("help.title")} onDone={onDone}>
      <dl class="keys">
        {keyedActions.map((action) => (
          <div key={action}>
            <dt>
              {keysOf[action].map((key) => (
                <kbd key={key}>{keyName(key)}</kbd>
              ))}
            </dt>
            <dd>{t(nameOf[action])}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog" class="modal-buttons">
        <button type="submit" class="control">
          {t("help.done")}
        </button>
      </form>
    </Modal>
  );
}
