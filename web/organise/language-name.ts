/** `tag` as a reader of `language` calls it. A tag that came by JSON may be none at all, and stands for itself. */
export function languageName(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: "language", fallback: "code" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
