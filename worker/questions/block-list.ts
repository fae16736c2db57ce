/**
 * Rude words, from the kept list LDNOOBW ("List of Dirty, Naughty, Obscene, and Otherwise Bad Words", CC BY 4.0, npm
 * `naughty-words`), and a poll's own. Whole words only, compared by their key, so that a listed word hides neither a longer
 * one nor one whose letters have other marks; inflections as they are listed.
 */
import english from "naughty-words/en.json" with { type: "json" };
import swedish from "naughty-words/sv.json" with { type: "json" };
import { wordKey } from "../shared/text.ts";
import type { PollContext } from "./rules.ts";

/** Everyday Swedish that the lists would hide: hard, end, sauce, six, stake, sigh, and to switch on. */
const cleanInSwedish = new Set(["hård", "slut", "sås", "sex", "stake", "suck", "sätta på"]);

const kept: Record<string, ReadonlySet<string>> = {
  en: keys(english, "en"),
  sv: new Set([...keys(swedish, "sv"), ...keys(english, "sv")].filter((key) => !cleanInSwedish.has(key))),
};

/** Words of the longest entry: a text is looked through for so many in a row. */
const mostWords = 6;
/** Verdicts remembered a poll: screens ask for the same words and texts many times a second. */
const mostRemembered = 20_000;

type Lists = { kept: ReadonlySet<string>; blocked: ReadonlySet<string>; allowed: ReadonlySet<string> };
type Remembered = { lists: Lists; verdicts: Map<string, boolean> };
const remembered = new WeakMap<PollContext, Remembered>();

function keys(words: readonly string[], language: string): Set<string> {
  return new Set(words.map((word) => wordKey(asItLooks(word), language)));
}

/**
 * Without what can't be seen inside words (soft hyphens, zero-width spaces and joiners, variation selectors), and with letters
 * of other widths and styles as the plain ones: a listed word that looks the same is the same here, and only here.
 */
function asItLooks(text: string): string {
  return text.normalize("NFKC").replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, "");
}

/**
 * True where `text` is listed, or a word in it is, or several in a row that are listed together. What the poll allows is
 * allowed as it stands there: an allowed word inside a text doesn't speak for its neighbours.
 */
export function isListed(text: string, context: PollContext): boolean {
  const { lists, verdicts } = rememberedOf(context);
  let verdict = verdicts.get(text);
  if (verdict === undefined) {
    verdict = holdsListed(asItLooks(text), context.language, lists);
    if (verdicts.size >= mostRemembered) verdicts.clear();
    verdicts.set(text, verdict);
  }
  return verdict;
}

function rememberedOf(context: PollContext): Remembered {
  let found = remembered.get(context);
  if (found === undefined) {
    const { language, blockList, blockedWords = [], allowedWords = [] } = context;
    const primary = language.toLowerCase().split("-")[0] ?? "";
    const ofLanguage = Object.hasOwn(kept, primary) ? kept[primary] : kept.en;
    const lists = {
      kept: blockList && ofLanguage !== undefined ? ofLanguage : new Set<string>(),
      blocked: keys(blockedWords, language),
      allowed: keys(allowedWords, language),
    };
    found = { lists, verdicts: new Map() };
    remembered.set(context, found);
  }
  return found;
}

function holdsListed(text: string, language: string, lists: Lists): boolean {
  const { kept: ofLanguage, blocked, allowed } = lists;
  if (ofLanguage.size + blocked.size === 0) return false;
  const isBad = (key: string) => !allowed.has(key) && (blocked.has(key) || ofLanguage.has(key));
  const whole = wordKey(text, language);
  if (allowed.has(whole)) return false;
  return isBad(whole) || waysToSplit(text).some((words) => anyRun(words, language, isBad));
}

/** At spaces, which leaves `s&m` whole; and where there is other punctuation inside words, at that too (`a,b` are two words). */
function waysToSplit(text: string): string[][] {
  const inner = text.split(/(?:(?![-'’])[\s\p{P}])+/u);
  const spaced = text.split(/\s+/u);
  return inner.length === spaced.length ? [spaced] : [spaced, inner];
}

/** Whether `isBad` holds for the key of any word, or of any few words in a row. */
function anyRun(words: readonly string[], language: string, isBad: (key: string) => boolean): boolean {
  const known = words.map((word) => wordKey(word, language)).filter((key) => key !== "");
  return known.some((_, start) => {
    let run = "";
    return known.slice(start, start + mostWords).some((key) => {
      run = run === "" ? key : `${run} ${key}`;
      return isBad(run);
    });
  });
}
