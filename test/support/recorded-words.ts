/** Words as they come in, for the cloud's test and bench. */
import type { CloudWord } from "../../worker/questions/words/cloud/sizes.ts";
import recorded from "./recorded-words.sv.json" with { type: "json" };

const vocabulary = recorded.words.split(" ");

/** How many distinct words each recording has in the end. */
export const recordings = [30, 70, 150] as const;

/** The words and their counts after each of 200 updates, the most frequent first. */
export function* recordedUpdates(distinct: (typeof recordings)[number]): Generator<CloudWord[]> {
  const counts = new Map<string, number>();
  for (const update of recorded.updates[distinct].split("|")) {
    for (const number of update.trim().split(" ")) count(counts, vocabulary[Number(number)] ?? "");
    yield byCount(counts);
  }
}

const letters = ["aeinrstldokgmvfpåäö", "абвгдежз", "שלוםאבגד", "مرحبات", "日本語協力会議", "😀🎉👨‍👩‍👧🇸🇪"];

/**
 * `perUpdate` words that nobody gave before, in each update but the first, which has `atOnce`; of 1 to 40 letters of many
 * scripts. And an old one each time.
 */
export function* floodUpdates(updates: number, perUpdate: number, atOnce = perUpdate): Generator<CloudWord[]> {
  const random = randomFrom(perUpdate);
  const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
  const alphabets = letters.map((alphabet) => Array.from(segmenter.segment(alphabet), ({ segment }) => segment));
  const counts = new Map<string, number>();
  for (let update = 0; update < updates; update++) {
    for (let word = 0; word < (update === 0 ? atOnce : perUpdate); word++) {
      const alphabet = alphabets[Math.floor(random() ** 2 * alphabets.length)] ?? [];
      const length = 1 + Math.floor(40 * random() ** 3);
      const text = Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)] ?? "").join("");
      count(counts, `${text}${counts.size}`);
    }
    const old = [...counts.keys()][Math.floor(counts.size * random() ** 4)];
    if (old !== undefined) count(counts, old);
    yield byCount(counts);
  }
}

function count(counts: Map<string, number>, word: string): void {
  counts.set(word, (counts.get(word) ?? 0) + 1);
}

/** As a tally has them: by count, then by code unit. */
function byCount(counts: ReadonlyMap<string, number>): CloudWord[] {
  return [...counts]
    .map(([word, n]) => ({ key: word, word, count: n }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}

/** Numbers from 0 to 1, the same each time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
