import type { NumberQuestion } from "../../../worker/questions/number/rules.ts";
import { opinion } from "../../rehearsal/crowd.ts";
import type { Simulation } from "../simulation.ts";

export const simulatedNumber: Simulation<NumberQuestion> = {
  answer({ id, min, max }, { random }) {
    const exact = min + opinion(id, random) * (max - min);
    // As round as people say it: some hundred different answers between the ends.
    const digits = Math.min(12, Math.max(0, 2 - Math.floor(Math.log10(max - min))));
    return { value: Math.min(max, Math.max(min, Number(exact.toFixed(digits)))) };
  },
};
