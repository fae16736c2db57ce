/**
 * Texts of the pages. A catalogue is one object a page and language; the server puts the reader's into the page, so that
 * no page loads two. A plural is an object by CLDR category, chosen by its parameter `n`.
 */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
export type Catalogue = Record<string, string | Plural>;
export type Params = Record<string, string | number>;

export type Translate<C extends Catalogue> = (key: keyof C & string, params?: Params) => string;

/** `{name}` stands for the parameter `name`; numbers are written in the language's own way. */
export function translator<C extends Catalogue>(catalogue: C, language: string): Translate<C> {
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 12 });
  return (key, params = {}) => {
    const message = catalogue[key] ?? key;
    const text =
      typeof message === "string" ? message : (message[plurals.select(Number(params.n ?? 0))] ?? message.other);
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = Object.hasOwn(params, name) ? params[name] : whole;
      return typeof value === "number" ? numbers.format(value) : String(value);
    });
  };
}
