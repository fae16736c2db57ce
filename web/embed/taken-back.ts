import type { ShownTally } from "../../worker/questions/tally.ts";
import { wordKey } from "../../worker/shared/text.ts";

/** Of the words that stood in front: one among them may be what was last said. */
const inFront = 100;

/** Whether a word that stood in front is gone: it was hidden, or counts as another one. `language`: the poll's. */
export function tookBackWord(before: ShownTally, now: ShownTally, language: string): boolean {
  if (!("words" in before && "words" in now)) return false;
  const words = new Set(now.words.map(({ word }) => word));
  return before.words
    .slice(0, inFront)
    .some(({ word }) => !words.has(word) && !isSpeltOtherwise(word, now.words, language));
}

function isSpeltOtherwise(word: string, words: readonly { word: string }[], language: string): boolean {
  const key = wordKey(word, language);
  return words.some((other) => wordKey(other.word, language) === key);
}
