/** Every question type, one line each. What lacks a part does not compile. */
import {
  type ChoiceAnswer,
  type ChoiceDraft,
  type ChoiceParts,
  type ChoiceQuestion,
  type ChoiceView,
  choiceRules,
} from "./choice/rules.ts";
import {
  type GridAnswer,
  type GridDraft,
  type GridParts,
  type GridQuestion,
  type GridView,
  gridRules,
} from "./grid/rules.ts";
import {
  type NumberAnswer,
  type NumberDraft,
  type NumberParts,
  type NumberQuestion,
  type NumberView,
  numberRules,
} from "./number/rules.ts";
import {
  type PointsAnswer,
  type PointsDraft,
  type PointsParts,
  type PointsQuestion,
  type PointsView,
  pointsRules,
} from "./points/rules.ts";
import {
  type RankingAnswer,
  type RankingDraft,
  type RankingParts,
  type RankingQuestion,
  type RankingView,
  rankingRules,
} from "./ranking/rules.ts";
import type { QuestionRules } from "./rules.ts";
import {
  type ScaleAnswer,
  type ScaleDraft,
  type ScaleParts,
  type ScaleQuestion,
  type ScaleView,
  scaleRules,
} from "./scale/rules.ts";
import {
  type TextAnswer,
  type TextDraft,
  type TextParts,
  type TextQuestion,
  type TextView,
  textRules,
} from "./text/rules.ts";
import {
  type WordsAnswer,
  type WordsDraft,
  type WordsParts,
  type WordsQuestion,
  type WordsView,
  wordsRules,
} from "./words/rules.ts";

export type Question =
  | ChoiceQuestion
  | WordsQuestion
  | TextQuestion
  | ScaleQuestion
  | RankingQuestion
  | PointsQuestion
  | NumberQuestion
  | GridQuestion;
export type QuestionType = Question["type"];
export type QuestionOf<T extends QuestionType> = Extract<Question, { type: T }>;
export type QuestionDraft =
  | ChoiceDraft
  | WordsDraft
  | TextDraft
  | ScaleDraft
  | RankingDraft
  | PointsDraft
  | NumberDraft
  | GridDraft;
export type Answer =
  | ChoiceAnswer
  | WordsAnswer
  | TextAnswer
  | ScaleAnswer
  | RankingAnswer
  | PointsAnswer
  | NumberAnswer
  | GridAnswer;
/** What a type's tally adds up: Maps, so that no id or word meets an object's prototype. */
export type Parts =
  | ChoiceParts
  | WordsParts
  | TextParts
  | ScaleParts
  | RankingParts
  | PointsParts
  | NumberParts
  | GridParts;
export type TallyView =
  | ChoiceView
  | WordsView
  | TextView
  | ScaleView
  | RankingView
  | PointsView
  | NumberView
  | GridView;

export type AnyQuestionRules = QuestionRules<QuestionDraft, Question, Answer, Parts, TallyView>;

export const questionRules = {
  choice: choiceRules,
  words: wordsRules,
  text: textRules,
  scale: scaleRules,
  ranking: rankingRules,
  points: pointsRules,
  number: numberRules,
  grid: gridRules,
} as const satisfies Record<QuestionType, AnyQuestionRules>;

export function isQuestionType(type: unknown): type is QuestionType {
  return typeof type === "string" && Object.hasOwn(questionRules, type);
}

export function rulesOf(type: QuestionType): AnyQuestionRules {
  return questionRules[type];
}

/** What moderators have to do with this question; undefined where attendees write nothing that others see. */
export function moderableOf(question: Question): AnyQuestionRules["moderable"] {
  const { moderable } = rulesOf(question.type);
  return moderable?.isIn?.(question) === false ? undefined : moderable;
}
