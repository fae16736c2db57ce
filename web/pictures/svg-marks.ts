/** Elements of an SVG, made from the computed looks of elements on the page. */

const namespace = "http://www.w3.org/2000/svg";
const lengthDigits = 2;

type Attributes = Readonly<Record<string, string | number>>;

export function mark(name: string, attributes: Attributes = {}, text?: string): SVGElement {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, typeof value === "number" ? String(Number(value.toFixed(lengthDigits))) : value);
  }
  if (text !== undefined) element.textContent = printable(text);
  return element;
}

/** Without what XML can't hold; people's texts may have any of it. */
export function printable(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "");
}

/** Undefined for what can't be seen. Opacity apart, since not every program reads `rgba()`. */
export function paint(property: "fill" | "stroke", colour: string): Record<string, string | number> | undefined {
  if (colour === "none" || colour === "transparent") return undefined;
  const [r, g, b, alpha = "1"] = /^rgba?\(/.test(colour) ? (colour.match(/[\d.]+/g) ?? []) : [];
  if (r === undefined || g === undefined || b === undefined) return { [property]: colour };
  if (Number(alpha) === 0) return undefined;
  const hex = [r, g, b].map((part) => Math.round(Number(part)).toString(16).padStart(2, "0")).join("");
  return { [property]: `#${hex}`, ...(Number(alpha) < 1 ? { [`${property}-opacity`]: Number(alpha) } : {}) };
}

const figures = "figures";
/** For the classes that marks have. */
export const markStyles = `.${figures}{font-variant-numeric:tabular-nums}`;

/** Of a text: size and weight; the family stands on the picture's root. */
export function fontOf({ fontSize, fontWeight, fontVariantNumeric }: CSSStyleDeclaration): Record<string, string> {
  return {
    "font-size": String(Number.parseFloat(fontSize)),
    ...(fontWeight === "400" ? {} : { "font-weight": fontWeight }),
    // A class, since the page's policy allows no style attribute, not even on its way into a file.
    ...(fontVariantNumeric.includes("tabular-nums") ? { class: figures } : {}),
  };
}

/** The text is made to fit its place in whatever font the viewer has. */
export function fitted(text: string, width: number): Record<string, string | number> {
  return text.length > 1 && width > 0 ? { textLength: width, lengthAdjust: "spacingAndGlyphs" } : {};
}
