/** What only presenters may know until the right answer is shown, whatever the question's type. */
import { type Question, rulesOf } from "./registry.ts";

/** The question without its right answer and all that would tell it; the very same object where it has none. */
export function withoutRightAnswer(question: Question): Question {
  return rulesOf(question.type).withoutRightAnswer?.(question) ?? question;
}

export function hasRightAnswer(question: Question): boolean {
  return withoutRightAnswer(question) !== question;
}
