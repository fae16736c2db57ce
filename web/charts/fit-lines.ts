/** Breaking text into lines on a canvas, which does not do it by itself. `measure` gives a text's width at the size used. */

/** The text's lines, words kept whole where they fit a line at all. */
export function wrapLines(text: string, maxWidth: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/u)) {
    const joined = line === "" ? word : `${line} ${word}`;
    if (measure(joined) <= maxWidth) {
      line = joined;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    while (measure(line) > maxWidth && line.length > 1) {
      const head = headThatFits(line, maxWidth, measure);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  if (line !== "") lines.push(line);
  return lines;
}

/** At most `maxLines` lines; where that is too few, the last one ends with an ellipsis. */
export function fitLines(
  text: string,
  maxWidth: number,
  maxLines: number,
  measure: (text: string) => number,
): string[] {
  const lines = wrapLines(text, maxWidth, measure);
  if (lines.length <= maxLines) return lines;
  // Filled to its end, also where the next word had gone to the next line whole.
  const last = lines.slice(maxLines - 1, maxLines + 1).join(" ");
  const cut = headThatFits(last, maxWidth - measure("…"), measure);
  return [...lines.slice(0, maxLines - 1), `${cut.trimEnd()}…`];
}

/** The longest beginning that fits, one letter at least; letters with their marks stay whole. */
function headThatFits(text: string, maxWidth: number, measure: (text: string) => number): string {
  let head = "";
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text)) {
    if (head !== "" && measure(head + segment) > maxWidth) break;
    head += segment;
  }
  return head;
}
