/** The three files of a made-up run, as the service would write them: several shards, changes, and a cleared question. */
import { ballotsCsv } from "../../worker/export/ballots-csv.ts";
import { ballotsOf, type CastRow } from "../../worker/export/casts.ts";
import { chainCsv } from "../../worker/export/chain-csv.ts";
import { ballotKey, fullName, questionOfKey } from "../../worker/poll/asking.ts";
import { type ChainHead, cleared, emptyChain, extended, seal } from "../../worker/poll/cast-chain.ts";
import type { Definition } from "../../worker/poll/definition.ts";
import { contextOf, questionById } from "../../worker/poll/definition.ts";
import { aliasesOfQuestion, aliasesOfRun, type RunModeration } from "../../worker/poll/moderation.ts";
import { type PartialTallies, type Results, resultsOf } from "../../worker/poll/results.ts";
import type { Answer } from "../../worker/questions/registry.ts";
import { addBallot, emptyTally } from "../../worker/questions/tally.ts";
import type { Files } from "../../worker/verify/verify.ts";

/** `clear` in place of an answer clears all of the question's before it. */
export type Act = { shard: number; attendee: string; key: string; answer: Answer | null } | { clear: string };

type Kept = CastRow & { key: string; given?: { answer: Answer | null; attendee: string; at: number } };

const start = Date.UTC(2026, 10, 24, 17);

export class SealedRun {
  readonly results: Results;
  readonly casts: Kept[];

  constructor(definition: Definition, shards: number, acts: readonly Act[], moderation: RunModeration = new Map()) {
    const chains = Array.from({ length: shards }, (_, shard) => emptyChain("poll1", 1, shard));
    const kept: Kept[][] = chains.map(() => []);
    const asked: Record<string, number[]> = {};
    for (const [index, act] of acts.entries()) {
      if ("clear" in act) this.#clear(act.clear, chains, kept, asked);
      else this.#cast(act, start + index * 7, chains, kept, asked);
    }
    this.casts = kept.flat();
    const joined = new Set(acts.flatMap((act) => ("clear" in act ? [] : [act.attendee]))).size;
    this.results = {
      ...resultsOf(definition, asked, this.#tallies(definition, shards, moderation), { ...facts, joined }, moderation),
      chain: chains.map((chain, shard) => ({ shard, ...chain })),
    };
  }

  #cast(
    { shard, attendee, key, answer }: Extract<Act, { shard: number }>,
    at: number,
    chains: ChainHead[],
    kept: Kept[][],
    asked: Record<string, number[]>,
  ): void {
    const own = kept[shard] ?? [];
    const question = questionOfKey(key);
    const round = key.includes("~2.") ? 2 : 1;
    const takes = asked[question] ?? [];
    while (takes.length < round) takes.push(0);
    asked[question] = takes;
    const current = ballotKey({ question, round, take: takes[round - 1] ?? 0 });
    const before = own.find((cast) => cast.key === current && cast.given?.attendee === attendee);
    const sealing = seal(
      chains[shard] ?? emptyChain("poll1", 1, shard),
      [{ key: current, attendee, answer: JSON.stringify(answer), at }],
      () => before?.number,
      () => `salt${at}`,
    );
    chains[shard] = sealing.chain;
    for (const { number, replaces, digest, salt, answer: json } of sealing.sealed) {
      if (before !== undefined) {
        delete before.ballot;
        delete before.given;
      }
      const ballot = { attendee, answer: json, castAt: at, salt };
      const place = { run: 1, shard, number, asking: fullName(current), replaces, digest };
      own.push({ ...place, key: current, ballot, given: { attendee, answer, at } });
    }
  }

  #clear(question: string, chains: ChainHead[], kept: Kept[][], asked: Record<string, number[]>): void {
    const takes = asked[question] ?? [0];
    const key = ballotKey({ question, round: 1, take: takes[0] ?? 0 });
    asked[question] = [(takes[0] ?? 0) + 1, ...takes.slice(1)];
    for (const [shard, own] of kept.entries()) {
      const counted = own.filter((cast) => cast.key === key && cast.ballot !== undefined);
      if (counted.length === 0) continue;
      for (const cast of counted) {
        delete cast.ballot;
        delete cast.given;
      }
      const before = chains[shard] ?? emptyChain("poll1", 1, shard);
      const entry = { number: before.casts + 1, asking: fullName(key), replaces: null, digest: cleared };
      chains[shard] = extended(before, entry);
      own.push({ run: 1, shard, key, ...entry });
    }
  }

  #tallies(definition: Definition, shards: number, moderation: RunModeration): PartialTallies[] {
    const aliases = aliasesOfRun(moderation, definition);
    return Array.from({ length: shards }, (_, shard) => {
      const tallies: PartialTallies = new Map();
      for (const { shard: own, key, given } of this.casts) {
        const question = questionById(definition, questionOfKey(key));
        if (own !== shard || given === undefined || question === undefined) continue;
        const tally = tallies.get(key) ?? emptyTally(question);
        tallies.set(key, tally);
        addBallot(tally, question, given, 1, contextOf(definition), aliasesOfQuestion(aliases, question.id));
      }
      return tallies;
    });
  }

  async files(): Promise<Files> {
    return {
      results: JSON.stringify(this.results),
      ballots: await new Response(ballotsCsv(ballotsOf(this.#rows()))).text(),
      chain: await new Response(chainCsv(this.#rows())).text(),
    };
  }

  async *#rows(): AsyncGenerator<CastRow, void, void> {
    yield* this.casts;
  }
}

const facts = { poll: "poll1", run: 1, status: "closed" as const, now: start };
