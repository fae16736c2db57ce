/**
 * A word cloud that settles. Each update starts from the picture before it: a word that has not grown keeps its centre to
 * the pixel, one that has grown takes more room where it is or else the nearest place that has it, and a new one goes where
 * there is room. When it is full, the least words give way. Pure and the same everywhere: chance is a hash of the word.
 */
import { type PlacedWord, placedAt, Room, topWords } from "./room.ts";
import {
  type Area,
  boxOf,
  type CloudWord,
  comfortableStep,
  highestStep,
  keepsProportion,
  lowestStep,
  type Measure,
  sizeOf,
} from "./sizes.ts";

/** `rest`: how many words found no room. Plain data, so that it can be kept. */
export type Cloud = {
  area: Area;
  step: number;
  placed: PlacedWord[];
  rest: number;
  /** Words that gave way, with the count they had: they come back once they have grown, not at the next free gap. */
  gaveWay: Record<string, number>;
};

/** Further words are counted in `rest` unseen: no screen has room for them. */
const consideredWords = 150;
/** The part of the area that text may take; above it, gaps get too narrow for new words. */
const fill = 0.56;
/** Room that must be left before the scale may grow again, so that it does not go to and fro. */
const fillToGrow = 0.32;

type Measured = CloudWord & { rank: number; widthAtOne: number };

/** `words`: by count, the most frequent first. `previous` is used where it was laid out for the same area. */
export function updateCloud(
  previous: Cloud | undefined,
  words: readonly CloudWord[],
  area: Area,
  measure: Measure,
): Cloud {
  const before = previous?.area.width === area.width && previous.area.height === area.height ? previous : undefined;
  const sized = considered(words, before).map((word, rank) => ({ ...word, rank, widthAtOne: measure(word.word) }));
  for (let step = firstStep(before, sized, area); step > lowestStep; step--) {
    const placed = attempt(before, sized, area, step, step <= comfortableStep ? "give-way" : "all");
    if (placed !== undefined) return cloudOf(before, placed, words, area, step);
  }
  return cloudOf(before, attempt(before, sized, area, lowestStep, "best") ?? [], words, area, lowestStep);
}

/** The most frequent words; of those with as many votes as the last, first the ones that have their place already. */
function considered(words: readonly CloudWord[], before: Cloud | undefined): CloudWord[] {
  const least = words[consideredWords - 1]?.count ?? 0;
  const seen = new Set(before?.placed.map(({ key }) => key));
  const tied = words.filter(({ count }) => count === least);
  return [
    ...words.filter(({ count }) => count > least),
    ...tied.filter(({ key }) => seen.has(key)),
    ...tied.filter(({ key }) => !seen.has(key)),
  ].slice(0, consideredWords);
}

function cloudOf(
  before: Cloud | undefined,
  placed: PlacedWord[],
  words: readonly CloudWord[],
  area: Area,
  step: number,
): Cloud {
  const keys = new Set(placed.map(({ key }) => key));
  const missing = words.filter(({ key }) => !keys.has(key));
  const seen = new Set(before?.placed.map(({ key }) => key));
  const gaveWay = missing.flatMap(({ key, count }): [string, number][] => {
    const then = seen.has(key) ? count : before?.gaveWay[key];
    return then === undefined ? [] : [[key, then]];
  });
  return { area, step, placed, rest: missing.length, gaveWay: Object.fromEntries(gaveWay) };
}

/** The largest scale at which the words take no more than their part of the area. */
function firstStep(before: Cloud | undefined, words: readonly Measured[], area: Area): number {
  const start = before === undefined || before.placed.length === 0 ? highestStep(area) : before.step;
  const grown = start + 2;
  if (before !== undefined && before.rest === 0 && grown <= highestStep(area) && fits(words, area, grown, fillToGrow)) {
    return grown;
  }
  let step = start;
  while (step > comfortableStep && !fits(words, area, step, fill)) step--;
  return step;
}

function fits(words: readonly Measured[], area: Area, step: number, part: number): boolean {
  const highest = words[0]?.count ?? 1;
  let taken = 0;
  for (const { count, widthAtOne } of words) {
    if (!keepsProportion(widthAtOne, count, highest, step, area)) return false;
    const { width, height } = boxOf(0, 0, sizeOf(count, highest, step, widthAtOne, area), widthAtOne);
    taken += width * height;
  }
  return taken <= area.width * area.height * part;
}

/**
 * One layout at one scale. `all`: undefined unless every word has room. `give-way`: undefined only where a word that has not
 * grown would have to move, or a top word finds no room. `best`: whatever is possible.
 */
function attempt(
  before: Cloud | undefined,
  words: readonly Measured[],
  area: Area,
  step: number,
  demand: "all" | "give-way" | "best",
): PlacedWord[] | undefined {
  const highest = words[0]?.count ?? 1;
  const old = new Map(before?.placed.map((word) => [word.key, word]));
  const targets = words.map((word) => ({ ...word, size: sizeOf(word.count, highest, step, word.widthAtOne, area) }));
  const room = new Room(area, targets);
  // What shrinks or stays makes its room free first; what grows holds its old room until its turn.
  for (const word of targets) {
    const was = old.get(word.key);
    if (was === undefined) continue;
    const box = boxOf(was.x, was.y, word.size, word.widthAtOne);
    const larger = box.width > was.width || box.height > was.height;
    room.put(placedAt(word, larger ? was : box, larger ? was.size : word.size));
  }
  for (const word of targets) {
    const was = old.get(word.key);
    if (was === undefined) {
      const awaited = before?.gaveWay[word.key];
      const waits = awaited !== undefined && word.count <= awaited && word.rank >= topWords;
      if (!waits && room.add(word, demand !== "all")) continue;
      if (demand === "all" || (demand === "give-way" && word.rank < topWords)) return undefined;
    } else if (room.has(word.key) && !room.grow(word, was, demand !== "all") && demand !== "best") {
      if (demand === "all" || word.count <= was.count) return undefined;
    }
  }
  return room.placed();
}
