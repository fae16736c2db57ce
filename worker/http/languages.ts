import { isLanguage } from "../shared/languages.ts";

/** Readers have a few; what is longer is no wish, and goes to an object with each connection. */
const wishesRead = 8;

/** The languages that a reader would have, the dearest first: the one that was asked for, then those of the browser. */
export function wishedLanguages(asked: string | undefined, accepted: string | undefined): string[] {
  const tags = [asked ?? "", ...(accepted ?? "").split(",").map((entry) => entry.split(";")[0]?.trim() ?? "")];
  return tags.filter(isLanguage).slice(0, wishesRead);
}
