/** The words of a cloud that are placed so far, and the ways to place one more. */
import { fnv1a } from "../../../shared/hash.ts";
import { cheapestPlace, isFree, nearestFree } from "./places.ts";
import { area, type Box, boxOf, type CloudWord, rowHeight } from "./sizes.ts";

/** `x`, `y`: the centre. `size`: of the font. `colour`: 0 to 7, by the word alone, so that it is kept for life. */
export type PlacedWord = CloudWord & Box & { size: number; colour: number };

/** A word and the size it should have; `rank` 0 is the most frequent. */
export type Sized = CloudWord & { rank: number; widthAtOne: number; size: number };

/** Words that are placed whatever it takes, and never give way. */
export const topWords = 20;
const colours = 8;

export function placedAt(word: Sized, { x, y, width, height }: Box, size: number): PlacedWord {
  const { key, word: text, count } = word;
  return { key, word: text, count, x, y, width, height, size, colour: fnv1a(key) % colours };
}

export class Board {
  readonly #words = new Map<string, PlacedWord>();
  readonly #ranks: ReadonlyMap<string, number>;
  /** Boxes that found no free place: nothing that is at least as large needs to look. */
  #hopeless: Box[] = [];
  /** Words for which nothing could give way: it does not for one as large that has no more votes either. */
  #refused: { box: Box; word: Sized }[] = [];

  constructor(words: readonly Sized[]) {
    this.#ranks = new Map(words.map(({ key, rank }) => [key, rank]));
  }

  has(key: string): boolean {
    return this.#words.has(key);
  }

  placed(): PlacedWord[] {
    return [...this.#words.values()];
  }

  put(word: PlacedWord): void {
    this.#words.set(word.key, word);
  }

  /** Places a new word near the middle; false where there is no room. */
  add(word: Sized, mayDisplace: boolean): boolean {
    return this.#settle(word, boxOf(area.width / 2, area.height / 2, word.size, word.widthAtOne), mayDisplace);
  }

  /** Puts a top word into a row of its own, the first in the middle: on an empty board there is one for each of them. */
  addRow(word: Sized): void {
    const rows = Math.ceil(word.rank / 2) * (word.rank % 2 === 0 ? -1 : 1);
    const y = area.height / 2 + rows * rowHeight;
    this.put(placedAt(word, boxOf(area.width / 2, y, word.size, word.widthAtOne), word.size));
  }

  /** Gives a placed word its size: where it is, else, if its count has grown, at the nearest place with room. */
  grow(word: Sized, was: PlacedWord, mayDisplace: boolean): boolean {
    const now = this.#words.get(word.key);
    const box = boxOf(was.x, was.y, word.size, word.widthAtOne);
    if (now !== undefined && now.width >= box.width && now.height >= box.height) return true;
    if (isFree(box, this.#others(word.key))) {
      this.put(placedAt(word, box, word.size));
      return true;
    }
    return word.count > was.count && this.#settle(word, box, mayDisplace);
  }

  #settle(word: Sized, from: Box, mayDisplace: boolean): boolean {
    const others = this.#others(word.key);
    const turn = (fnv1a(word.key) / 2 ** 32) * Math.PI * 2;
    const hopeless = this.#hopeless.some((box) => from.width >= box.width && from.height >= box.height);
    const free = hopeless ? undefined : nearestFree(from, others, turn);
    if (free !== undefined) {
      this.put(placedAt(word, free, word.size));
      return true;
    }
    this.#hopeless.push(from);
    if (!mayDisplace || this.#isRefused(word, from)) return false;
    const found = cheapestPlace(from, others, turn, (other) => this.#costOf(other, word));
    if (found === undefined) {
      this.#refused.push({ box: from, word });
      return false;
    }
    for (const { key } of found.displaced) this.#words.delete(key);
    this.#hopeless = [];
    this.#refused = [];
    this.put(placedAt(word, found.place, word.size));
    return true;
  }

  #isRefused(word: Sized, from: Box): boolean {
    return this.#refused.some(
      ({ box, word: refused }) =>
        from.width >= box.width &&
        from.height >= box.height &&
        word.count <= refused.count &&
        (word.rank >= topWords || refused.rank < topWords),
    );
  }

  /** What it costs that `other` gives way to `word`: only to one with more votes, or to a top word. */
  #costOf(other: PlacedWord, word: Sized): number {
    const isTop = (this.#ranks.get(other.key) ?? 0) < topWords;
    const givesWay = !isTop && (other.count < word.count || word.rank < topWords);
    return givesWay ? other.count : Number.POSITIVE_INFINITY;
  }

  #others(key: string): PlacedWord[] {
    return [...this.#words.values()].filter((other) => other.key !== key);
  }
}
