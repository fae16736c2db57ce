/** How each type's answers are made up. What lacks a way does not compile. */
import type { Question, QuestionOf, QuestionType } from "../../worker/questions/registry.ts";
import { simulatedChoice } from "./choice/simulated.ts";
import { simulatedGrid } from "./grid/simulated.ts";
import { simulatedNumber } from "./number/simulated.ts";
import { simulatedPoints } from "./points/simulated.ts";
import { simulatedRanking } from "./ranking/simulated.ts";
import { simulatedScale } from "./scale/simulated.ts";
import type { Simulation } from "./simulation.ts";
import { simulatedText } from "./text/simulated.ts";
import { simulatedWordsAnswer } from "./words/simulated.ts";

const simulations = {
  choice: simulatedChoice,
  words: simulatedWordsAnswer,
  text: simulatedText,
  scale: simulatedScale,
  ranking: simulatedRanking,
  points: simulatedPoints,
  number: simulatedNumber,
  grid: simulatedGrid,
} as const satisfies { [T in QuestionType]: Simulation<QuestionOf<T>> };

export function simulationOf(type: QuestionType): Simulation<Question> {
  return simulations[type];
}
