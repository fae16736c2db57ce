/** Ballots of closed runs go from everywhere, and their results stay. */
import type { Reply } from "../poll/replies.ts";
import { lastingRun } from "../poll/stage.ts";
import { ok, refuse } from "../shared/result.ts";
import type { RoomRecord } from "../store/room-record.ts";
import type { RunArchive } from "./run-archive.ts";
import type { RunReader } from "./run-reader.ts";

export type BallotEraserDeps = {
  record: RoomRecord;
  archive: RunArchive;
  reader: RunReader;
  /** Sets the alarm that goes on where this is interrupted. */
  schedule: () => Promise<void>;
  /** Nothing can be counted any more of what is still on stage of a closed run. */
  erased: () => Promise<unknown>;
};

export class BallotEraser {
  readonly #deps: BallotEraserDeps;

  constructor(deps: BallotEraserDeps) {
    this.#deps = deps;
  }

  /**
   * `asked` undefined: those of every closed run. Resolves once they are gone, and rejects where some part can't be
   * reached: the alarm goes on with it then.
   */
  async erase(asked: number | undefined): Promise<Reply<null>> {
    const { record, archive, reader, schedule, erased } = this.#deps;
    const { run: last, status } = lastingRun(record.get("stage"));
    const closed = status === "live" ? last - 1 : last;
    if (asked !== undefined && (asked > last || asked < 1)) return refuse({ reason: "no-run" });
    if (closed < 1 || (asked ?? closed) > closed) {
      return refuse({ reason: "state", message: "Ballots can be erased once their run is closed." });
    }
    const runs = asked === undefined ? Array.from({ length: closed }, (_, index) => index + 1) : [asked];
    for (const run of runs) await reader.finished(run);
    for (const run of runs) if (record.ballotsErasedAt(run) === undefined) archive.eraseBallots(run);
    await schedule();
    await archive.work();
    if (runs.some((run) => archive.isErasingBallots(run))) throw new Error("a shard or D1 can't be reached");
    await erased();
    return ok(null);
  }
}
