/** Made once a language of readers: the form asks for some thirty names at each key press. */
const known = new Map<string, Intl.DisplayNames>();

/** `tag` as a reader of `language` calls it. A tag that came by JSON may be none at all, and stands for itself. */
export function languageName(tag: string, language: string): string {
  const names = known.get(language) ?? new Intl.DisplayNames(language, { type: "language", fallback: "code" });
  known.set(language, names);
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
