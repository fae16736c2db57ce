/** The lines that the browser has broken a text into, which it tells nobody in words. */

export type TextLine = { text: string; box: DOMRect };

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

export function linesOf(node: Text): TextLine[] {
  const range = document.createRange();
  range.selectNodeContents(node);
  const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  const [only] = boxes;
  if (only === undefined) return [];
  if (boxes.length === 1) return [{ text: shown(node.data), box: only }];
  const lines: TextLine[] = [];
  for (const { segment, index } of graphemes.segment(node.data)) {
    range.setStart(node, index);
    range.setEnd(node, index + segment.length);
    const box = range.getBoundingClientRect();
    if (box.height === 0 || (box.width === 0 && segment.trim() === "")) continue;
    const last = lines.at(-1);
    if (last !== undefined && isOnLine(box, last.box)) {
      last.text += segment;
      last.box = union(last.box, box);
    } else lines.push({ text: segment, box });
  }
  return lines.map(({ text, box }) => ({ text: shown(text), box })).filter(({ text }) => text !== "");
}

function shown(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** Lines of another column stand beside, not under. */
function isOnLine(box: DOMRect, line: DOMRect): boolean {
  const middle = box.top + box.height / 2;
  return middle > line.top && middle < line.bottom && box.left < line.right + line.height * 2;
}

function union(a: DOMRect, b: DOMRect): DOMRect {
  const [left, top] = [Math.min(a.left, b.left), Math.min(a.top, b.top)];
  return new DOMRect(left, top, Math.max(a.right, b.right) - left, Math.max(a.bottom, b.bottom) - top);
}
