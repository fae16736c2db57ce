/** Drawings that are SVG on the page already: copied, with the looks that style sheets give them written out. */
import { fitted, fontOf, mark, paint } from "./svg-marks.ts";

const geometry = ["x", "y", "width", "height", "d", "cx", "cy", "r", "x1", "y1", "x2", "y2"];
const shapes = "rect, path, circle, line, text";

/** `origin`: the picture's upper left corner in the window. */
export function copiesOf(drawing: SVGSVGElement, origin: DOMRect): SVGElement[] {
  return [...drawing.querySelectorAll<SVGGraphicsElement>(shapes)].flatMap((shape) => {
    const style = getComputedStyle(shape);
    const matrix = shape.getScreenCTM();
    if (matrix === null || style.visibility === "hidden" || style.display === "none") return [];
    const { a, b, c, d, e, f } = matrix;
    const place = [a, b, c, d, e - origin.left, f - origin.top].map((part) => Number(part.toFixed(4))).join(" ");
    const looks = {
      ...geometryOf(shape),
      ...(paint("fill", style.fill) ?? { fill: "none" }),
      ...strokeOf(style),
      transform: `matrix(${place})`,
    };
    return shape instanceof SVGTextElement ? textCopy(shape, looks, style) : mark(shape.localName, looks);
  });
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

function strokeOf(style: CSSStyleDeclaration): Record<string, string | number> {
  const stroke = paint("stroke", style.stroke);
  return stroke === undefined ? {} : { ...stroke, "stroke-width": Number.parseFloat(style.strokeWidth) };
}

function anchorOf({ textAnchor }: CSSStyleDeclaration): Record<string, string> {
  return textAnchor === "start" ? {} : { "text-anchor": textAnchor };
}

function bidiOf({ unicodeBidi }: CSSStyleDeclaration): Record<string, string> {
  return unicodeBidi === "plaintext" ? { "unicode-bidi": "plaintext" } : {};
}
