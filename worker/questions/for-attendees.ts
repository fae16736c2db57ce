/** What attendees may see of a question, whatever its type. */
import type { RightAnswerState } from "../shared/protocol.ts";
import type { Question } from "./registry.ts";
import { withoutRightAnswer } from "./right-answer.ts";

/** Without the presenter's notes, and without the right answer until it is shown. */
export function questionForAttendees(question: Question, rightAnswer: RightAnswerState): Question {
  const { notes: _, ...rest } = question;
  return rightAnswer === "shown" ? rest : withoutRightAnswer(rest);
}
