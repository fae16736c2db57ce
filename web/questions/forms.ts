/**
 * The phone's controls for every question type, one line each. A form is loaded when its question comes on stage: phones
 * load nothing that they don't need. Charts have a registry of their own.
 */
import type { Answer, Question, QuestionType, TallyView } from "../../worker/questions/registry.ts";
import type { AnswerForm } from "./answer-form.ts";

type AnyForm = AnswerForm<Question, Answer, TallyView>;

const loaders = {
  choice: async () => (await import("./choice/form.tsx")).choiceForm,
  words: async () => (await import("./words/form.tsx")).wordsForm,
  text: async () => (await import("./text/form.tsx")).textForm,
  scale: async () => (await import("./scale/form.tsx")).scaleForm,
  ranking: async () => (await import("./ranking/form.tsx")).rankingForm,
  number: async () => (await import("./number/form.tsx")).numberForm,
  grid: async () => (await import("./grid/form.tsx")).gridForm,
  points: async () => (await import("./points/form.tsx")).pointsForm,
} as const satisfies Record<QuestionType, () => Promise<AnyForm>>;

const loaded = new Map<QuestionType, AnyForm>();

/** Rejects where the form can't be fetched. */
export async function loadForm(type: QuestionType): Promise<void> {
  if (!loaded.has(type)) loaded.set(type, await loaders[type]());
}

/** Throws where the form has not been loaded: whoever shows a question has awaited it. */
export function formOf(type: QuestionType): AnyForm {
  const form = loaded.get(type);
  if (form === undefined) throw new Error(`the form of ${type} is not loaded`);
  return form;
}
