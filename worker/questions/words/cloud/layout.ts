/**
 * A word cloud that settles. Each update starts from the picture before it: a word that has not grown keeps its centre to
 * the unit, one that has grown takes more room where it is or else the nearest place that has it, and a new one goes where
 * there is room. When it is full, the least words give way, to a top word all that are none; if that is not enough it stands
 * a little smaller. Only where long words are scattered so that this fails too, all is laid out anew. Pure and the same
 * everywhere: chance is a hash of the word.
 */
import { fnv1a } from "../../../shared/hash.ts";
import { Board, type PlacedWord, placedAt, type Sized, topWords } from "./board.ts";
import {
  area,
  boxOf,
  type CloudWord,
  comfortableStep,
  highestStep,
  keepsProportion,
  lowestStep,
  shrunkSize,
  sizeOf,
} from "./sizes.ts";
import { estimatedWidth } from "./widths.ts";

/** Plain data, so that it can be kept. `rest`: how many words found no room. */
export type Cloud = {
  step: number;
  placed: PlacedWord[];
  rest: number;
  /** Words that gave way, with the count they had: they come back once they have grown, not at the next free gap. */
  gaveWay: Record<string, number>;
  /** Of the words it was made from: the same words again change nothing. */
  seal: number;
};

/** Further words are counted in `rest` unseen: no screen has room for them. */
const consideredWords = 150;
/** The part of the area that text may take; above it, gaps get too narrow for new words. */
const fill = 0.56;
/** Room that must be left before the scale may grow again, so that it does not go to and fro. */
const fillToGrow = 0.32;

type Measured = CloudWord & { rank: number; widthAtOne: number };

/** `words`: by count, the most frequent first. Returns `before` itself where nothing has changed. */
export function updateCloud(before: Cloud | undefined, words: readonly CloudWord[]): Cloud {
  const seal = words.reduce((hash, { key, word, count }) => fnv1a(word, fnv1a(key, hash ^ count)), words.length);
  if (before?.seal === seal) return before;
  const shown = considered(words, before);
  const sized = shown.map((word, rank) => ({ ...word, rank, widthAtOne: estimatedWidth(word.word) }));
  const cloudOf = (placed: PlacedWord[], step: number): Cloud => ({
    step,
    placed,
    rest: words.length - placed.length,
    gaveWay: gaveWay(before, shown, placed),
    seal,
  });
  for (let step = firstStep(before, sized); step > lowestStep; step--) {
    const placed = attempt(before, sized, step, step <= comfortableStep ? "give-way" : "all");
    if (placed !== undefined) return cloudOf(placed, step);
  }
  const best = attempt(before, sized, lowestStep, "best");
  return cloudOf(best ?? attempt(undefined, sized, lowestStep, "best") ?? inRows(sized), lowestStep);
}

/** What always has room: the top words one under the other, and others in the gaps. */
function inRows(words: readonly Measured[]): PlacedWord[] {
  const targets = targetsAt(words, lowestStep);
  const board = new Board(targets);
  for (const word of targets) {
    if (word.rank < topWords) board.addRow(word);
    else board.add(word, false);
  }
  return board.placed();
}

/** The most frequent words; of those with as many votes as the last, first the ones that have their place already. */
function considered(words: readonly CloudWord[], before: Cloud | undefined): CloudWord[] {
  const least = words[consideredWords - 1]?.count ?? 0;
  const seen = new Set(before?.placed.map(({ key }) => key));
  const surely: CloudWord[] = [];
  const tied: CloudWord[] = [];
  const newlyTied: CloudWord[] = [];
  for (const word of words) {
    if (word.count < least) break;
    if (word.count > least) surely.push(word);
    else if (seen.has(word.key)) tied.push(word);
    else if (newlyTied.length < consideredWords) newlyTied.push(word);
  }
  return [...surely, ...tied, ...newlyTied].slice(0, consideredWords);
}

function gaveWay(
  before: Cloud | undefined,
  shown: readonly CloudWord[],
  placed: readonly PlacedWord[],
): Record<string, number> {
  const keys = new Set(placed.map(({ key }) => key));
  const seen = new Set(before?.placed.map(({ key }) => key));
  const missing = shown.filter(({ key }) => !keys.has(key));
  return Object.fromEntries(
    missing.flatMap(({ key, count }): [string, number][] => {
      const then = seen.has(key) ? count : ownCount(before?.gaveWay, key);
      return then === undefined ? [] : [[key, then]];
    }),
  );
}

/** A word such as `constructor` meets nothing that every object has. */
function ownCount(counts: Readonly<Record<string, number>> | undefined, key: string): number | undefined {
  return counts !== undefined && Object.hasOwn(counts, key) ? counts[key] : undefined;
}

/** The largest scale at which the words take no more than their part of the area. */
function firstStep(before: Cloud | undefined, words: readonly Measured[]): number {
  const start = before === undefined || before.placed.length === 0 ? highestStep : before.step;
  const grown = start + 2;
  if (before !== undefined && before.rest === 0 && grown <= highestStep && fits(words, grown, fillToGrow)) {
    return grown;
  }
  let step = start;
  while (step > comfortableStep && !fits(words, step, fill)) step--;
  return step;
}

function fits(words: readonly Measured[], step: number, part: number): boolean {
  const highest = words[0]?.count ?? 1;
  let taken = 0;
  for (const { count, widthAtOne } of words) {
    if (!keepsProportion(widthAtOne, count, highest, step)) return false;
    const { width, height } = boxOf(0, 0, sizeOf(count, highest, step, widthAtOne), widthAtOne);
    taken += width * height;
  }
  return taken <= area.width * area.height * part;
}

/**
 * One layout at one scale. `all`: undefined unless every word has room. `give-way`: undefined only where a word that has not
 * grown would have to move, or a top word finds no room. `best`: whatever is possible; undefined only where a top word
 * finds none.
 */
function attempt(
  before: Cloud | undefined,
  words: readonly Measured[],
  step: number,
  demand: "all" | "give-way" | "best",
): PlacedWord[] | undefined {
  const old = new Map(before?.placed.map((word) => [word.key, word]));
  const targets = targetsAt(words, step);
  const board = new Board(targets);
  // What shrinks or stays makes its room free first; what grows holds its old room until its turn.
  for (const word of targets) {
    const was = old.get(word.key);
    if (was === undefined) continue;
    const box = boxOf(was.x, was.y, word.size, word.widthAtOne);
    const larger = box.width > was.width || box.height > was.height;
    board.put(placedAt(word, larger ? was : box, larger ? was.size : word.size));
  }
  for (const word of targets) {
    const was = old.get(word.key);
    if (was === undefined) {
      const awaited = ownCount(before?.gaveWay, word.key);
      const waits = awaited !== undefined && word.count <= awaited && word.rank >= topWords;
      if (!waits && board.add(word, demand !== "all")) continue;
      if (demand === "best" && word.rank < topWords && board.add(shrunk(word), true)) continue;
      if (demand === "all" || word.rank < topWords) return undefined;
    } else if (board.has(word.key) && !board.grow(word, was, demand !== "all") && demand !== "best") {
      if (demand === "all" || word.count <= was.count) return undefined;
    }
  }
  return board.placed();
}

function targetsAt(words: readonly Measured[], step: number): Sized[] {
  const highest = words[0]?.count ?? 1;
  return words.map((word) => ({ ...word, size: sizeOf(word.count, highest, step, word.widthAtOne) }));
}

function shrunk(word: Sized): Sized {
  return { ...word, size: Math.min(word.size, shrunkSize) };
}
