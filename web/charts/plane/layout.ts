/** A plane with points and their labels for a given room. Pure but for `measure`. */
import { fitLines } from "../fit-lines.ts";
import { type PlacedLabel, type Point, placeLabels, type Size } from "./place-labels.ts";

/** `x` and `y` from 0 to 1, upwards. `note` stands under the text. `spread`: how far its ring reaches to either side, in the same measure. */
export type PlanePoint = { key: string; text: string; note?: string; x: number; y: number; spread?: Point };
export type PlaneLayout = {
  radius: number;
  /** Where the axes run: points at the ends have room for all of their circle. */
  inner: Point & Size;
  points: (Point & { key: string })[];
  /** `noted`: the last line is the note. `anchor`: which side of its lines are flush, and at which `x`: the one that faces the point. */
  labels: (PlacedLabel & { lines: string[]; noted: boolean; anchor: Anchor })[];
};

type Anchor = { side: "start" | "middle" | "end"; x: number };

export const lineHeight = 1.2;

/**
 * How wide labels may be, of the plane's width, and in how many lines: each narrower than the one before. Of several lines
 * they are as wide as their longest word besides, so that it is not broken.
 */
const shapes = [
  { part: 0.36, lines: 3 },
  { part: 0.32, lines: 2 },
  { part: 0.3, lines: 1 },
  { part: 0.2, lines: 1 },
];

/** Of the plane's width: a word that is longer is broken all the same. */
const longestWord = 0.5;

/** Narrower than so many em, notes would take the place of labels; the table has their figures. */
const leastForNotes = 30;

/** How far from its point, in em, a label may be moved aside so that no ring passes through it. */
const reach = 8;

/** Labels keep so far from the axes, which are lines: CSS pixels. */
const axisWidth = 2;

/** `em`: the font's size. */
export function layoutPlane(
  points: readonly PlanePoint[],
  area: Size,
  em: number,
  measure: (text: string) => number,
  before?: PlaneLayout,
): PlaneLayout {
  const radius = em * 0.45;
  const edge = radius + 2;
  const inner = { x: edge, y: edge, width: area.width - edge * 2, height: area.height - edge * 2 };
  const placed = points.map(({ key, x, y }) => ({
    key,
    x: inner.x + x * inner.width,
    y: inner.y + (1 - y) * inner.height,
  }));
  const room = {
    x: inner.x + axisWidth,
    y: inner.y,
    width: Math.max(0, inner.width - axisWidth),
    height: Math.max(0, inner.height - axisWidth),
  };
  const rings = points.flatMap(({ spread }, index) => {
    const at = placed[index];
    return spread === undefined || at === undefined
      ? []
      : [{ x: at.x, y: at.y, rx: spread.x * inner.width, ry: spread.y * inner.height }];
  });
  const isNarrow = area.width < em * leastForNotes;
  for (const { part, lines } of shapes) {
    const texts = points.map(({ text, note }, index) => {
      const word = lines === 1 ? 0 : Math.min(area.width * longestWord, Math.max(...text.split(/\s+/u).map(measure)));
      const broken = fitLines(text, Math.max(em * 4, area.width * part, word), lines, measure);
      const all = note === undefined || isNarrow ? broken : [...broken, note];
      const size = { width: Math.max(0, ...all.map(measure)), height: all.length * em * lineHeight };
      return { lines: all, noted: all.length > broken.length, size, at: placed[index] ?? { x: 0, y: 0 } };
    });
    const labels = placeLabels(
      texts.map(({ size, at }, index) => ({ key: points[index]?.key ?? "", at, size })),
      { area: room, radius, gap: em * 0.2, rings, reach: em * reach },
      before?.labels,
    );
    if (labels === undefined) continue;
    const full = labels.map((label, index) => ({
      ...label,
      lines: texts[index]?.lines ?? [],
      noted: texts[index]?.noted ?? false,
      anchor: anchorOf(label.x, texts[index]?.size.width ?? 0, texts[index]?.at.x ?? 0),
    }));
    return { radius, inner, points: placed, labels: full };
  }
  // A room too small for any label: the table still names the points.
  return { radius, inner, points: placed, labels: [] };
}

function anchorOf(x: number, width: number, point: number): Anchor {
  if (point <= x) return { side: "start", x };
  if (point >= x + width) return { side: "end", x: x + width };
  return { side: "middle", x: x + width / 2 };
}
