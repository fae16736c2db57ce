/** As the service sees it: punctuation alone is no word. */
export const hasLetters = /[^\p{P}\s]/u;

/**
 * Length in graphemes, as the service counts. A phone too old for Intl.Segmenter counts code points, which is never
 * fewer: what it lets through the service takes.
 */
export function lengthOf(text: string): number {
  const composed = text.replace(/\r\n?/g, "\n").normalize("NFC");
  if (typeof Intl.Segmenter !== "function") return [...composed].length;
  return [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(composed)].length;
}
