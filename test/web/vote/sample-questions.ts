import type { PollStageFrame } from "../../../worker/poll/snapshots.ts";
import type { Question, QuestionOf, QuestionType } from "../../../worker/questions/registry.ts";

const common = { changeable: true, skippable: false, resultsHidden: false, resultsOnPhones: true };

export const choice: QuestionOf<"choice"> = {
  ...common,
  id: "group",
  type: "choice",
  text: "Vilken temagrupp gav dig mest?",
  options: [
    { id: "org", text: "Organisation" },
    { id: "eko", text: "Ekonomi & <juridik>" },
    { id: "dig", text: "Digitalisering" },
  ],
  maxChoices: 2,
};

export const openChoice: QuestionOf<"choice"> = { ...choice, id: "open", allowOther: true };

export const words: QuestionOf<"words"> = {
  ...common,
  id: "words",
  type: "words",
  text: "Vilka tre ord tar du med dig?",
  maxWords: 3,
  skippable: true,
};

export const text: QuestionOf<"text"> = {
  ...common,
  id: "next",
  type: "text",
  text: "Vad ska vi ta upp?",
  maxLength: 20,
};

export const scale: QuestionOf<"scale"> = {
  ...common,
  id: "fit",
  type: "scale",
  text: "Hur väl stämmer det?",
  statements: [
    { id: "rel", text: "Programmet var relevant" },
    { id: "time", text: "Det fanns tid" },
  ],
  min: 1,
  max: 5,
  minLabel: "Inte alls",
  maxLabel: "Helt och hållet",
};

export const longScale: QuestionOf<"scale"> = { ...scale, id: "long", min: 0, max: 100 };

export const ranking: QuestionOf<"ranking"> = {
  ...common,
  id: "order",
  type: "ranking",
  text: "Vad är viktigast?",
  options: [
    { id: "dialog", text: "Dialog" },
    { id: "short", text: "Kortare kurser" },
    { id: "task", text: "Tydligare <uppdrag>" },
  ],
};

export const points: QuestionOf<"points"> = {
  ...common,
  id: "spread",
  type: "points",
  text: "Hur ska pengarna fördelas?",
  total: 100,
  options: [
    { id: "it", text: "It & digitalt" },
    { id: "people", text: "Fler kollegor" },
  ],
};

export const number: QuestionOf<"number"> = {
  ...common,
  id: "fish",
  type: "number",
  text: "Hur mycket fisk fångas?",
  min: -2.5,
  max: 12000,
  unit: "kg",
};

export const grid: QuestionOf<"grid"> = {
  ...common,
  id: "where",
  type: "grid",
  text: "Var ligger förslagen?",
  xLabels: ["Liten insats", "Stor insats"],
  yLabels: ["", "Stor <nytta>"],
  items: [
    { id: "web", text: "Webbplats" },
    { id: "pod", text: "Podd & radio" },
  ],
};

/** One of each type. */
export const everyType = { choice, words, text, scale, ranking, points, number, grid } satisfies Record<
  QuestionType,
  Question
>;

export function stageOf(question: Question | null, more: Partial<PollStageFrame> = {}): PollStageFrame {
  return {
    type: "stage",
    seq: 1,
    run: 1,
    title: "Nätverksträff",
    question,
    ...(question === null ? {} : { round: 1, asking: `${question.id}~1.0` }),
    voting: question === null ? "locked" : "open",
    results: "shown",
    status: "live",
    language: "sv",
    ...more,
  };
}
