/** What most files of browser tests need: one service and one browser, in whose pages nothing may go wrong. */
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { Service } from "../support/service.ts";
import { Pages } from "./browser.ts";

/** There while the tests of a file run that has called `servePages`. */
export let service: Service;
export let pages: Pages;

/** Call it at the top of a test file, before hooks that need either. */
export function servePages(): void {
  beforeAll(async () => {
    service = await Service.start();
    pages = await Pages.start();
  });

  afterEach(() => {
    expect(pages.troubles).toEqual([]);
  });

  afterAll(async () => {
    await pages?.stop();
    await service?.dispose();
  });
}
