import type { ChoiceQuestion } from "../../../worker/questions/choice/rules.ts";
import { popularity } from "../../rehearsal/crowd.ts";
import { pickSeveral } from "../../rehearsal/random.ts";
import type { Simulation } from "../simulation.ts";

export const simulatedChoice: Simulation<ChoiceQuestion> = {
  answer({ id, options, maxChoices }, { random }) {
    const count = 1 + Math.floor(random() * maxChoices);
    const picked = pickSeveral(popularity(id, options.length), count, random);
    return { choices: options.filter((_, index) => picked.includes(index)).map((option) => option.id) };
  },
};
