import type { Answer, Question } from "../../worker/questions/registry.ts";
import type { Random } from "../rehearsal/random.ts";

/** A made-up attendee; `language` is that of the answers. */
export type Voice = { random: Random; language: string };

/** How a type's answers are made up for a rehearsal. What it returns is always complete, and accepted by the question's rules. */
export type Simulation<Q extends Question> = { answer(question: Q, voice: Voice): Answer };

/** One in so many statements or items is left out. */
export const leftOutOneIn = 25;
