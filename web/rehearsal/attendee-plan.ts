/** What a made-up attendee does with a question, and when. Pure. */
import type { Answer, Question } from "../../worker/questions/registry.ts";
import type { Voice } from "../questions/simulation.ts";
import { simulationOf } from "../questions/simulations.ts";

/** `afterMs` counts from when the question came; null skips it. */
export type Step = { afterMs: number; answer: Answer | null };

const neverAnswers = 0.08;
const skips = 0.05;
const changesMind = 0.12;

/** Nothing, an answer, or an answer and another one after it. `paceMs` is how long the slowest take for the first. */
export function planFor(question: Question, voice: Voice, paceMs: number): Step[] {
  const { random } = voice;
  if (random() < neverAnswers) return [];
  // Most are quick, some read it twice.
  const afterMs = paceMs * (0.08 + 0.92 * random() ** 1.8);
  if (question.skippable && random() < skips) return [{ afterMs, answer: null }];
  const simulation = simulationOf(question.type);
  const first = { afterMs, answer: simulation.answer(question, voice) };
  if (!question.changeable || random() >= changesMind) return [first];
  const later = afterMs + paceMs * (0.1 + 0.4 * random());
  return [first, { afterMs: later, answer: simulation.answer(question, voice) }];
}
