import type { WordsQuestion } from "../../../worker/questions/words/rules.ts";
import { popularity } from "../../rehearsal/crowd.ts";
import { pickSeveral } from "../../rehearsal/random.ts";
import type { Simulation } from "../simulation.ts";
import { simulatedWords } from "./simulated-words.ts";

export const simulatedWordsAnswer: Simulation<WordsQuestion> = {
  answer({ id, maxWords }, { random, language }) {
    const words = simulatedWords(language);
    // Most fill in all fields.
    const count = Math.ceil(maxWords * (1 - random() ** 3));
    const picked = pickSeveral(popularity(id, words.length), Math.max(1, count), random);
    return { words: picked.map((index) => spelling(words[index] ?? "", random())) };
  },
};

/** Phones begin with a capital, people end with a mark. */
function spelling(word: string, chance: number): string {
  if (chance < 0.35) return word.charAt(0).toUpperCase() + word.slice(1);
  return chance > 0.97 ? `${word}!` : word;
}
