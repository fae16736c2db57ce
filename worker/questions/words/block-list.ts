/**
 * Rude words, from the kept list LDNOOBW (CC BY 4.0, npm `naughty-words`). Whole words only, compared by their key, so
 * that a listed word hides neither a longer one nor one whose letters have other marks.
 */
import english from "naughty-words/en.json";
import swedish from "naughty-words/sv.json";
import { wordKey } from "../../shared/text.ts";

/** Everyday Swedish that the lists would hide: hard, end, sauce, six, stake and sigh. */
const cleanInSwedish = new Set(["hård", "slut", "sås", "sex", "stake", "suck"]);

const lists: Record<string, ReadonlySet<string>> = {
  en: keys(english, "en"),
  sv: new Set([...keys(swedish, "sv"), ...keys(english, "sv")].filter((key) => !cleanInSwedish.has(key))),
};

function keys(words: readonly string[], language: string): Set<string> {
  return new Set(words.map((word) => wordKey(word, language)));
}

/** True where `key` (of `wordKey`) is listed for the language, or a word in it is. */
export function isListed(key: string, language: string): boolean {
  const list = lists[language.split("-")[0] ?? ""] ?? lists.en;
  return list !== undefined && (list.has(key) || key.split(" ").some((word) => list.has(wordKey(word, language))));
}
