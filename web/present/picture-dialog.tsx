import type { PollStageFrame, PollTallyFrame } from "../../worker/poll/snapshots.ts";
import { PictureButtons } from "../pictures/picture-buttons.tsx";
import { roundsOf } from "../pictures/round-pictures.tsx";
import { Modal } from "./modal.tsx";
import type { StageTexts } from "./present-page.tsx";

type PictureDialogProps = {
  stage: PollStageFrame;
  frame: PollTallyFrame;
  joined: number;
  t: StageTexts;
  language: string;
  onDone: () => void;
};

export function PictureDialog({ stage, frame, joined, t, language, onDone }: PictureDialogProps) {
  const { question, title } = stage;
  return (
    <Modal title={t("picture.save")} onDone={onDone}>
      <p>{t("picture.about")}</p>
      <form method="dialog" class="modal-buttons">
        {question !== null && (
          <PictureButtons
            question={question}
            rounds={roundsOf(frame)}
            // What leaves the screen is marked too.
            title={stage.rehearsal ? `${t("rehearsal.mark")} · ${title}` : title}
            answered={frame.answered}
            joined={joined}
            look="control control-strong"
            t={t}
            language={language}
          />
        )}
        <button type="submit" class="control">
          {t("help.done")}
        </button>
      </form>
    </Modal>
  );
}
