/** Language tags (BCP 47): whether one is, and which of those on offer a reader gets. Pure. */

/** Longer ones than RFC 5646 says that every reader of tags must take. */
const tagLength = 35;

export function isLanguage(tag: string): boolean {
  try {
    return tag.length <= tagLength && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/**
 * The one of `offered` that suits the first wish that any suits: the very tag, or else the same language (*en* for *en-GB*).
 * Undefined where none does.
 */
export function firstWished<Tag extends string>(offered: readonly Tag[], wishes: readonly string[]): Tag | undefined {
  for (const wish of wishes) {
    const found =
      offered.find((tag) => tag.toLowerCase() === wish.toLowerCase()) ??
      offered.find((tag) => primary(tag) === primary(wish));
    if (found !== undefined) return found;
  }
  return undefined;
}

function primary(tag: string): string {
  return tag.toLowerCase().split("-")[0] ?? "";
}
