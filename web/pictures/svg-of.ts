/**
 * What the browser has laid out, written down as an SVG that needs nothing else: boxes, borders, lines of text and drawings,
 * where they stand and in the colours they have. So a saved picture is the screen's, with one code for every kind of chart.
 * It knows what our pictures are made of, not all of CSS: no gradients, images, round corners or shadows.
 */
import { copiesOf } from "./svg-copies.ts";
import { fitted, fontOf, mark, markStyles, paint, printable } from "./svg-marks.ts";
import { linesOf } from "./text-lines.ts";

type About = { title: string; description: string; styles: string };
type Size = { width: number; height: number };

/** `layer`: the `z-index`, under which document order decides. */
type Drawn = { layer: number; marks: SVGElement[] };

/** `root`, with a ground of its own, fills a picture of `size` CSS pixels. */
export function svgOf(root: Element, size: Size, { title, description, styles }: About): string {
  const { width, height } = size;
  const svg = mark("svg", {
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: "img",
    "aria-labelledby": "title desc",
    "font-family": getComputedStyle(root).fontFamily.replaceAll('"', "'"),
  });
  svg.append(mark("title", { id: "title" }, title), mark("desc", { id: "desc" }, description));
  svg.append(mark("style", {}, markStyles + styles));
  const origin = root.getBoundingClientRect();
  const drawn: Drawn[] = [];
  draw(root, origin, origin, 0, drawn);
  for (const { marks } of drawn.sort((a, b) => a.layer - b.layer)) svg.append(...marks);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${printable(new XMLSerializer().serializeToString(svg))}\n`;
}

/** `clip`: what the elements around it let be seen, in the window. */
function draw(element: Element, origin: DOMRect, clip: DOMRect, layerAround: number, drawn: Drawn[]): void {
  const style = getComputedStyle(element);
  if (style.display === "none" || style.visibility === "hidden") return;
  const layer = style.position === "static" || style.zIndex === "auto" ? layerAround : Number(style.zIndex);
  if (element instanceof SVGSVGElement) {
    const prefix = `part-${drawn.length}-`;
    let parts = 0;
    drawn.push({ layer, marks: copiesOf(element, origin, () => `${prefix}${parts++}`) });
    return;
  }
  const box = element.getBoundingClientRect();
  drawn.push({ layer, marks: boxMarks(box, style, origin, clip) });
  const inner = style.overflowX === "visible" ? clip : intersection(clip, box);
  for (const child of element.childNodes) {
    if (child instanceof Text) drawn.push({ layer, marks: textMarks(child, style, origin, inner) });
    else if (child instanceof Element) draw(child, origin, inner, layer, drawn);
  }
}

function boxMarks(box: DOMRect, style: CSSStyleDeclaration, origin: DOMRect, clip: DOMRect): SVGElement[] {
  const marks: SVGElement[] = [];
  const fillIn = (area: DOMRect, colour: string) => {
    const seen = intersection(area, clip);
    const fill = paint("fill", colour);
    if (fill === undefined || seen.width <= 0 || seen.height <= 0) return;
    const { width, height } = seen;
    marks.push(mark("rect", { x: seen.left - origin.left, y: seen.top - origin.top, width, height, ...fill }));
  };
  const around = style.outlineStyle === "solid" ? Number.parseFloat(style.outlineWidth) : 0;
  if (around > 0) {
    const outline = new DOMRect(box.x - around, box.y - around, box.width + around * 2, box.height + around * 2);
    fillIn(outline, style.outlineColor);
  }
  fillIn(box, style.backgroundColor);
  for (const { area, colour, dashed } of bordersOf(box, style)) {
    if (!dashed) fillIn(area, colour);
    else {
      for (let y = area.top; y < area.bottom; y += area.width * 4) {
        fillIn(new DOMRect(area.x, y, area.width, Math.min(area.width * 2, area.bottom - y)), colour);
      }
    }
  }
  return marks;
}

/** Each side's strip. Dashes are only told of the upright ones: no picture has others. */
function bordersOf(box: DOMRect, style: CSSStyleDeclaration): { area: DOMRect; colour: string; dashed: boolean }[] {
  const { x, y, width, height, right, bottom } = box;
  const of = (side: string) => (style.getPropertyValue(`border-${side}-style`) === "none" ? 0 : widthOf(style, side));
  const strips = {
    top: new DOMRect(x, y, width, of("top")),
    bottom: new DOMRect(x, bottom - of("bottom"), width, of("bottom")),
    left: new DOMRect(x, y, of("left"), height),
    right: new DOMRect(right - of("right"), y, of("right"), height),
  };
  return Object.entries(strips)
    .filter(([, { width: across, height: down }]) => across > 0 && down > 0)
    .map(([side, area]) => ({
      area,
      colour: style.getPropertyValue(`border-${side}-color`),
      dashed: style.getPropertyValue(`border-${side}-style`) === "dashed",
    }));
}

function widthOf(style: CSSStyleDeclaration, side: string): number {
  return Number.parseFloat(style.getPropertyValue(`border-${side}-width`));
}

/** Lines that are cut off are left out; where a text is clamped, the last line that is left says so. */
function textMarks(node: Text, style: CSSStyleDeclaration, origin: DOMRect, clip: DOMRect): SVGElement[] {
  if (node.data.trim() === "" || !isInside(node, clip)) return [];
  const lines = linesOf(node);
  const seen = lines.filter(({ box }) => isSeen(box, clip));
  const fill = paint("fill", style.color);
  if (fill === undefined) return [];
  const isClamped = style.getPropertyValue("-webkit-line-clamp") !== "none" && seen.length < lines.length;
  return seen.map(({ text, box }, index) => {
    const cut = isClamped && index === seen.length - 1 ? `${text.slice(0, -1).trimEnd()}…` : text;
    const fromRight = style.direction === "rtl";
    return mark(
      "text",
      {
        x: (fromRight ? box.right : box.left) - origin.left,
        y: box.top - origin.top + baselineIn(box, style),
        ...(fromRight ? { direction: "rtl" } : {}),
        ...fill,
        ...fontOf(style),
        ...fitted(cut, box.width),
      },
      cut,
    );
  });
}

/** A look at the whole text, before each of its letters is asked where it stands. */
function isInside(node: Text, clip: DOMRect): boolean {
  const range = document.createRange();
  range.selectNodeContents(node);
  const { width, height } = intersection(range.getBoundingClientRect(), clip);
  return width > 0 && height > 0;
}

function isSeen(box: DOMRect, clip: DOMRect): boolean {
  const middle = box.top + box.height / 2;
  return middle > clip.top && middle < clip.bottom && box.left < clip.right && box.right > clip.left;
}

let context: CanvasRenderingContext2D | null | undefined;

/** From the top of a line's box down to where its letters stand. */
function baselineIn(box: DOMRect, { fontWeight, fontSize, fontFamily }: CSSStyleDeclaration): number {
  context ??= document.createElement("canvas").getContext("2d");
  if (context === null) return box.height * 0.78;
  context.font = `${fontWeight} ${fontSize} ${fontFamily}`;
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = context.measureText("x");
  return (box.height - ascent - descent) / 2 + ascent;
}

function intersection(a: DOMRect, b: DOMRect): DOMRect {
  const [left, top] = [Math.max(a.left, b.left), Math.max(a.top, b.top)];
  const [width, height] = [Math.min(a.right, b.right) - left, Math.min(a.bottom, b.bottom) - top];
  return new DOMRect(left, top, Math.max(0, width), Math.max(0, height));
}
