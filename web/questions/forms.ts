/** The phone's controls for every question type, one line each. Charts have a registry of their own: phones load none. */
import type { Answer, Question, QuestionType, TallyView } from "../../worker/questions/registry.ts";
import type { AnswerForm } from "./answer-form.ts";
import { choiceForm } from "./choice/form.tsx";
import { scaleForm } from "./scale/form.tsx";
import { textForm } from "./text/form.tsx";
import { wordsForm } from "./words/form.tsx";

const forms = {
  choice: choiceForm,
  words: wordsForm,
  text: textForm,
  scale: scaleForm,
} as const satisfies Record<QuestionType, AnswerForm<Question, Answer, TallyView>>;

export function formOf(type: QuestionType): AnswerForm<Question, Answer, TallyView> {
  return forms[type];
}
