/** Made once a language of readers: the form asks for some thirty names at each key press. */
const known = new Map<string, Intl.DisplayNames>();

/** Languages of the Nordic countries that browsers have no name for, each in its own words. */
const ownNames: Partial<Record<string, string>> = {
  fit: "meänkieli",
  se: "davvisámegiella",
  sma: "åarjelsaemien gïele",
  smj: "julevsámegiella",
};

/** `tag` as a reader of `language` calls it. A tag that came by JSON may be none at all, and stands for itself. */
export function languageName(tag: string, language: string): string {
  const names = known.get(language) ?? new Intl.DisplayNames(language, { type: "language", fallback: "code" });
  known.set(language, names);
  try {
    const name = names.of(tag) ?? tag;
    return name === tag ? (ownNames[tag] ?? tag) : name;
  } catch {
    return tag;
  }
}
