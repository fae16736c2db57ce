/** A page's theme: the reader's own preference (`auto`), or one that answers in its stead. */

export const themes = ["auto", "light", "dark", "contrast"] as const;
export type Theme = (typeof themes)[number];

const always = "(min-width: 0)";
const never = "(max-width: 0)";

/**
 * A style sheet's media query as it stands with the theme: what it asks of the reader's preference is answered. The colours
 * have one place, the style sheets of every page; a chosen theme only answers for the reader.
 */
export function themedMedia(query: string, theme: Theme): string {
  if (theme === "auto") return query;
  const dark = theme === "dark";
  const more = theme === "contrast";
  return query
    .replace(/\(prefers-color-scheme:\s*(dark|light)\)/g, (_, scheme) =>
      (scheme === "dark") === dark ? always : never,
    )
    .replace(/\(prefers-contrast:\s*more\)/g, more ? always : never);
}

/** The queries as they were written. */
const written = new WeakMap<CSSMediaRule, string>();

export function applyTheme(theme: Theme, page: Document): void {
  for (const sheet of page.styleSheets) answerMedia(sheet.cssRules, theme);
  page.documentElement.style.colorScheme = theme === "auto" ? "" : theme === "dark" ? "dark" : "light";
}

function answerMedia(rules: CSSRuleList, theme: Theme): void {
  for (const rule of rules) {
    if (!(rule instanceof CSSMediaRule)) continue;
    const query = written.get(rule) ?? rule.media.mediaText;
    written.set(rule, query);
    rule.media.mediaText = themedMedia(query, theme);
    answerMedia(rule.cssRules, theme);
  }
}
