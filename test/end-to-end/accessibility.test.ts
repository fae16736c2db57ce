import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Service } from "../support/service.ts";
import { Pages } from "./browser.ts";
import type { Language } from "./phone-hand.ts";
import { tour } from "./tour.ts";

// Two looks in each language: every page meets both sizes and both colour schemes, and each pair of them once.
const looks = {
  sv: [
    { width: 320, colorScheme: "light" },
    { width: 1280, colorScheme: "dark" },
  ],
  en: [
    { width: 320, colorScheme: "dark" },
    { width: 1280, colorScheme: "light" },
  ],
} as const satisfies Record<Language, unknown>;
const rules = JSON.stringify({
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations"],
});

let service: Service;
let pages: Pages;

beforeAll(async () => {
  service = await Service.start();
  pages = await Pages.start();
});

afterAll(async () => {
  await pages?.stop();
  await service?.dispose();
});

test.each<Language>(["sv", "en"])("axe finds nothing on any page, and none scrolls sideways (%s)", async (language) => {
  const found: string[] = [];
  await tour(service.address, pages, language, async (name, page) => {
    for (const { width, colorScheme } of looks[language]) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await drawn(page);
      const where = `${name} at ${width} px, ${colorScheme}`;
      found.push(...(await violations(page)).map((violation) => `${where}: ${violation}`));
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0) found.push(`${where}: scrolls sideways by ${over} px`);
    }
  });
  expect(found).toEqual([]);
  expect(pages.troubles).toEqual([]);
});

/** What depends on the size is drawn once its observers have run and their outcome is painted. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}

async function violations(page: Page): Promise<string[]> {
  // Through the debugger, which the page's policy for scripts does not concern.
  await page.evaluate(axe.source);
  const results = await page.evaluate<AxeResults>(`axe.run(document, ${rules})`);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} ${String(target)} ${failureSummary?.replaceAll(/\s+/g, " ") ?? ""}`,
    ),
  );
}
