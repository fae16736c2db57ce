/** A room's answers to who asks for results, ballots, or which questions have any: live from the shards, or as kept. */
import { ballotKeys } from "../poll/asking.ts";
import type { Definition } from "../poll/definition.ts";
import type { BallotSource, Reply, RunSummary } from "../poll/replies.ts";
import type { Results } from "../poll/results.ts";
import { askedIn, lastingRun } from "../poll/stage.ts";
import { ok, refuse } from "../shared/result.ts";
import type { PollDatabase } from "../store/poll-database.ts";
import type { RoomRecord } from "../store/room-record.ts";
import type { RoomTallies } from "./room-tallies.ts";
import type { RunArchive } from "./run-archive.ts";
import type { ShardFleet } from "./shard-fleet.ts";

export type RunReaderDeps = {
  record: RoomRecord;
  fleet: ShardFleet;
  tallies: RoomTallies;
  archive: RunArchive;
  database: () => PollDatabase;
};

export class RunReader {
  readonly #deps: RunReaderDeps;

  constructor(deps: RunReaderDeps) {
    this.#deps = deps;
  }

  /** `asked` undefined: the latest run. Rejects where a shard can't be reached: results are complete or not given. */
  async results(asked: number | undefined): Promise<Reply<Results>> {
    const { record, tallies, archive, database } = this.#deps;
    const stage = record.get("stage");
    if (stage.phase === "draft") return refuse({ reason: "state", message: "The poll has not been run yet." });
    const run = asked ?? stage.run;
    if (run === stage.run && stage.phase !== "closed") {
      await this.#collect(run);
      const { joined } = record.audienceOf(run);
      return ok(archive.resultsNow(tallies, { run, joined, status: "live" }));
    }
    const closed = record.closedRun(run);
    const kept =
      closed === undefined ? await database().results(record.get("poll").id, run) : await archive.results(closed);
    if (kept === undefined) return refuse({ reason: "no-run" });
    const erasedAt = record.ballotsErasedAt(run);
    return ok(erasedAt === undefined ? kept : { ...kept, ballotsErasedAt: new Date(erasedAt).toISOString() });
  }

  /** All runs of the poll, the first one first; no rehearsals. */
  async runs(): Promise<Reply<RunSummary[]>> {
    const { record, database } = this.#deps;
    const { run: latest, status } = lastingRun(record.get("stage"));
    const kept = new Map(record.closedRuns().map(({ run, closedAt }) => [run, closedAt]));
    const closed = latest - (status === "live" ? 1 : 0);
    const times =
      kept.size < closed ? new Map([...(await database().closedRuns(record.get("poll").id)), ...kept]) : kept;
    return ok(
      Array.from({ length: latest }, (_, index) => {
        const run = index + 1;
        if (run > closed) return { run, status };
        const closedAt = times.get(run);
        return {
          run,
          status: "closed",
          ...(closedAt === undefined ? {} : { closedAt: new Date(closedAt).toISOString() }),
        };
      }),
    );
  }

  ballots(asked: number | undefined): Reply<BallotSource> {
    const { record, archive } = this.#deps;
    const stage = record.get("stage");
    if (stage.phase === "draft") return refuse({ reason: "state", message: "The poll has not been run yet." });
    const run = asked ?? stage.run;
    if (run === stage.run && stage.phase !== "closed") return ok({ run, shards: record.audienceOf(run).shards });
    if (run < 1 || run > lastingRun(stage).run) return refuse({ reason: "no-run" });
    if (record.ballotsErasedAt(run) !== undefined) return refuse({ reason: "erased" });
    const closed = record.closedRun(run);
    const archived = closed === undefined || archive.isArchived(closed);
    return ok(archived ? { run, archived: true } : { run, shards: closed.shards });
  }

  /** Makes sure that a closed run's results are taken and kept. */
  async finished(run: number): Promise<void> {
    const closed = this.#deps.record.closedRun(run);
    if (closed !== undefined) await this.#deps.archive.results(closed);
  }

  /** Questions whose ballots a new definition has to respect; the one that is open may get some at any moment. */
  async answeredQuestions({ questions }: Definition): Promise<Set<string>> {
    const { record, tallies } = this.#deps;
    const stage = record.get("stage");
    if (stage.phase === "closed") await this.finished(stage.run);
    const answered = new Set(record.get("answered"));
    if (stage.phase === "lobby" || stage.phase === "question") {
      await this.#collect(stage.run);
      for (const { id } of questions) {
        const keys = ballotKeys(askedIn(stage), id);
        const parts = keys.flatMap((key) => tallies.ofAsking(key));
        if (parts.some((tally) => tally.answered + tally.skipped > 0)) answered.add(id);
      }
    }
    if (stage.phase === "question" && stage.voting.state === "open") answered.add(stage.question);
    return answered;
  }

  async #collect(run: number): Promise<void> {
    const { record, tallies, fleet } = this.#deps;
    await tallies.collectAll(run, record.audienceOf(run).shards, (shard) => fleet.report(shard, run));
  }
}
