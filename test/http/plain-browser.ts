/** A browser without a script: a cookie, forms, nothing else. */
import { fetchPath } from "./fetch-path.ts";
import type { TestPoll } from "./poll-client.ts";

/** `first` is the page as it came, `html` as it comes now; `post` sends the fields as the page's form would. */
export async function openPage(poll: TestPoll) {
  const page = await fetchPath(`/${poll.code}`);
  const first = await page.text();
  const cookie = (page.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const post = (fields: [string, string][], headers: Record<string, string> = {}) =>
    fetchPath(`/${poll.code}`, {
      method: "POST",
      headers: { cookie, "content-type": "application/x-www-form-urlencoded", ...headers },
      body: new URLSearchParams(fields).toString(),
    });
  const html = async () => (await fetchPath(`/${poll.code}`, { headers: { cookie } })).text();
  return { first, post, html };
}
