/** What no system's file names may hold, or what would hide the file or climb out of its folder. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const forbidden = /[\u0000-\u001f\u007f<>:"/\\|?*\p{Bidi_Control}]+/gu;
const longest = 60;

/** A file's name from the texts that say what it shows, each cut to what a list of files shows. */
export function fileName(parts: readonly string[], extension: string): string {
  const names = parts.map(cleaned).filter((part) => part !== "");
  return `${names.length === 0 ? "handupp" : names.join(" – ")}.${extension}`;
}

function cleaned(text: string): string {
  const plain = text.replace(forbidden, " ").replace(/\s+/gu, " ");
  const graphemes = Array.from(new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(plain.trim()));
  return graphemes
    .slice(0, longest)
    .map(({ segment }) => segment)
    .join("")
    .replace(/^[\s.]+|[\s.]+$/gu, "");
}
