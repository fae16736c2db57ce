/** Where the labels of bars stand and how large they are. Lengths in CSS pixels. */
import { fitLines, wrapLines } from "./fit-lines.ts";

/** Width of `text` at a font size. */
export type MeasureAt = (text: string, size: number) => number;

/**
 * `above`: each label over its bar with the picture's full width, where bars have the height for it. `beside`: in a column
 * of `column` pixels to the left.
 */
export type BarLabels = { place: "above" | "beside"; size: number; lines: string[][]; column: number };

export const lineSpacing = 1.18;
/** How much of an option's band the label and bar take; the rest parts it from the next. */
export const bandPart = 0.84;

const largest = 1.7;
const gap = 16;

/** `smallest`: the least font size that may be used while there is room for it. */
export function placeLabels(
  labels: readonly string[],
  area: { width: number; height: number },
  smallest: number,
  measure: MeasureAt,
): BarLabels {
  const band = area.height / Math.max(1, labels.length);
  const slot = (band * bandPart) / 2;
  if (slot >= smallest * lineSpacing)
    return { place: "above", column: 0, ...above(labels, area.width, slot, smallest, measure) };
  const size = Math.min(smallest, band / lineSpacing);
  const widest = Math.max(...labels.map((label) => measure(label, size)));
  const column = Math.min(widest, area.width * 0.48) + gap;
  const lineCount = Math.max(1, Math.floor(band / (size * lineSpacing)));
  const lines = labels.map((label) => fitLines(label, column - gap + 1, lineCount, (text) => measure(text, size)));
  return { place: "beside", size, lines, column };
}

function above(labels: readonly string[], width: number, slot: number, smallest: number, measure: MeasureAt) {
  const linesAt = (size: number) => Math.max(1, Math.floor(slot / (size * lineSpacing)));
  let size = Math.min(smallest * largest, slot / lineSpacing);
  const fitsAll = () =>
    labels.every((label) => wrapLines(label, width, (text) => measure(text, size)).length <= linesAt(size));
  while (size > smallest && !fitsAll()) size = Math.max(smallest, size - 1);
  return { size, lines: labels.map((label) => fitLines(label, width, linesAt(size), (text) => measure(text, size))) };
}
