import { ballotKeys } from "./asking.ts";
import type { ShardConfig } from "./links.ts";
import { askedIn } from "./stage.ts";

/** The keys of every asking that counts. */
export function countingKeys({ stage, definition }: Pick<ShardConfig, "stage" | "definition">): string[] {
  return definition.questions.flatMap(({ id }) => ballotKeys(askedIn(stage), id));
}
