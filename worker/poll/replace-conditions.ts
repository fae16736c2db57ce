/** When a definition may take another's place, for pages that save by themselves and for organisers who write at once. */
import type { PollStatus } from "../shared/protocol.ts";
import type { Definition } from "./definition.ts";
import { definitionTag } from "./definition-tag.ts";
import type { RoomRefusal } from "./replies.ts";

/** `known`: the tags of those that it may replace; any may where it is undefined. `whileDraft`: not once a run has begun. */
export type ReplaceConditions = { known: readonly string[] | undefined; whileDraft: boolean };

/** Why `current` has to stay, or undefined where it need not. */
export function unmetCondition(
  current: Definition,
  status: PollStatus,
  { known, whileDraft }: ReplaceConditions,
): RoomRefusal | undefined {
  if (whileDraft && status !== "draft") return { reason: "state", message: "The poll is no longer a draft." };
  return known === undefined || known.includes(definitionTag(current)) ? undefined : { reason: "changed" };
}
