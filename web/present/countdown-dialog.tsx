import type { PollStageFrame } from "../../worker/poll/snapshots.ts";
import { limits } from "../../worker/shared/limits.ts";
import type { StageCommand } from "../../worker/shared/protocol.ts";
import { Modal } from "./modal.tsx";
import type { StageTexts } from "./present-page.tsx";
import { formatTimeLeft } from "./time-left.ts";

/** Seconds. */
const offered = [15, 30, 60, 120, 300];

type CountdownDialogProps = {
  stage: PollStageFrame;
  t: StageTexts;
  onSend: (command: StageCommand) => void;
  onDone: () => void;
};

/** Opens voting for so long. */
export function CountdownDialog({ stage, t, onSend, onDone }: CountdownDialogProps) {
  const start = (seconds: number) => onSend({ voting: "open", seconds });
  return (
    <Modal title={t("countdown.title")} onDone={onDone}>
      <p>{t(stage.voting === "locked" ? "countdown.opens" : "countdown.text")}</p>
      <form method="dialog" class="choices">
        {offered.map((seconds) => (
          <button key={seconds} type="submit" class="control" autofocus={seconds === 60} onClick={() => start(seconds)}>
            {formatTimeLeft(seconds * 1000)}
          </button>
        ))}
      </form>
      <form
        method="dialog"
        class="countdown-own"
        onSubmit={(event) => {
          const seconds = Number(new FormData(event.currentTarget).get("seconds"));
          if (seconds > 0) start(seconds);
        }}
      >
        <label>
          {t("countdown.seconds")}
          <input
            class="field"
            type="number"
            name="seconds"
            inputMode="numeric"
            min={1}
            max={limits.countdownSeconds}
            step={1}
            required
          />
        </label>
        <button type="submit" class="control">
          {t("countdown.start")}
        </button>
      </form>
      <form method="dialog" class="modal-buttons">
        {stage.closesAt !== undefined && (
          <button type="submit" class="control" onClick={() => onSend({ voting: "open" })}>
            {t("countdown.stop")}
          </button>
        )}
        <button type="submit" class="control">
          {t("dialog.cancel")}
        </button>
      </form>
    </Modal>
  );
}
