import type { RankingQuestion } from "../../../worker/questions/ranking/rules.ts";
import { popularity } from "../../rehearsal/crowd.ts";
import { pickSeveral } from "../../rehearsal/random.ts";
import type { Simulation } from "../simulation.ts";

export const simulatedRanking: Simulation<RankingQuestion> = {
  answer({ id, options }, { random }) {
    const places = pickSeveral(popularity(id, options.length), options.length, random);
    return { order: places.flatMap((place) => options[place]?.id ?? []) };
  },
};
