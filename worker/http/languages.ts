import { isLanguage } from "../shared/languages.ts";

/** Readers have a few; what is longer is no wish, and goes to an object with each connection. */
const wishesRead = 8;

/** The languages that a reader would have, the dearest first: the one that was asked for, then those of the browser. */
export function wishedLanguages(asked: string | undefined, accepted: string | undefined): string[] {
  return [asked ?? "", ...acceptedTags(accepted)].filter(isLanguage).slice(0, wishesRead);
}

/** The tags of an Accept-Language header, or of one that was asked for, in their order. */
export function acceptedTags(header = ""): string[] {
  return header.split(",").map((entry) => entry.split(";")[0]?.trim() ?? "");
}
