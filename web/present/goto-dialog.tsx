import { useRef } from "preact/hooks";
import type { PollInfo } from "../connection/api.ts";
import { Modal } from "./modal.tsx";
import type { StageTexts } from "./present-page.tsx";

/** Digits closer to each other than this make one number. */
const numberMs = 1200;

type GotoDialogProps = {
  poll: PollInfo;
  /** Of the question on stage; null in the lobby. */
  current: string | null;
  t: StageTexts;
  onChoose: (question: string | null) => void;
  onDone: () => void;
};

/** The lobby and the questions; a number that is typed, or arrows, move the focus, Enter goes there. */
export function GotoDialog({ poll, current, t, onChoose, onDone }: GotoDialogProps) {
  const list = useRef<HTMLOListElement>(null);
  const typed = useRef({ digits: "", at: 0 });
  const places = [null, ...poll.questions.map(({ id }) => id)];

  const focus = (place: number) => {
    const buttons = list.current?.querySelectorAll("button") ?? [];
    buttons[place]?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (/^\d$/.test(event.key)) {
      const continued = event.timeStamp - typed.current.at < numberMs ? typed.current.digits + event.key : event.key;
      // A number that is none of theirs begins anew with its last digit.
      const digits = Number(continued) < places.length ? continued : event.key;
      typed.current = { digits, at: event.timeStamp };
      focus(Number(digits));
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const buttons: (Element | null)[] = [...(list.current?.querySelectorAll("button") ?? [])];
      const at = buttons.indexOf(document.activeElement);
      focus(Math.min(places.length - 1, Math.max(0, at + (event.key === "ArrowDown" ? 1 : -1))));
    } else return;
    event.preventDefault();
  };

  return (
    <Modal title={t("goto.title")} onDone={onDone}>
      <form method="dialog" onKeyDown={press}>
        <ol class="goto" ref={list}>
          {places.map((id, place) => (
            <li key={id}>
              <button
                type="submit"
                class="control"
                aria-current={id === current ? "step" : undefined}
                autofocus={id === current}
                onClick={() => onChoose(id)}
              >
                <span class="goto-number">{place}</span>
                <span lang={id === null ? undefined : poll.language}>
                  {id === null ? t("control.lobby") : poll.questions[place - 1]?.text}
                </span>
              </button>
            </li>
          ))}
        </ol>
      </form>
      <form method="dialog" class="modal-buttons">
        <button type="submit" class="control">
          {t("dialog.cancel")}
        </button>
      </form>
    </Modal>
  );
}
