/** Drawings that are SVG on the page already: copied, with the looks that style sheets give them written out. */
import { fitted, fontOf, mark, paint } from "./svg-marks.ts";

const geometry = ["x", "y", "width", "height", "d", "cx", "cy", "r", "rx", "ry", "x1", "y1", "x2", "y2"];
const shapes = ["rect", "path", "circle", "ellipse", "line", "text"];

/** `origin`: the picture's upper left corner in the window. `newId` names what has to be referred to. */
export function copiesOf(drawing: SVGElement, origin: DOMRect, newId: () => string): SVGElement[] {
  return [...drawing.children].flatMap((child) => {
    if (child instanceof SVGSVGElement) return windowOnto(child, origin, newId);
    if (!(child instanceof SVGGraphicsElement)) return [];
    if (!shapes.includes(child.localName)) return copiesOf(child, origin, newId);
    const style = getComputedStyle(child);
    if (style.visibility === "hidden" || style.display === "none") return [];
    const looks = {
      ...geometryOf(child),
      ...paintsOf(style),
      transform: placeOf(child, origin),
    };
    return [child instanceof SVGTextElement ? textCopy(child, looks, style) : mark(child.localName, looks)];
  });
}

/** A drawing inside another shows no more than its own box. */
function windowOnto(drawing: SVGSVGElement, origin: DOMRect, newId: () => string): SVGElement[] {
  const copies = copiesOf(drawing, origin, newId);
  if (getComputedStyle(drawing).overflowX === "visible") return copies;
  const [width, height] = [drawing.width.baseVal.value, drawing.height.baseVal.value];
  const id = newId();
  const clip = mark("clipPath", { id });
  clip.append(mark("rect", { width, height, transform: placeOf(drawing, origin) }));
  const group = mark("g", { "clip-path": `url(#${id})` });
  group.append(...copies);
  return [clip, group];
}

function placeOf(shape: SVGGraphicsElement, origin: DOMRect): string {
  const { a, b, c, d, e, f } = shape.getScreenCTM() ?? new DOMMatrix();
  const parts = [a, b, c, d, e - origin.left, f - origin.top].map((part) => Number(part.toFixed(4)));
  return `matrix(${parts.join(" ")})`;
}

function textCopy(
  shape: SVGTextElement,
  looks: Record<string, string | number>,
  style: CSSStyleDeclaration,
): SVGElement {
  const all = { ...looks, ...fontOf(style), ...anchorOf(style), ...bidiOf(style) };
  const spans = [...shape.querySelectorAll("tspan")];
  if (spans.length === 0) {
    const text = shape.textContent ?? "";
    return mark("text", { ...all, ...fitted(text, shape.getComputedTextLength()) }, text);
  }
  const copy = mark("text", all);
  for (const span of spans) {
    const own = getComputedStyle(span);
    const text = span.textContent ?? "";
    const fill = own.fill === style.fill ? {} : paint("fill", own.fill);
    copy.append(mark("tspan", { ...geometryOf(span), ...fill, ...fitted(text, span.getComputedTextLength()) }, text));
  }
  return copy;
}

function geometryOf(element: Element): Record<string, string> {
  return Object.fromEntries(
    geometry.flatMap((name) => {
      const value = element.getAttribute(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}

function paintsOf(style: CSSStyleDeclaration): Record<string, string | number> {
  const fill = paint("fill", style.fill) ?? { fill: "none" };
  const stroke = paint("stroke", style.stroke);
  return {
    ...fill,
    ...(style.fillOpacity === "1" ? {} : { "fill-opacity": style.fillOpacity }),
    ...(stroke === undefined
      ? {}
      : { ...stroke, "stroke-width": Number.parseFloat(style.strokeWidth), "stroke-linejoin": style.strokeLinejoin }),
    ...(style.paintOrder === "normal" ? {} : { "paint-order": style.paintOrder }),
  };
}

function anchorOf({ textAnchor }: CSSStyleDeclaration): Record<string, string> {
  return textAnchor === "start" ? {} : { "text-anchor": textAnchor };
}

function bidiOf({ unicodeBidi }: CSSStyleDeclaration): Record<string, string> {
  return unicodeBidi === "plaintext" ? { "unicode-bidi": "plaintext" } : {};
}
