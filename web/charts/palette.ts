/** Colours by index, the same in every picture. They are custom properties, so that light and dark are CSS's matter. */
import "../ui/series.css";

const colours = 8;

export function seriesColour(index: number): string {
  return `var(--series-${(index % colours) + 1})`;
}

/** The same for a canvas, which knows no `var()`. */
export function computedSeries(style: CSSStyleDeclaration, count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    style.getPropertyValue(`--series-${(index % colours) + 1}`).trim(),
  );
}
