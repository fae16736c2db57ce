/** The phone's controls of every type at once: a preview may be of any. Phones load each with its question. */
import type { Answer, Question, QuestionType } from "../../../worker/questions/registry.ts";
import type { AnswerForm } from "../../questions/answer-form.ts";
import { form as choice } from "../../questions/choice/form.tsx";
import { form as grid } from "../../questions/grid/form.tsx";
import { form as number } from "../../questions/number/form.tsx";
import { form as points } from "../../questions/points/form.tsx";
import { form as ranking } from "../../questions/ranking/form.tsx";
import { form as scale } from "../../questions/scale/form.tsx";
import { form as text } from "../../questions/text/form.tsx";
import { form as words } from "../../questions/words/form.tsx";

type AnyForm = AnswerForm<Question, Answer>;

const forms = { choice, words, text, scale, ranking, points, number, grid } as const satisfies Record<
  QuestionType,
  AnyForm
>;

export function phoneFormOf(type: QuestionType): AnyForm {
  return forms[type];
}
