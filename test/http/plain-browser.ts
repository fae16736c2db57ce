/** A browser without a script: cookies, forms, nothing else. */
import { fetchPath } from "./fetch-path.ts";
import type { TestPoll } from "./poll-client.ts";

type Fields = [string, string][];

/** Keeps what it is told to keep, and follows no redirect by itself. */
export class PlainBrowser {
  readonly cookies = new Map<string, string>();

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#kept(await fetchPath(path, { headers: { cookie: this.#cookie(), ...headers } }));
  }

  async html(path: string, headers: Record<string, string> = {}): Promise<string> {
    return (await this.get(path, headers)).text();
  }

  async post(path: string, fields: Fields = [], headers: Record<string, string> = {}): Promise<Response> {
    const form = { cookie: this.#cookie(), "content-type": "application/x-www-form-urlencoded" };
    const body = new URLSearchParams(fields).toString();
    return this.#kept(await fetchPath(path, { method: "POST", headers: { ...form, ...headers }, body }));
  }

  #kept(response: Response): Response {
    for (const set of response.headers.getSetCookie()) {
      const [name = "", value = ""] = set.split(";")[0]?.split("=") ?? [];
      this.cookies.set(name, value);
    }
    return response;
  }

  #cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }
}

/** What is read on the page, without what its script would get: that has every text that may be said. */
export function markupOf(html: string): string {
  return html.split('<script type="application/json"')[0] ?? "";
}

/** `first` is the page as it came, `html` as it comes now; `post` sends the fields as the page's form would. */
export async function openPage(poll: TestPoll) {
  const browser = new PlainBrowser();
  const path = `/${poll.code}`;
  const html = async () => markupOf(await browser.html(path));
  const first = await html();
  const post = (fields: Fields, headers: Record<string, string> = {}) => browser.post(path, fields, headers);
  return { browser, first, html, post };
}
