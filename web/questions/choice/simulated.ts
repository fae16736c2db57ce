import type { ChoiceQuestion } from "../../../worker/questions/choice/rules.ts";
import { popularity } from "../../rehearsal/crowd.ts";
import { pickSeveral } from "../../rehearsal/random.ts";
import type { Simulation } from "../simulation.ts";
import { simulatedWords } from "../words/simulated-words.ts";

/** One in so many finds no option that fits, where something else may be written. */
const ownOneIn = 12;

export const simulatedChoice: Simulation<ChoiceQuestion> = {
  answer({ id, options, maxChoices, allowOther }, { random, language }) {
    // In one order for all: each attendee may have another, and they all lean the same way.
    const ids = options.map((option) => option.id).sort();
    const count = 1 + Math.floor(random() * maxChoices);
    const choices = pickSeveral(popularity(id, ids.length), count, random).flatMap((place) => ids[place] ?? []);
    if (!allowOther || random() * ownOneIn >= 1) return { choices };
    const words = simulatedWords(language);
    return { choices: choices.slice(1), other: words[Math.floor(random() * words.length)] ?? "" };
  },
};
