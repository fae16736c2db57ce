import type { ShardReport } from "../poll/links.ts";
import type { PartialTallies, ShardChain } from "../poll/results.ts";
import type { Tally } from "../questions/tally.ts";

type Partial = Pick<ShardReport, "present" | "tallies" | "chain" | "ackP95">;

/**
 * The latest partial tally of each asking of a question from each shard, by ballot key. Reports replace, never add: losing, repeating or reordering
 * them can't corrupt what is shown.
 */
export class RoomTallies {
  #run = 0;
  #partials = new Map<number, Partial>();
  #complete: Promise<void> | undefined;

  /** Takes a shard's report; false where it is of another run. */
  take(shard: number, report: ShardReport, run: number): boolean {
    this.#startRun(run);
    if (report.run !== run) return false;
    const known: Partial = this.#partials.get(shard) ?? { present: 0, tallies: new Map(), chain: report.chain };
    known.present = report.present;
    if (report.chain.casts > known.chain.casts) known.chain = report.chain;
    if (report.ackP95 !== undefined) known.ackP95 = report.ackP95;
    for (const [key, tally] of report.tallies) {
      const before = known.tallies.get(key);
      if (before === undefined || before.version <= tally.version) known.tallies.set(key, tally);
    }
    this.#partials.set(shard, known);
    return true;
  }

  /**
   * Resolves once every shard has been heard since this object woke: its memory was empty then, and what it shows must
   * not lack a shard. `collect` asks one shard for all its tallies.
   */
  async complete(run: number, shards: number, collect: (shard: number) => Promise<ShardReport>): Promise<void> {
    // Before the memo is looked at: another run has its own.
    this.#startRun(run);
    this.#complete ??= this.collectAll(run, shards, collect).catch((error: unknown) => {
      this.#complete = undefined;
      throw error;
    });
    await this.#complete;
  }

  /** Asks every shard anew. Rejects where one doesn't answer. */
  async collectAll(run: number, shards: number, collect: (shard: number) => Promise<ShardReport>): Promise<void> {
    this.#startRun(run);
    await Promise.all(
      Array.from({ length: shards }, async (_, shard) => {
        this.take(shard, await collect(shard), run);
      }),
    );
  }

  present(): number {
    return [...this.#partials.values()].reduce((sum, { present }) => sum + present, 0);
  }

  /** Of the slowest shard; nothing before the first answer. */
  ackP95(): { ackP95?: number } {
    const known = [...this.#partials.values()].flatMap(({ ackP95 }) => ackP95 ?? []);
    return known.length === 0 ? {} : { ackP95: Math.max(...known) };
  }

  ofAsking(key: string): Tally[] {
    return [...this.#partials.values()].flatMap(({ tallies }) => tallies.get(key)?.tally ?? []);
  }

  /** Each shard's tallies, as results are made of. */
  all(): PartialTallies[] {
    return [...this.#partials.values()].map(
      ({ tallies }) => new Map([...tallies].map(([key, { tally }]) => [key, tally])),
    );
  }

  /** By shard. */
  chains(): ShardChain[] {
    return [...this.#partials]
      .map(([shard, { chain }]) => ({ shard, ...chain }))
      .toSorted((one, other) => one.shard - other.shard);
  }

  #startRun(run: number): void {
    if (run === this.#run) return;
    this.#run = run;
    this.#partials = new Map();
    this.#complete = undefined;
  }
}
