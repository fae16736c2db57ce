/** From the end of a run to its rest: results taken, archived in D1, live copies dropped after a grace period. */
import { askingOf } from "../poll/asking.ts";
import { answeredIn, type Results, resultsOf } from "../poll/results.ts";
import { askedIn, lastingRun, runOf } from "../poll/stage.ts";
import type { Question } from "../questions/registry.ts";
import type { ShownTally } from "../questions/tally.ts";
import type { Outbox } from "../store/outbox.ts";
import type { PollDatabase } from "../store/poll-database.ts";
import type { ClosedRun, RoomRecord } from "../store/room-record.ts";
import type { Clouds } from "./clouds.ts";
import { logEvent } from "./log.ts";
import { RoomTallies } from "./room-tallies.ts";
import type { ShardFleet } from "./shard-fleet.ts";

export type RunArchiveDeps = {
  record: RoomRecord;
  fleet: ShardFleet;
  clouds: Clouds;
  database: () => PollDatabase;
  graceMs: number;
};

export class RunArchive {
  readonly #deps: RunArchiveDeps;
  readonly #outbox: Outbox;
  readonly #finishing = new Map<number, Promise<Results>>();

  constructor(deps: RunArchiveDeps) {
    this.#deps = deps;
    this.#outbox = deps.record.outbox({ now: Date.now, log: logEvent });
  }

  /** The poll's row in D1 is behind the room's state. */
  pollChanged(): void {
    this.#outbox.put("poll");
  }

  /** A rehearsal's ballots have to go from every shard. */
  wipe(run: number): void {
    this.#outbox.put(`wipe:${run}`);
  }

  /** The run's ballots have to go from D1 and from every shard; its results must have been taken. */
  eraseBallots(run: number): void {
    this.#deps.record.markBallotsErased(run, Date.now());
    this.#outbox.put(erasing(run));
  }

  /** Whether ballots that are to be erased may still be somewhere. */
  isErasingBallots(run: number): boolean {
    return this.#outbox.has(erasing(run));
  }

  /**
   * The results of a closed run; takes them from the shards the first time. Rejects where a shard can't be reached: they
   * are complete or they are not.
   */
  results(closed: ClosedRun): Promise<Results> {
    const kept = this.#deps.record.results(closed.run);
    if (kept !== undefined) return Promise.resolve(kept);
    let finishing = this.#finishing.get(closed.run);
    if (finishing === undefined) {
      finishing = this.#finish(closed).finally(() => this.#finishing.delete(closed.run));
      this.#finishing.set(closed.run, finishing);
    }
    return finishing;
  }

  async #finish({ run, shards, joined, closedAt }: ClosedRun): Promise<Results> {
    const { record, fleet } = this.#deps;
    const tallies = new RoomTallies();
    await tallies.collectAll(run, shards, (shard) => fleet.report(shard, run));
    const results = this.resultsNow(tallies, { run, joined, closedAt, status: "closed" });
    record.saveResults(run, results);
    record.set("answered", [...new Set([...record.get("answered"), ...answeredIn(results)])]);
    this.#outbox.put(`run:${run}`);
    return results;
  }

  resultsNow(tallies: RoomTallies, facts: Pick<Results, "run" | "joined" | "status"> & { closedAt?: number }): Results {
    const { record, clouds } = this.#deps;
    const asked = askedIn(record.get("stage"));
    const results = resultsOf(
      record.get("definition").definition,
      asked,
      tallies.all(),
      { poll: record.get("poll").id, now: Date.now(), ...openedAt(record, facts.run), ...facts },
      record.moderation.of(facts.run),
    );
    const withCloud = <R extends { tally: ShownTally }>(question: Question, round: number, result: R) => ({
      ...result,
      ...clouds.of(facts.run, askingOf(asked, question.id, round), question, result.tally),
    });
    const questions = results.questions.map(({ secondRound, ...first }) => ({
      ...withCloud(first.definition, 1, first),
      ...(secondRound === undefined ? {} : { secondRound: withCloud(first.definition, 2, secondRound) }),
    }));
    return { ...results, questions, chain: tallies.chains() };
  }

  /** Takes results that are still missing, delivers what waits, and drops what has been archived long enough. */
  async work(): Promise<void> {
    for (const closed of this.#deps.record.closedRuns()) {
      if (!closed.finished) await this.results(closed).catch(() => undefined);
    }
    await this.#outbox.drain((item) => this.#deliver(item));
  }

  /** When `work` has something to do again. */
  dueAt(): number | undefined {
    const unfinished = this.#deps.record.closedRuns().some(({ finished }) => !finished);
    const times = [this.#outbox.dueAt(), unfinished ? Date.now() + 5000 : undefined, this.cleanupAt()];
    return earliest(times);
  }

  async #deliver(item: string): Promise<void> {
    const { record, fleet, database } = this.#deps;
    if (item === "poll") {
      const { id } = record.get("poll");
      const { run, status } = lastingRun(record.get("stage"));
      await database().update(id, record.get("definition").definition, status, run, Date.now());
      return;
    }
    const [kind, run] = item.split(":");
    if (kind === "erase") {
      const { id } = record.get("poll");
      await database().eraseBallots(id, Number(run), record.ballotsErasedAt(Number(run)) ?? Date.now());
      return fleet.forget(Number(run));
    }
    if (kind === "wipe") return fleet.wipe(Number(run), runOf(record.get("stage")));
    const closed = record.closedRun(Number(run));
    const results = closed && record.results(closed.run);
    if (closed === undefined || results === undefined) return;
    await database().saveResults(results, closed.closedAt, answeredIn(results));
    const waiting = Array.from({ length: closed.shards }, (_, shard) => shard).filter(
      (shard) => !closed.archivedShards.includes(shard),
    );
    await fleet.archive(closed.run, waiting);
  }

  shardArchived(shard: number, run: number): void {
    const closed = this.#deps.record.closedRun(run);
    if (closed === undefined || closed.archivedShards.includes(shard)) return;
    this.#deps.record.saveArchivedShards(run, [...closed.archivedShards, shard]);
  }

  /** When the live copies of the run that was archived first may go; undefined while none may. */
  cleanupAt(): number | undefined {
    return earliest(
      this.#deps.record
        .closedRuns()
        .filter((closed) => this.isArchived(closed))
        .map(({ closedAt }) => closedAt + this.#deps.graceMs),
    );
  }

  isArchived({ finished, archivedShards, shards }: ClosedRun): boolean {
    return finished && this.#outbox.isEmpty() && archivedShards.length >= shards;
  }

  /** Whether no closed run is left here, and nothing waits to be delivered. */
  isEmpty(): boolean {
    return this.#outbox.isEmpty() && this.#deps.record.closedRuns().length === 0;
  }

  /** Drops the live copies of runs whose grace is over. */
  async cleanUp(): Promise<void> {
    const { record, fleet, graceMs } = this.#deps;
    for (const closed of record.closedRuns()) {
      if (!this.isArchived(closed) || closed.closedAt + graceMs > Date.now()) continue;
      await fleet.forget(closed.run);
      record.forgetRun(closed.run);
    }
  }
}

function openedAt(record: RoomRecord, run: number): { openedAt?: number } {
  const { openedAt: at } = record.audienceOf(run);
  return at === undefined ? {} : { openedAt: at };
}

/** The outbox's name for it. */
function erasing(run: number): string {
  return `erase:${run}`;
}

export function earliest(times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
