/** The organiser's form for every question type, one line each. */
import type { QuestionType } from "../../worker/questions/registry.ts";
import { type ChoiceFields, choiceEditor } from "./choice/editor.tsx";
import type { CommonFields } from "./draft.ts";
import { type GridFields, gridEditor } from "./grid/editor.tsx";
import { type NumberFields, numberEditor } from "./number/editor.tsx";
import { type PointsFields, pointsEditor } from "./points/editor.tsx";
import type { QuestionEditor } from "./question-editor.ts";
import { type RankingFields, rankingEditor } from "./ranking/editor.tsx";
import { type ScaleFields, scaleEditor } from "./scale/editor.tsx";
import { type TextFields, textEditor } from "./text/editor.tsx";
import { type WordsFields, wordsEditor } from "./words/editor.tsx";

export type TypeFields =
  | ChoiceFields
  | WordsFields
  | TextFields
  | ScaleFields
  | RankingFields
  | PointsFields
  | NumberFields
  | GridFields;
export type DraftQuestion = CommonFields & TypeFields;

export const editors = {
  choice: choiceEditor,
  words: wordsEditor,
  text: textEditor,
  scale: scaleEditor,
  ranking: rankingEditor,
  points: pointsEditor,
  number: numberEditor,
  grid: gridEditor,
} as const satisfies Record<QuestionType, QuestionEditor<TypeFields>>;

export function editorOf(type: QuestionType): QuestionEditor<TypeFields> {
  return editors[type];
}

export function isQuestionType(type: unknown): type is QuestionType {
  return typeof type === "string" && Object.hasOwn(editors, type);
}
