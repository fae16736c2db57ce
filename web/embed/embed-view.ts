/** What a frame in slides shows, and how it follows what the service says. Pure. */
import type { PollStageFrame, PollTallyFrame } from "../../worker/poll/snapshots.ts";
import type { Line, LiveFrame } from "../connection/live-connection.ts";
import { tookBackWord } from "./taken-back.ts";

export type EmbedView = {
  line: Line;
  /** The service will let this frame see nothing more. */
  refused: "forbidden" | "gone" | null;
  /** Null until the first frame. */
  stage: PollStageFrame | null;
  /** Of the question in `stage`; null until its first frame. */
  tally: PollTallyFrame | null;
  /** How many times something that was shown has been taken back: it may not go on being said. */
  takenBack: number;
};

export type EmbedEvent =
  | { type: "frame"; frame: LiveFrame }
  | { type: "line"; line: Line }
  | { type: "refused"; why: "forbidden" | "gone" };

export const beginning: EmbedView = { line: "connecting", refused: null, stage: null, tally: null, takenBack: 0 };

export function nextView(view: EmbedView, event: EmbedEvent): EmbedView {
  switch (event.type) {
    case "line":
      return { ...view, line: event.line };
    case "refused":
      // What has been shown may have been taken back.
      return { ...view, refused: event.why, stage: null, tally: null };
    case "frame":
      return withFrame(view, event.frame);
  }
}

function withFrame(view: EmbedView, frame: LiveFrame): EmbedView {
  if (frame.type === "stage") {
    const before = view.stage;
    const isSame =
      frame.question !== null &&
      frame.run === before?.run &&
      frame.question.id === before.question?.id &&
      frame.round === before.round;
    return { ...view, stage: frame, tally: isSame ? view.tally : null };
  }
  if (frame.type !== "tally" || view.stage === null || frame.question !== view.stage.question?.id) return view;
  const isBack = view.tally !== null && tookBackWord(view.tally.tally, frame.tally, view.stage.language);
  return { ...view, tally: frame, takenBack: view.takenBack + (isBack ? 1 : 0) };
}
