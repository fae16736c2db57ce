import type { ModerationCommand } from "../../../worker/shared/protocol.ts";
import { Modal } from "../modal.tsx";
import type { StageTexts } from "../present-page.tsx";
import type { Presentation } from "../presentation.ts";
import { takesModeration } from "./entries.ts";
import { ModerationPanel } from "./moderation-panel.tsx";

type ModerationDialogProps = {
  state: Presentation;
  onModerate: (command: ModerationCommand) => void;
  onDone: () => void;
  t: StageTexts;
  language: string;
};

/** At the side of the picture, which stays in sight; on a phone over all of it. It follows what is on stage. */
export function ModerationDialog({ state, onModerate, onDone, t, language }: ModerationDialogProps) {
  const { stage, tally } = state;
  const question = stage?.question ?? null;
  return (
    <Modal title={t("moderation.title")} onDone={onDone}>
      {question !== null && takesModeration(question) ? (
        tally !== null && (
          <ModerationPanel
            key={question.id}
            question={question}
            frame={tally}
            onModerate={onModerate}
            t={t}
            language={language}
          />
        )
      ) : (
        <p class="moderation">{t("moderation.nothing")}</p>
      )}
      <form method="dialog" class="modal-buttons">
        <button type="submit" class="control control-strong">
          {t("help.done")}
        </button>
      </form>
    </Modal>
  );
}
