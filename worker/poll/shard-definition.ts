import type { Definition } from "./definition.ts";

/**
 * The definition as shards need it: without what no attendee may or need have, which may be most of its bytes. Merged words
 * come to shards as such, and what is hidden is hidden by the room.
 */
export function definitionForShards({
  settings: { blockList, sharedDevice },
  questions,
  ...rest
}: Definition): Definition {
  return {
    ...rest,
    settings: { blockList, ...(sharedDevice ? { sharedDevice } : {}) },
    questions: questions.map(({ notes: _, ...question }) => question),
  };
}
