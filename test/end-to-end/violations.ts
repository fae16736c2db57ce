import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const rules = {
  all: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  colours: ["color-contrast", "link-in-text-block"],
} as const;

/**
 * What axe finds on the page as it is now, a line each. `colours`: what can differ in another colour scheme alone, for a page
 * that all rules have been held against in one.
 */
export async function violations(page: Page, which: keyof typeof rules = "all"): Promise<string[]> {
  // Through the debugger, which the page's policy for scripts does not concern.
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe.source);
  const options = JSON.stringify({ runOnly: rules[which], resultTypes: ["violations"] });
  const results = await page.evaluate<AxeResults>(`axe.run(document, ${options})`);
  if (results.passes.length === 0) throw new Error("axe looked at nothing");
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} ${String(target)} ${failureSummary?.replaceAll(/\s+/g, " ") ?? ""}`,
    ),
  );
}
