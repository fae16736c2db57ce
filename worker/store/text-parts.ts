/**
 * Long JSON in rows: SQLite here and in D1 holds at most 2 MB a row and a bound value, and the results of a large text
 * question are longer.
 */
const partLength = 500_000;

/** At least one part; joined in order they are the text. A surrogate pair is never cut, since each part is encoded alone. */
export function splitText(text: string): string[] {
  const parts: string[] = [];
  for (let start = 0; start < text.length; ) {
    let end = Math.min(text.length, start + partLength);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last <= 0xdbff) end -= 1;
    parts.push(text.slice(start, end));
    start = end;
  }
  return parts.length === 0 ? [""] : parts;
}
