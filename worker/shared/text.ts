/**
 * What counts as the same text, and how long it is. Pure; the language decides case (Turkish has two i's).
 * Marks are never stripped: in Swedish *höra* and *hora*, *får* and *far* are different words.
 */

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Length in graphemes: an emoji family or a letter with marks counts once. */
export function graphemeCount(text: string): number {
  // Most text is ASCII, where a UTF-16 unit is a grapheme; CR LF, the one exception, has been folded by `cleanText`.
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let count = 0;
  for (const _ of segmenter.segment(text)) count++;
  return count;
}

// Control characters other than tab and line feed can't be shown, and XML (hence XLSX) can't hold them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu;

/** NFC, trimmed, line ends as LF, no lone surrogates, no control characters. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/gu, "\n").replace(unprintable, "").normalize("NFC").trim();
}

const invisible = /[\s\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/gu;

/** True where nothing of the text can be seen: white space, zero-width and filler characters. */
export function isBlank(text: string): boolean {
  return text.replace(invisible, "") === "";
}

// Beside punctuation and spaces, what is pasted along unseen: soft hyphen, zero-width space, word joiner, marks of direction.
// Punctuation that an emoji selector or keycap follows (‼️, #️⃣) is an emoji, and emoji are words.
const outerStart = /^(?:[\p{P}\s\p{Bidi_Control}\u00ad\u200b\u2060](?![\ufe0f\u20e3]))+/u;
// The look behind lets each run be tried once, from its start: without it a frame full of dots takes quadratic time.
const outerEnd = /(?<![\p{P}\s\p{Bidi_Control}\u00ad\u200b\u2060])[\p{P}\s\p{Bidi_Control}\u00ad\u200b\u2060]+$/u;

/**
 * The key that groups spellings of one word: NFC, case folded by `language` (BCP 47), outer punctuation and spaces
 * dropped, inner spaces single. Empty for a word of punctuation or invisible characters alone.
 */
export function wordKey(form: string, language: string): string {
  const inner = cleanText(form).replace(outerStart, "").replace(outerEnd, "").replace(/\s+/gu, " ");
  return isBlank(inner) ? "" : foldCase(inner, language);
}

/**
 * Full case folding through upper case (Unicode 16, section 5.18: ß and SS, σ and ς meet), in the language's own way
 * where it has dotted and dotless i. Upper case by the rules of Greek would drop accents, so no other language is asked.
 * Lower case first, since ẞ is its own upper case and would stay apart from ß.
 */
function foldCase(text: string, language: string): string {
  const dotted = /^(tr|az)(-|$)/iu.test(language) ? "tr" : "en";
  const upper = text.toLocaleLowerCase(dotted).toLocaleUpperCase(dotted);
  return upper.toLocaleLowerCase(dotted).replaceAll("ς", "σ").normalize("NFC");
}

/** Order by code point, the same on every machine; `localeCompare` is not. */
export function compareCodePoints(a: string, b: string): number {
  for (let index = 0; index < a.length && index < b.length; index++) {
    const [left, right] = [a.charCodeAt(index), b.charCodeAt(index)];
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

/** Units of UTF-16 in the order of the code points they begin: surrogates stand for those above all others. */
function rank(unit: number): number {
  if (unit >= 0xe000) return unit - 0x800;
  return unit >= 0xd800 ? unit + 0x2000 : unit;
}
