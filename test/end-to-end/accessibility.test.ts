import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { Language } from "./phone-hand.ts";
import { pages, servePages, service } from "./served-pages.ts";
import { tour } from "./tour.ts";
import { violations } from "./violations.ts";

// One look a state and language, in turn: over both languages every state is seen in both sizes and both colour schemes.
// Attendees' pages and the stage are seen in more of them, see below.
const looks = {
  sv: [
    { width: 320, colorScheme: "light" },
    { width: 1280, colorScheme: "light" },
    { width: 320, colorScheme: "dark" },
    { width: 1280, colorScheme: "dark" },
  ],
  en: [
    { width: 1280, colorScheme: "dark" },
    { width: 320, colorScheme: "dark" },
    { width: 1280, colorScheme: "light" },
    { width: 320, colorScheme: "light" },
  ],
} as const satisfies Record<Language, unknown>;
servePages();

/** Each state of the stage is looked at in all three, in one of the languages. */
const stageThemes = [
  { colorScheme: "light", contrast: "no-preference" },
  { colorScheme: "dark", contrast: "no-preference" },
  { colorScheme: "light", contrast: "more" },
] as const;
/** Each state of what attendees meet is looked at in both at 320 px, in both languages. */
const phoneThemes = stageThemes.slice(0, 2);

// Some fifty states, the stage's three times over: it may take long on a machine that does other things besides.
const timeout = 400_000;

test.each<Language>(["sv", "en"])(
  "axe finds nothing on any page, and none scrolls sideways (%s)",
  { timeout },
  async (language) => {
    const found: string[] = [];
    let state = 0;
    await tour(service.address, pages, language, async (name, page) => {
      const look = looks[language][state++ % looks[language].length] ?? looks[language][0];
      await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: "reduce" });
      const resize = async (width: number) => {
        await page.setViewportSize({ width, height: 800 });
        await drawn(page);
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (over > 0) found.push(`${name} at ${width} px scrolls sideways by ${over} px`);
      };
      const isPhones = /^(vote-|home|privacy|accessibility)/.test(name);
      const isStages = language === "sv" && /^(stage|remote)-/.test(name);
      const width = isPhones ? 320 : look.width;
      const own = [{ colorScheme: look.colorScheme, contrast: "no-preference" as const }];
      const themes = isPhones ? phoneThemes : isStages ? stageThemes : own;
      for (const tried of new Set([look.width, 320, width])) await resize(tried);
      if (page.viewportSize()?.width !== width) await resize(width);
      for (const [index, theme] of themes.entries()) {
        await page.emulateMedia({ ...theme, reducedMotion: "reduce" });
        const told = `${name} at ${width} px, ${theme.colorScheme}, contrast ${theme.contrast}`;
        const held = await violations(page, index === 0 ? "all" : "colours");
        found.push(...held.map((one) => `${told}: ${one}`));
      }
      await page.emulateMedia({ contrast: "no-preference" });
    });
    expect(found).toEqual([]);
  },
);

/** What depends on the size is drawn once its observers have run and their outcome is painted. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}
