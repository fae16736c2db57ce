import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const rules = JSON.stringify({
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations"],
});

/** What axe finds on the page as it is now, a line each. */
export async function violations(page: Page): Promise<string[]> {
  // Through the debugger, which the page's policy for scripts does not concern.
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe.source);
  const results = await page.evaluate<AxeResults>(`axe.run(document, ${rules})`);
  if (results.passes.length === 0) throw new Error("axe looked at nothing");
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} ${String(target)} ${failureSummary?.replaceAll(/\s+/g, " ") ?? ""}`,
    ),
  );
}
