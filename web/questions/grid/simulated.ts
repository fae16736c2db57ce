import type { GridQuestion } from "../../../worker/questions/grid/rules.ts";
import { opinion } from "../../rehearsal/crowd.ts";
import { leftOutOneIn, type Simulation } from "../simulation.ts";

/** Both axes run from 0 to 10; phones place things at tenths. */
const tenths = 100;

export const simulatedGrid: Simulation<GridQuestion> = {
  answer({ id, items }, { random }) {
    const along = (axis: string) => Math.round(opinion(axis, random) * tenths) / 10;
    return {
      items: Object.fromEntries(
        items.map((item) => [
          item.id,
          random() * leftOutOneIn < 1 ? null : { x: along(`${id} ${item.id} x`), y: along(`${id} ${item.id} y`) },
        ]),
      ),
    };
  },
};
