import type { Env } from "../env.ts";
import type { PhoneTally, ShardConfig, ShardReport } from "../poll/links.ts";
import { aliasesOfRun } from "../poll/moderation.ts";
import { definitionForShards } from "../poll/shard-definition.ts";
import { limits } from "../shared/limits.ts";
import type { RoomRecord } from "../store/room-record.ts";
import type { AudienceShard } from "./audience-shard.ts";
import { logEvent } from "./log.ts";
import { shardOf } from "./objects.ts";

const attempts = 3;

/** The shards of one poll, as its room reaches them. */
export class ShardFleet {
  readonly #env: Env;
  readonly #record: RoomRecord;
  /** Calls that have not been answered yet. */
  readonly #telling = new Set<Promise<unknown>>();
  readonly #opening = new Map<number, Promise<void>>();

  constructor(env: Env, record: RoomRecord) {
    this.#env = env;
    this.#record = record;
  }

  get opened(): number {
    return this.#record.get("openedShards");
  }

  /** Many shards report more seldom, so that all of them together stay under the room's limit. */
  get reportEveryMs(): number {
    return Math.max(limits.reportIntervalMs, Math.ceil((this.opened * 1000) / limits.reportsPerSecond));
  }

  config(shard: number, run: number): ShardConfig {
    const { id, secret } = this.#record.get("poll");
    const { definition } = this.#record.get("definition");
    return {
      poll: id,
      shard,
      run,
      secret,
      definition: definitionForShards(definition),
      stage: this.#record.get("stage"),
      aliases: aliasesOfRun(this.#record.moderation.of(run), definition),
      seq: this.#record.get("stageSeq"),
      latestSeq: this.#record.latestSeq(),
      reportEveryMs: this.reportEveryMs,
    };
  }

  /** Resolves once the shard knows the stage, so that a token for it is good when it is given out. */
  open(shard: number, run: number): Promise<void> {
    let opening = this.#opening.get(shard);
    if (opening === undefined) {
      if (shard >= this.opened) this.#record.set("openedShards", shard + 1);
      opening = this.#tell(shard, (stub) => stub.configure(this.config(shard, run)));
      this.#opening.set(
        shard,
        opening.catch((error: unknown) => {
          this.#opening.delete(shard);
          throw error;
        }),
      );
    }
    return opening;
  }

  /** A new run opens its shards anew. */
  startRun(): void {
    this.#opening.clear();
  }

  /**
   * Tells every shard the stage that is on. A shard that can't be reached learns of it from the receipt of its next report
   * or when it wakes.
   */
  async configureAll(run: number): Promise<void> {
    await this.#each(async (shard) => {
      await retry(() => this.#tell(shard, (stub) => stub.configure(this.config(shard, run)))).catch(
        (error: unknown) => {
          logEvent("shard-not-told", { poll: this.#record.get("poll").id, shard, error: String(error) });
        },
      );
    });
  }

  /** Every tally of the run there, counted by the newest word; once the run is closed, the last ones. */
  report(shard: number, run: number): Promise<ShardReport> {
    return retry(() => this.#tell(shard, (stub) => stub.report(this.config(shard, run))));
  }

  async showTally(tally: PhoneTally): Promise<void> {
    // The next frame comes soon; one that is lost is not sent again.
    await this.#each((shard) =>
      this.#stub(shard)
        .showTally(tally)
        .catch(() => undefined),
    );
  }

  async archive(run: number, shards: readonly number[]): Promise<void> {
    await Promise.all(shards.map((shard) => this.#stub(shard).archive(run)));
  }

  /** Lets every shard know what is on instead of the run `wiped`, and drop all it has of that. Rejects where one can't be reached. */
  async wipe(wiped: number, run: number): Promise<void> {
    await this.#each((shard) => retry(() => this.#tell(shard, (stub) => stub.wipe(this.config(shard, run), wiped))));
  }

  async forget(run: number): Promise<void> {
    await this.#each((shard) => this.#stub(shard).forget(run));
  }

  /** When the run's last ballot was cast; 0 where it has none. Rejects where a shard can't be reached. */
  async lastCastAt(run: number): Promise<number> {
    return Math.max(0, ...(await Promise.all(this.#all().map((shard) => this.#stub(shard).lastCastAt(run)))));
  }

  async connected(): Promise<number> {
    const counts = await Promise.all(this.#all().map((shard) => this.#stub(shard).connected()));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  async erase(): Promise<void> {
    // A word that is still on its way would be kept after it.
    await Promise.allSettled(this.#telling);
    await this.#each((shard) => retry(() => this.#stub(shard).erase()));
  }

  /** A call that makes the shard keep something: none begins once the poll is being erased. */
  #tell<T>(shard: number, call: (stub: DurableObjectStub<AudienceShard>) => Promise<T>): Promise<T> {
    if (!this.#record.exists() || this.#record.isErasing())
      return Promise.reject(new Error("the poll is being erased"));
    const told = call(this.#stub(shard));
    this.#telling.add(told);
    return told.finally(() => this.#telling.delete(told));
  }

  async #each(task: (shard: number) => Promise<void>): Promise<void> {
    await Promise.all(this.#all().map(task));
  }

  #all(): number[] {
    return Array.from({ length: this.opened }, (_, shard) => shard);
  }

  #stub(shard: number): DurableObjectStub<AudienceShard> {
    return shardOf(this.#env, this.#record.get("poll").id, shard);
  }
}

/** An object that was restarted in the middle of a call answers the next one. */
async function retry<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      if (attempt === attempts) throw error;
      await scheduler.wait(50 * attempt);
    }
  }
}
