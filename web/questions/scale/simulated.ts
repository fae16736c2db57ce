import type { ScaleQuestion } from "../../../worker/questions/scale/rules.ts";
import { opinion } from "../../rehearsal/crowd.ts";
import { leftOutOneIn, type Simulation } from "../simulation.ts";

export const simulatedScale: Simulation<ScaleQuestion> = {
  answer: ({ id, statements, min, max }, { random }) => ({
    ratings: Object.fromEntries(
      statements.map((statement) => [
        statement.id,
        random() * leftOutOneIn < 1 ? null : min + Math.round(opinion(`${id} ${statement.id}`, random) * (max - min)),
      ]),
    ),
  }),
};
