/**
 * A shard's ballots of the run that is on: on disk as the truth, in memory as a cache with the tallies, both by
 * ballot key (see poll/asking.ts). An asking's ballots are read when it is first needed after waking, so that waking costs
 * what is used.
 */
import { fullName, questionOfKey } from "../poll/asking.ts";
import { type ChainHead, cleared, emptyChain, extended, seal } from "../poll/cast-chain.ts";
import { contextOf, type Definition, questionById } from "../poll/definition.ts";
import { aliasesOfQuestion, type RunAliases } from "../poll/moderation.ts";
import type { Aliases } from "../questions/moderation.ts";
import type { Question } from "../questions/registry.ts";
import { addBallot, type Ballot, type Tally, tallyOf } from "../questions/tally.ts";
import type { BallotStore, StoredBallot } from "../store/ballot-store.ts";
import { RefIndex } from "./ref-index.ts";

type Cached = { ballots: Map<string, StoredBallot>; tally: Tally; aliases: Aliases };
/** An accepted answer. */
export type Cast = Ballot & { key: string; ref: string };

/** Whose ballots these are: chains of different shards and runs begin differently. */
export type BoxPlace = { poll: string; run: number; shard: number };

export class BallotBox {
  readonly #store: BallotStore;
  readonly #run: number;
  #definition: Definition;
  #aliases: RunAliases;
  readonly #cached = new Map<string, Cached>();
  readonly #newSalt: () => string;
  #refIndex: RefIndex | undefined;
  #chain: ChainHead;

  constructor(
    { store, newSalt }: { store: BallotStore; newSalt: () => string },
    { poll, run, shard }: BoxPlace,
    definition: Definition,
    aliases: RunAliases,
  ) {
    this.#store = store;
    this.#newSalt = newSalt;
    this.#run = run;
    this.#chain = store.chain(run) ?? emptyChain(poll, run, shard);
    this.#definition = definition;
    this.#aliases = aliases;
  }

  /** Tallies are made anew from ballots: a question may be counted in another way now. */
  redefine(definition: Definition, aliases: RunAliases): void {
    this.#definition = definition;
    this.#aliases = aliases;
    this.#cached.clear();
  }

  /** Other words are merged now: the tallies of those questions are made anew from the ballots. */
  realias(aliases: RunAliases, questions: readonly string[]): void {
    this.#aliases = aliases;
    for (const [key, { ballots }] of this.#cached) {
      const question = questionById(this.#definition, questionOfKey(key));
      if (question !== undefined && questions.includes(question.id)) {
        this.#cached.set(key, this.#counted(question, ballots));
      }
    }
  }

  get chain(): ChainHead {
    return this.#chain;
  }

  ballot(key: string, attendee: string): StoredBallot | undefined {
    return this.#asking(key)?.ballots.get(attendee);
  }

  /** Drops the ballots of askings that were cleared; saying it again changes nothing. */
  forget(keys: readonly string[]): void {
    for (const key of keys) {
      if (!this.#store.hasBallots(this.#run, key)) continue;
      const number = this.#chain.casts + 1;
      this.#chain = extended(this.#chain, { number, asking: fullName(key), replaces: null, digest: cleared });
      this.#store.clear(this.#run, key, this.#chain);
      this.#cached.delete(key);
    }
  }

  isAcked(attendee: string, ref: string): boolean {
    return this.#refs().mayHave(attendee, ref) && this.#store.hasRef(this.#run, attendee, ref);
  }

  #refs(): RefIndex {
    if (this.#refIndex === undefined) {
      this.#refIndex = new RefIndex();
      for (const { attendee, ref } of this.#store.refs(this.#run)) this.#refIndex.add(attendee, ref);
    }
    return this.#refIndex;
  }

  /** Stores the group, then brings tallies and caches up to it. Synchronous; where storing throws nothing has changed. */
  write(casts: readonly Cast[]): void {
    const { chain, sealed } = seal(
      this.#chain,
      casts.map((cast) => ({ ...cast, answer: JSON.stringify(cast.answer) })),
      (key, attendee) => this.ballot(key, attendee)?.number,
      this.#newSalt,
    );
    this.#store.write(this.#run, sealed, chain);
    this.#chain = chain;
    for (const [index, cast] of casts.entries()) {
      this.#refs().add(cast.attendee, cast.ref);
      this.#count(cast, sealed[index]?.number ?? 0);
    }
  }

  #count({ key, attendee, answer, at }: Cast, number: number): void {
    const question = questionById(this.#definition, questionOfKey(key));
    const cached = this.#cached.get(key);
    // A question that is gone had no ballots, and is counted nowhere.
    if (question === undefined || cached === undefined) return;
    const before = cached.ballots.get(attendee);
    const after: StoredBallot = { attendee, answer, at, number };
    const context = contextOf(this.#definition);
    if (before !== undefined) addBallot(cached.tally, question, before, -1, context, cached.aliases);
    addBallot(cached.tally, question, after, 1, context, cached.aliases);
    cached.ballots.set(attendee, after);
  }

  tally(key: string): Tally | undefined {
    return this.#asking(key)?.tally;
  }

  #asking(key: string): Cached | undefined {
    const cached = this.#cached.get(key);
    if (cached !== undefined) return cached;
    const question = questionById(this.#definition, questionOfKey(key));
    if (question === undefined) return undefined;
    const ballots = this.#store.ballots(this.#run, key);
    const read = this.#counted(question, new Map(ballots.map((ballot) => [ballot.attendee, ballot])));
    this.#cached.set(key, read);
    return read;
  }

  #counted(question: Question, ballots: Map<string, StoredBallot>): Cached {
    const aliases = aliasesOfQuestion(this.#aliases, question.id);
    return { ballots, aliases, tally: tallyOf(question, ballots.values(), contextOf(this.#definition), aliases) };
  }
}
