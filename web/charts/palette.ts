/** Colours by index, the same in every picture. They are custom properties, so that light and dark are CSS's matter. */
import "../ui/series.css";

const colours = 8;

export function seriesColour(index: number): string {
  return `var(--series-${(index % colours) + 1})`;
}
