/** The results of a run, as `results.json` gives them and as they are kept once the run is closed. */
import type { Question } from "../questions/registry.ts";
import { mergeTallies, type ShownTally, showTally, type Tally } from "../questions/tally.ts";
import type { PollStatus } from "../shared/protocol.ts";
import { contextOf, type Definition } from "./definition.ts";
import { moderationOf, type RunModeration } from "./moderation.ts";

export type QuestionResult = {
  id: string;
  type: Question["type"];
  text: string;
  answered: number;
  tally: ShownTally;
  /** The question as it was asked: its options, statements and settings. */
  definition: Question;
};

export type Results = {
  poll: string;
  run: number;
  title: string;
  status: PollStatus;
  /** ISO 8601. */
  generatedAt: string;
  /** Tokens issued in the run. */
  joined: number;
  language: string;
  /** ISO 8601; there once the run is closed. */
  closedAt?: string;
  questions: QuestionResult[];
};

/** Question id → that shard's tally of it, from one shard. */
export type PartialTallies = Map<string, Tally>;

export type RunFacts = {
  poll: string;
  run: number;
  status: PollStatus;
  joined: number;
  now: number;
  closedAt?: number;
};

export function resultsOf(
  definition: Definition,
  partials: readonly PartialTallies[],
  facts: RunFacts,
  moderation: RunModeration = new Map(),
): Results {
  const context = contextOf(definition);
  return {
    poll: facts.poll,
    run: facts.run,
    title: definition.title,
    status: facts.status,
    generatedAt: new Date(facts.now).toISOString(),
    joined: facts.joined,
    language: definition.language,
    ...(facts.closedAt === undefined ? {} : { closedAt: new Date(facts.closedAt).toISOString() }),
    questions: definition.questions.map((question) => {
      const merged = mergeTallies(question, tallyParts(partials, question.id));
      const tally = showTally(merged, question, context, moderationOf(moderation, question.id));
      return {
        id: question.id,
        type: question.type,
        text: question.text,
        answered: tally.answered,
        tally,
        definition: question,
      };
    }),
  };
}

export function tallyParts(partials: Iterable<PartialTallies>, question: string): Tally[] {
  return [...partials].flatMap((tallies) => tallies.get(question) ?? []);
}
