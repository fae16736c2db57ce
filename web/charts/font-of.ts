/** An element's font: its size in pixels, and the widths of texts in it. */
export function fontOf(element: Element): { em: number; measure: (text: string) => number } {
  const { fontSize, fontFamily } = getComputedStyle(element);
  const context = document.createElement("canvas").getContext("2d");
  const em = Number.parseFloat(fontSize);
  if (context === null) return { em, measure: (text) => text.length * em };
  context.font = `${fontSize} ${fontFamily}`;
  return { em, measure: (text) => context.measureText(text).width };
}
