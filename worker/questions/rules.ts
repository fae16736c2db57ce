/** What a question type must have on this floor. One folder holds one type; `registry.ts` lists them. */
import type { GenericSchema } from "valibot";
import type { FieldError } from "../shared/result.ts";
import type { Aliases, Moderable, Moderation } from "./moderation.ts";

/** What a type's rules may know of the poll around the question. */
export type PollContext = {
  language: string;
  /** Whether the kept list for the language hides what it lists. */
  blockList: boolean;
  /** The poll's own: hidden beside the kept list, and excepted from it. */
  blockedWords?: readonly string[] | undefined;
  allowedWords?: readonly string[] | undefined;
};

/**
 * `Q` the question with its ids and defaults, `A` an accepted answer, `P` what a tally adds up (a commutative monoid with
 * `empty` and `merge`), `V` the `tally` that the contract shows.
 *
 * Written with method syntax on purpose: TypeScript compares methods' parameters both ways, so the rules of one type stand
 * in the registry as rules of the union.
 */
export interface QuestionRules<D, Q, A, P, V> {
  /** The definition as it may be sent; its output has defaults filled in but may lack ids. */
  readonly definition: GenericSchema<unknown, D>;
  /** The answer's shape for any question of the type, for the published contract. */
  readonly answerShape: GenericSchema<unknown, A>;
  withIds(draft: D, newId: () => string): Q;
  /** What this very question accepts. Built once a question, not once an answer. */
  answerSchema(question: Q): GenericSchema<unknown, A>;
  empty(question: Q): P;
  /** Adds one attendee's answer (`weight` 1) or takes it away again (`weight` -1), in place. */
  add(
    parts: P,
    answer: A,
    weight: 1 | -1,
    ballot: { attendee: string; at: number },
    context: PollContext,
    aliases: Aliases,
  ): void;
  /** Adds `from` into `into`, in place; `from` stays as it is. */
  merge(into: P, from: P): void;
  /** As everybody may see it: nothing that is hidden is in it. */
  view(parts: P, question: Q, context: PollContext, moderation: Moderation): V;
  /**
   * What of the view phones are sent, `more` where entries of a list that they show are left out, or the view itself: each
   * byte of it goes to every phone in the hall. Types whose views don't grow with the hall lack this.
   */
  forPhones?(view: V): V & { more?: number };
  /** Where attendees write what others see. */
  readonly moderable?: Moderable<Q, P, V>;
  /**
   * The question as attendees may have it before the presenter shows its right answer: without it, or itself where it has
   * none. Its `view` must then tell nothing of it either. Types whose questions have no right answer lack this.
   */
  withoutRightAnswer?(question: Q): Q;
  /**
   * The question as this attendee gets it, or itself where all get the same. What its answers mean must not differ. Types
   * whose questions look alike to everyone lack this.
   */
  asSeenBy?(question: Q, attendee: string): Q;
  /** Why ballots for `before` can't stay valid under `after`, or undefined where they can. */
  conflict(before: Q, after: Q): FieldError | undefined;
}
