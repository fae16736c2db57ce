/** The system's Chromium, and pages in it as people have them: a phone each, or one large screen. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

export const phoneSize = { width: 360, height: 740 };
export const screenSize = { width: 1920, height: 1080 };

const waitMs = 60_000;
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export class Pages {
  readonly #browser: Browser;
  /** What went wrong inside the pages: a script that threw, or something that the page's own policy refused. */
  readonly troubles: string[] = [];

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async start(): Promise<Pages> {
    const executablePath = process.env["CHROMIUM"];
    if (executablePath === undefined) throw new Error("no Chromium: test/setup/chromium.ts has not run");
    return new Pages(await chromium.launch({ executablePath, args: flags }));
  }

  /** In a context of its own: nothing is shared with other pages, cookies and storage neither. */
  async open(address: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.#browser.newContext({ locale: "sv-SE", viewport: screenSize, ...options });
    context.setDefaultTimeout(waitMs);
    const page = await context.newPage();
    page.on("pageerror", (error) => this.troubles.push(`${page.url()}: ${error.stack ?? error.message}`));
    page.on("console", (message) => {
      if (/Content.Security.Policy/i.test(message.text())) this.troubles.push(`${page.url()}: ${message.text()}`);
    });
    await page.goto(address);
    return page;
  }

  phone(address: string, options: BrowserContextOptions = {}): Promise<Page> {
    return this.open(address, { viewport: phoneSize, hasTouch: true, ...options });
  }

  async stop(): Promise<void> {
    await this.#browser.close();
  }
}
