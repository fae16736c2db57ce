import type { ShownTally } from "../../worker/questions/tally.ts";
import { wordKey } from "../../worker/shared/text.ts";

/** Of the words that stood in front: one among them may be what was last said. */
const inFront = 100;

/** Whether a word that stood in front is gone: it was hidden, or counts as another one. `language`: the poll's. */
export function tookBackWord(before: ShownTally, now: ShownTally, language: string): boolean {
  if (!("words" in before && "words" in now)) return false;
  const words = new Set(now.words.map(({ word }) => word));
  const gone = before.words.slice(0, inFront).filter(({ word }) => !words.has(word));
  if (gone.length === 0) return false;
  // It may only be spelt otherwise now.
  const keys = new Set(now.words.map(({ word }) => wordKey(word, language)));
  return gone.some(({ word }) => !keys.has(wordKey(word, language)));
}
