/** How long one update of a word cloud takes in the room, over recorded words and over a flood of new ones. */
import { type Cloud, updateCloud } from "../../worker/questions/words/cloud/layout.ts";
import type { CloudWord } from "../../worker/questions/words/cloud/sizes.ts";
import { floodUpdates, recordedUpdates } from "../support/recorded-words.ts";

/** Milliseconds an update. */
export type CloudTimes = { words: string; p50: number; p99: number; longest: number };

export function timeClouds(): CloudTimes[] {
  // Once unmeasured: the first updates of a process are the compiler's.
  for (const words of recordedUpdates(30)) updateCloud(undefined, words);
  return [
    timesOf("150 recorded words", recordedUpdates(150)),
    timesOf("10 new words an update, of 2,000", floodUpdates(200, 10)),
    timesOf("5,000 words at once", floodUpdates(50, 10, 5000)),
  ];
}

function timesOf(words: string, updates: Iterable<CloudWord[]>): CloudTimes {
  let cloud: Cloud | undefined;
  const times: number[] = [];
  for (const update of updates) {
    const before = cloud;
    // The shortest of three: what makes one slower is the machine's other work.
    const runs = [1, 2, 3].map(() => {
      const start = performance.now();
      cloud = updateCloud(before, update);
      return performance.now() - start;
    });
    times.push(Math.min(...runs));
  }
  times.sort((a, b) => a - b);
  const at = (part: number) => times[Math.floor((times.length - 1) * part)] ?? Number.NaN;
  return { words, p50: at(0.5), p99: at(0.99), longest: at(1) };
}
