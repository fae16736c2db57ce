/** The results of a run, as `results.json` gives them and as they are kept once the run is closed. */
import type { Question } from "../questions/registry.ts";
import { mergeTallies, type ShownTally, showTally, type Tally } from "../questions/tally.ts";
import type { CloudPicture } from "../shared/cloud-picture.ts";
import type { PollStatus } from "../shared/protocol.ts";
import { type Asked, askingOf, ballotKey, roundsOf } from "./asking.ts";
import type { ChainHead } from "./cast-chain.ts";
import { contextOf, type Definition } from "./definition.ts";
import { moderationOf, type RunModeration } from "./moderation.ts";
import { isRehearsalRun } from "./rehearsal.ts";

export type QuestionResult = {
  id: string;
  type: Question["type"];
  text: string;
  answered: number;
  tally: ShownTally;
  /** There where the question was asked again; `answered` and `tally` above are of the first round. */
  secondRound?: { answered: number; tally: ShownTally; cloud?: CloudPicture };
  /** The question as it was asked: its options, statements and settings. */
  definition: Question;
  /** How often its answers were cleared, in all rounds; there where they were. */
  cleared?: number;
  /** Words: as the screens show them. */
  cloud?: CloudPicture;
};

export type Results = {
  poll: string;
  /** Below 0 in a rehearsal. */
  run: number;
  /** There where all of it is made up, and goes when the rehearsal ends. */
  rehearsal?: true;
  title: string;
  status: PollStatus;
  /** ISO 8601. */
  generatedAt: string;
  /** Tokens issued in the run. */
  joined: number;
  language: string;
  /** Whether listed words were hidden. Left out in results from before it was told, as is `openedAt`. */
  blockList?: boolean;
  /** Several attendees might have answered on one phone, one after another. */
  sharedDevice?: true;
  /** ISO 8601; when the run began. */
  openedAt?: string;
  /** ISO 8601; there once the run is closed. */
  closedAt?: string;
  /** ISO 8601; there once these results are all that is kept: the ballots were erased, or did not come with an `origin`. */
  ballotsErasedAt?: string;
  questions: QuestionResult[];
  /** Left out of results that were kept before there were chains. */
  chain?: ShardChain[];
  /** There where they came in from a file: another service, or this one in another's hands, has counted them. */
  origin?: ResultsOrigin;
};

/** `poll`: its id where the run was, by which its chain begins. `importedAt` in ISO 8601. */
export type ResultsOrigin = { poll: string; importedAt: string };

/** What everybody may see who has the key of published results: notes are for who presents. */
export function publicResults(results: Results): Results {
  const questions = results.questions.map((result) => {
    const { notes: _, ...definition } = result.definition;
    return { ...result, definition };
  });
  return { ...results, questions };
}

/** Ids of the questions that have ballots, skips among them. */
export function answeredIn({ questions }: Results): string[] {
  return questions
    .filter(
      ({ tally, secondRound }) => hasBallots(tally) || (secondRound !== undefined && hasBallots(secondRound.tally)),
    )
    .map(({ id }) => id);
}

function hasBallots({ answered, skipped }: ShownTally): boolean {
  return answered > 0 || (skipped ?? 0) > 0;
}

/** How far a shard's chain of casts had come: with it anyone can check that ballots are as they were cast. */
export type ShardChain = ChainHead & { shard: number };

/** A question as it was answered in one round. */
export type RoundResult = Omit<QuestionResult, "secondRound"> & { round: number };

/** The question's rounds, in order. */
export function roundResults({ secondRound, ...first }: QuestionResult): RoundResult[] {
  const rounds = [{ ...first, round: 1 }];
  return secondRound === undefined ? rounds : [...rounds, { ...first, ...secondRound, round: 2 }];
}

/** Ballot key (see asking.ts) → the tally of that asking, from one shard. */
export type PartialTallies = Map<string, Tally>;

export type RunFacts = {
  poll: string;
  run: number;
  status: PollStatus;
  joined: number;
  now: number;
  openedAt?: number;
  closedAt?: number;
};

export function resultsOf(
  definition: Definition,
  asked: Asked,
  partials: readonly PartialTallies[],
  facts: RunFacts,
  moderation: RunModeration = new Map(),
): Results {
  const context = contextOf(definition);
  return {
    poll: facts.poll,
    run: facts.run,
    ...(isRehearsalRun(facts.run) ? { rehearsal: true as const } : {}),
    title: definition.title,
    status: facts.status,
    generatedAt: new Date(facts.now).toISOString(),
    joined: facts.joined,
    language: definition.language,
    blockList: definition.settings.blockList,
    ...(definition.settings.sharedDevice ? { sharedDevice: true as const } : {}),
    ...(facts.openedAt === undefined ? {} : { openedAt: new Date(facts.openedAt).toISOString() }),
    ...(facts.closedAt === undefined ? {} : { closedAt: new Date(facts.closedAt).toISOString() }),
    questions: definition.questions.map((question) => {
      const inRound = (round: number) => {
        const key = ballotKey(askingOf(asked, question.id, round));
        const merged = mergeTallies(question, tallyParts(partials, key));
        const tally = showTally(merged, question, context, moderationOf(moderation, question.id));
        return { answered: tally.answered, tally };
      };
      return {
        id: question.id,
        type: question.type,
        text: question.text,
        ...inRound(1),
        ...(roundsOf(asked, question.id) > 1 ? { secondRound: inRound(2) } : {}),
        ...clearedIn(asked[question.id] ?? []),
        definition: question,
      };
    }),
  };
}

/** `takes`: for each round how often it was cleared. */
function clearedIn(takes: readonly number[]): { cleared?: number } {
  const cleared = takes.reduce((sum, times) => sum + times, 0);
  return cleared === 0 ? {} : { cleared };
}

function tallyParts(partials: Iterable<PartialTallies>, key: string): Tally[] {
  return [...partials].flatMap((tallies) => tallies.get(key) ?? []);
}
