import { mkdir } from "node:fs/promises";
import { test } from "vitest";
import { Service } from "../support/service.ts";
import { Pages, phoneSize, screenSize } from "./browser.ts";
import type { Language } from "./phone-hand.ts";
import { tour } from "./tour.ts";

// For people's eyes: SCREENSHOTS=1 saves every page and state to test-results/screens.

const folder = new URL("../../test-results/screens/", import.meta.url).pathname;
const looks = [
  { name: "360-light", viewport: phoneSize, colorScheme: "light" },
  { name: "1920-light", viewport: screenSize, colorScheme: "light" },
  { name: "1920-dark", viewport: screenSize, colorScheme: "dark" },
  { name: "1280-dark", viewport: { width: 1280, height: 720 }, colorScheme: "dark" },
  { name: "3840-light", viewport: { width: 3840, height: 2160 }, colorScheme: "light" },
  { name: "1024-contrast", viewport: { width: 1024, height: 768 }, colorScheme: "light", contrast: "more" },
] as const;

test.runIf(process.env["SCREENSHOTS"] === "1").each<Language>(["sv", "en"])(
  "a picture of every page (%s)",
  async (language) => {
    await mkdir(folder, { recursive: true });
    const service = await Service.start();
    const pages = await Pages.start();
    try {
      await tour(service.address, pages, language, async (state, page) => {
        for (const { name, viewport, colorScheme, ...look } of looks) {
          await page.setViewportSize(viewport);
          await page.emulateMedia({
            colorScheme,
            contrast: "contrast" in look ? look.contrast : "no-preference",
            reducedMotion: "reduce",
          });
          await page.evaluate(() => document.fonts.ready);
          await page.screenshot({ path: `${folder}${state}-${language}-${name}.png`, animations: "disabled" });
        }
      });
    } finally {
      await pages.stop();
      await service.dispose();
    }
  },
  // Some hundreds of pictures, of four megapixels and more.
  900_000,
);
