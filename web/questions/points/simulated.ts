import type { PointsQuestion } from "../../../worker/questions/points/rules.ts";
import { popularity } from "../../rehearsal/crowd.ts";
import { normal } from "../../rehearsal/random.ts";
import type { Simulation } from "../simulation.ts";

export const simulatedPoints: Simulation<PointsQuestion> = {
  answer({ id, options, total }, { random }) {
    const wanted = popularity(id, options.length).map((weight) => weight * Math.exp(0.7 * normal(random)));
    const sum = wanted.reduce((all, weight) => all + weight, 0);
    // People give fives and tens where they can; the favourite gets what is left.
    const step = total >= 50 ? 5 : 1;
    const points = wanted.map((weight) => Math.floor((weight / sum) * (total / step)) * step);
    const favourite = wanted.indexOf(Math.max(...wanted));
    points[favourite] = total - points.reduce((all, given, index) => (index === favourite ? all : all + given), 0);
    return { points: Object.fromEntries(options.map((option, index) => [option.id, points[index] ?? 0])) };
  },
};
