/** Moderators' commands at work: decided purely, on disk, then heeded by every frame that is made. */
import { aliasesOfRun, type ModerationState, moderate, moderationState, recounted } from "../poll/moderation.ts";
import type { Refusal } from "../poll/stage.ts";
import { tooLate } from "../poll/too-late.ts";
import type { ModerationCommand } from "../shared/protocol.ts";
import { ok, type Result, refuse } from "../shared/result.ts";
import type { RoomRecord } from "../store/room-record.ts";

export type ModeratorDeps = {
  record: RoomRecord;
  /** The screens may show what has to go. */
  moderated: () => void;
  sync: () => Promise<void>;
  /** Resolves once every shard that can be reached counts as it is told now. */
  tellShards: () => Promise<void>;
};

export class Moderator {
  readonly #deps: ModeratorDeps;

  constructor(deps: ModeratorDeps) {
    this.#deps = deps;
  }

  /** Resolves once it is on disk and, where words count as others now, every shard has been told. */
  async moderate(command: ModerationCommand): Promise<Result<ModerationState, Refusal>> {
    const late = tooLate(command, Date.now());
    if (late !== undefined) return late;
    const { record, moderated, sync, tellShards } = this.#deps;
    const stage = record.get("stage");
    if (stage.phase === "draft" || stage.phase === "closed") {
      return refuse({ reason: "state", message: "Only a live run can be moderated." });
    }
    const { definition } = record.get("definition");
    const before = record.moderation.of(stage.run);
    const change = moderate(before, command, definition);
    if (!change.ok) return change;
    if (change.value !== undefined) {
      // One synchronous turn: a kill finds the change with the word to the shards that it needs, or nothing of it.
      record.moderation.save(stage.run, change.value);
      const now = record.moderation.of(stage.run);
      const recount = recounted(aliasesOfRun(before, definition), aliasesOfRun(now, definition)).length > 0;
      if (recount) record.set("stageSeq", record.nextSeq());
      moderated();
      await sync();
      if (recount) await tellShards();
    }
    return ok(moderationState(record.moderation.of(stage.run), command.question));
  }
}
