/**
 * About how wide a text stands at font size 1 in the screens' font, semibold: the service has no fonts to measure with.
 * Screens measure what they draw and make it smaller where it would be wider than said here (see web/charts/word-cloud.tsx).
 */

/** Hundredths of the font size, rounded up, as Chromium measures Atkinson Hyperlegible Next at weight 600. */
const latin: readonly (readonly [width: number, letters: string])[] = [
  [24, "'"],
  [26, ",.:;j|"],
  [30, "!ilı ·´`"],
  [36, "ftI()[]{}"],
  [38, '-r"_'],
  [44, "1/\\"],
  [50, "csvyz*"],
  [54, "7?kx"],
  [56, "Jaeu~"],
  [58, "2FLhnoø9<>^"],
  [60, "3ETbdgpqðþđħłŋ+µĸ"],
  [62, "PSZ56$=ß"],
  [64, "BRVY48"],
  [68, "ACKX0"],
  [72, "DGHNUĐ&"],
  [76, "OQØwŊÞŁĦ#"],
  [86, "M"],
  [90, "Wm@æ"],
  [102, "%ÆŒœ"],
];

const known = new Map(latin.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width / 100])));

/** Fonts of other scripts are the system's own; these are on the wide side of the common ones. */
const emojiWidth = 1.4;
const wideWidth = 1.02;
const upperWidth = 0.8;
const otherWidth = 0.68;

const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;
const wide = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|[\u3000-\u303f\uff01-\uff60]/u;
const noWidth = /^(?:\p{Mn}|\p{Me}|\p{Cf})$/u;

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Words of the clouds that are growing now; all are forgotten at once when they are many. */
const estimated = new Map<string, number>();
const mostEstimated = 5000;

export function estimatedWidth(text: string): number {
  const before = estimated.get(text);
  if (before !== undefined) return before;
  let width = 0;
  for (const { segment } of segmenter.segment(text)) width += graphemeWidth(segment);
  if (estimated.size >= mostEstimated) estimated.clear();
  estimated.set(text, width);
  return width;
}

function graphemeWidth(grapheme: string): number {
  // A family or a flag is several code points and one picture.
  if (emoji.test(grapheme)) return emojiWidth;
  if (wide.test(grapheme)) return wideWidth;
  let width = 0;
  for (const letter of grapheme.normalize("NFD")) {
    if (noWidth.test(letter)) continue;
    width += known.get(letter) ?? (/\p{Lu}/u.test(letter) ? upperWidth : otherWidth);
  }
  return width;
}
