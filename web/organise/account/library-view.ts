/** How the polls of an account are listed: found by words, folder by folder. */
import type { LibraryPoll } from "../../connection/account-api.ts";

export type Shelf = { folder: string | null; polls: LibraryPoll[] };

/** Every word has to be found in the title, the folder or, spaces apart, the code. */
export function found(polls: readonly LibraryPoll[], search: string, language: string): LibraryPoll[] {
  const folded = (text: string) => text.normalize("NFC").toLocaleLowerCase(language);
  const words = folded(search).split(/\s+/).filter(Boolean);
  const digits = search.replaceAll(/\s/g, "");
  return polls.filter(({ title, folder, code }) => {
    const text = folded(`${title} ${folder ?? ""}`);
    return words.every((word) => text.includes(word)) || (/^\d+$/.test(digits) && code.includes(digits));
  });
}

/** Folders by name, in the reader's order; what is in none comes last. Polls stay in the order that they come in. */
export function shelves(polls: readonly LibraryPoll[], language: string): Shelf[] {
  const byFolder = Map.groupBy(polls, ({ folder }) => folder);
  const compare = new Intl.Collator(language, { numeric: true }).compare;
  const named = [...byFolder.keys()].filter((folder) => folder !== null).sort(compare);
  return [...named, null].flatMap((folder) => {
    const inside = byFolder.get(folder);
    return inside === undefined ? [] : [{ folder, polls: inside }];
  });
}
