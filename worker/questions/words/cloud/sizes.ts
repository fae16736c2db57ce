/** How large the words of a cloud stand. Lengths are units of the area. */

/** A word as it is counted; `key` stays the same while its most frequent spelling changes. */
export type CloudWord = { key: string; word: string; count: number };

export type Area = { width: number; height: number };

/** One for all screens: between what a question leaves of a screen of 16:9 (about 2.3) and of 4:3 (about 1.6). */
export const area: Area = { width: 1400, height: 700 };

export type Box = { x: number; y: number; width: number; height: number };

/** The least size that is read from the last row: 24 px on a stage of 1920 × 1080 px. */
export const smallestSize = 22;

/** Down to this a top word shrinks which nothing can give way to, rather than that the others move. */
export const shrunkSize = 18;

/** Sizes go in steps, so that a word changes its size seldom rather than a little at each answer. */
const stepRatio = 1.12;

/** From the top of Å to the foot of g, and room for a space at either side. */
const lineHeight = 1.2;
const sidePadding = 0.3;

/** Of words of the smallest size, one under the other; whole units. */
export const rowHeight = Math.ceil(smallestSize * lineHeight);

/** At this scale the most frequent word is three times the least, and rather than shrink further words give way. */
export const comfortableStep = stepAt(smallestSize * 3);
export const lowestStep = stepAt(smallestSize);
export const highestStep = stepAt(area.height * 0.34);

function stepAt(size: number): number {
  return Math.floor(Math.log(size / smallestSize) / Math.log(stepRatio) + 1e-9);
}

function sizeAt(step: number): number {
  return smallestSize * stepRatio ** step;
}

/** A word's area grows with its count, so its size with the root. `step` is that of the most frequent word. */
export function sizeOf(count: number, highest: number, step: number, widthAtOne: number): number {
  const wanted = sizeAt(Math.max(0, stepAt(sizeAt(step) * Math.sqrt(count / highest))));
  return Math.min(wanted, (area.width * 0.96) / (widthAtOne + sidePadding));
}

/** The room that a text takes around its centre. */
export function boxOf(x: number, y: number, size: number, widthAtOne: number): Box {
  return { x, y, width: size * (widthAtOne + sidePadding), height: size * lineHeight };
}

/** Whether the scale lets every word stay in proportion: a long frequent word would be cut down by the area's width. */
export function keepsProportion(widthAtOne: number, count: number, highest: number, step: number): boolean {
  return sizeAt(step) * Math.sqrt(count / highest) * (widthAtOne + sidePadding) <= area.width * 0.96;
}
