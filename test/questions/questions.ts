/** Questions to test on, one a type, as `parseDefinition` would make them; and a way to ask what they accept. */
import * as v from "valibot";
import type { ChoiceQuestion } from "../../worker/questions/choice/rules.ts";
import type { GridQuestion } from "../../worker/questions/grid/rules.ts";
import type { NumberQuestion } from "../../worker/questions/number/rules.ts";
import type { PointsQuestion } from "../../worker/questions/points/rules.ts";
import type { RankingQuestion } from "../../worker/questions/ranking/rules.ts";
import { type Answer, type Question, rulesOf } from "../../worker/questions/registry.ts";
import type { PollContext } from "../../worker/questions/rules.ts";
import type { ScaleQuestion } from "../../worker/questions/scale/rules.ts";
import { type ShownTally, showTally, tallyOf } from "../../worker/questions/tally.ts";
import type { TextQuestion } from "../../worker/questions/text/rules.ts";
import type { WordsQuestion } from "../../worker/questions/words/rules.ts";

const common = { changeable: true, skippable: true, resultsHidden: false, resultsOnPhones: false };
export const swedish: PollContext = { language: "sv", blockList: true };

export const choice: ChoiceQuestion = {
  ...common,
  id: "c",
  type: "choice",
  text: "Vilken?",
  maxChoices: 2,
  options: ["a", "b", "__proto__", "1"].map((id) => ({ id, text: `Alternativ ${id}` })),
};
export const openChoice: ChoiceQuestion = { ...choice, id: "o", allowOther: true };
export const words: WordsQuestion = { ...common, id: "w", type: "words", text: "Tre ord?", maxWords: 3 };
export const text: TextQuestion = { ...common, id: "t", type: "text", text: "Vad?", maxLength: 20 };
export const scale: ScaleQuestion = {
  ...common,
  id: "s",
  type: "scale",
  text: "Hur väl?",
  min: -1,
  max: 3,
  minLabel: "",
  maxLabel: "",
  statements: ["a", "__proto__"].map((id) => ({ id, text: `Påstående ${id}` })),
};

export const number: NumberQuestion = {
  ...common,
  id: "n",
  type: "number",
  text: "Hur mycket?",
  min: -10,
  max: 90,
  unit: "kg",
};
export const grid: GridQuestion = {
  ...common,
  id: "g",
  type: "grid",
  text: "Var?",
  xLabels: ["Lätt", "Svårt"],
  yLabels: ["", ""],
  items: ["a", "__proto__"].map((id) => ({ id, text: `Sak ${id}` })),
};
export const ranking: RankingQuestion = {
  ...common,
  id: "r",
  type: "ranking",
  text: "I vilken ordning?",
  options: ["a", "b", "__proto__", "1"].map((id) => ({ id, text: `Alternativ ${id}` })),
};
export const points: PointsQuestion = {
  ...common,
  id: "p",
  type: "points",
  text: "Hur mycket?",
  total: 10,
  options: ["a", "b", "__proto__"].map((id) => ({ id, text: `Alternativ ${id}` })),
};

/** The accepted answer, or undefined where it is refused. */
export function accepted(question: Question, answer: unknown): Answer | undefined {
  const parsed = v.safeParse(rulesOf(question.type).answerSchema(question), answer);
  return parsed.success ? parsed.output : undefined;
}

/** The tally of accepted answers, one attendee each; null skips. A refused one fails the test. */
export function shown(question: Question, answers: readonly unknown[], context: PollContext = swedish): ShownTally {
  const ballots = answers.map((raw, index) => {
    const answer = raw === null ? null : accepted(question, raw);
    if (answer === undefined) throw new Error(`${JSON.stringify(raw)} is refused`);
    return { attendee: `attendee-${index}`, answer, at: index * 1000 };
  });
  return showTally(tallyOf(question, ballots, context), question, context);
}

/** What no type takes for an answer. */
export const neverAnswers: unknown[] = [
  undefined,
  null,
  true,
  0,
  -1,
  1,
  Number.POSITIVE_INFINITY,
  Number.NaN,
  "",
  "a",
  [],
  [[]],
  {},
  [{ choices: ["a"] }],
  { choices: null },
  { words: null },
  { text: null },
  { ratings: null },
  { order: null },
  { points: null },
  { ratings: [] },
  { value: null },
  { items: null },
  { items: [] },
  JSON.parse('{"__proto__":{"choices":["a"]}}'),
  JSON.parse("1e400"),
];

/** `answer` with an unknown key, of the kinds that slip through loose checks. */
export function withUnknownKeys(answer: object): unknown[] {
  const inner = JSON.stringify(answer).slice(1, -1);
  return ["extra", "__proto__", "constructor", "toString", ""].map((key) =>
    JSON.parse(`{${inner},${JSON.stringify(key)}:1}`),
  );
}
