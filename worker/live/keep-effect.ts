import type { Effect } from "../poll/stage.ts";
import type { RoomRecord } from "../store/room-record.ts";
import type { RunArchive } from "./run-archive.ts";
import type { ShardFleet } from "./shard-fleet.ts";
import { newSecret } from "./token.ts";

/** What of an effect has to be on disk with the stage that it belongs to. Synchronous, so that both are or neither is. */
export function keepEffect(effect: Effect, record: RoomRecord, fleet: ShardFleet, archive: RunArchive): void {
  switch (effect.type) {
    case "open-run":
      record.setAudience({ ...record.audienceOf(effect.run), openedAt: Date.now() });
      fleet.startRun();
      return;
    case "finish-run": {
      const { joined, shards } = record.audienceOf(effect.run);
      record.closeRun({ run: effect.run, closedAt: Date.now(), joined, shards });
      return;
    }
    case "wipe-run":
      record.wipeRehearsal(effect.run, newSecret());
      archive.wipe(effect.run);
      fleet.startRun();
      return;
    case "show":
      record.set("movedAt", Date.now());
      return;
    default:
      effect satisfies never;
  }
}
