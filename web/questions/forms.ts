/**
 * The phone's controls for every question type, one line each. A form is loaded when its question comes on stage: phones
 * load nothing that they don't need. Charts have a registry of their own.
 */
import type { Answer, Question, QuestionType } from "../../worker/questions/registry.ts";
import type { AnswerForm } from "./answer-form.ts";

type AnyForm = AnswerForm<Question, Answer>;

const loaders = {
  choice: () => import("./choice/form.tsx"),
  words: () => import("./words/form.tsx"),
  text: () => import("./text/form.tsx"),
  scale: () => import("./scale/form.tsx"),
  ranking: () => import("./ranking/form.tsx"),
  number: () => import("./number/form.tsx"),
  grid: () => import("./grid/form.tsx"),
  points: () => import("./points/form.tsx"),
} as const satisfies Record<QuestionType, () => Promise<{ form: AnyForm }>>;

const loaded = new Map<QuestionType, AnyForm>();

/** Rejects where the form can't be fetched. */
export async function loadForm(type: QuestionType): Promise<void> {
  if (!loaded.has(type)) loaded.set(type, (await loaders[type]()).form);
}

/** Throws where the form has not been loaded: whoever shows a question has awaited it. */
export function formOf(type: QuestionType): AnyForm {
  const form = loaded.get(type);
  if (form === undefined) throw new Error(`the form of ${type} is not loaded`);
  return form;
}
