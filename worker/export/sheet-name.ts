/** Excel takes at most 31 UTF-16 units, none of `[]:*?/\`, and no apostrophe at the ends. */
const longest = 31;

/** `3. Vilken temagrupp gav dig mest`: the number makes it unique, whatever the text. */
export function sheetNameOf(number: number, text: string): string {
  const safe = text.replace(/[[\]:*?/\\\s]+/g, " ");
  return `${number}. ${safe}`
    .slice(0, longest)
    .toWellFormed()
    .replaceAll("\ufffd", "")
    .replace(/[\s']+$/, "");
}
