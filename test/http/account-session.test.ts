import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { AccountBrowser, sessionCookie } from "./account-browser.ts";
import { bodyOf, problemOf } from "./poll-client.ts";

describe("a session's token", () => {
  const day = 86_400_000;
  const age = (id: string, ms: number) =>
    env.DB.prepare("UPDATE sessions SET made_at = made_at - ?2, renewed_at = renewed_at - ?2 WHERE account = ?1")
      .bind(id, ms)
      .run();

  test("is renewed daily; the old one is good until the new one has come back, and a minute more", async () => {
    const browser = new AccountBrowser();
    const { id } = await browser.newAccount();
    const old = browser.cookies.get(sessionCookie) ?? "";
    expect(await browser.whoAmI()).toBe(id);
    expect(browser.cookies.get(sessionCookie)).toBe(old);
    await age(id, day);
    expect(await browser.whoAmI()).toBe(id);
    const renewed = browser.cookies.get(sessionCookie) ?? "";
    expect(renewed).not.toBe(old);
    const late = new AccountBrowser();
    late.cookies.set(sessionCookie, old);
    expect(await late.whoAmI()).toBe(id);
    // No second new one for what was asked at the same time.
    expect(late.cookies.get(sessionCookie)).toBe(old);
    expect(await browser.whoAmI()).toBe(id);
    const { results } = await env.DB.prepare("SELECT ends_at FROM sessions WHERE account = ? ORDER BY ends_at")
      .bind(id)
      .all<{ ends_at: number }>();
    expect(results).toHaveLength(2);
    expect(results[0]?.ends_at).toBeLessThanOrEqual(Date.now() + 60_000);
    await env.DB.prepare("UPDATE sessions SET ends_at = ?2 WHERE account = ?1 AND renewed_at IS NOT NULL")
      .bind(id, Date.now())
      .run();
    expect(await late.whoAmI()).toBeNull();
    expect(await browser.whoAmI()).toBe(id);
    expect(await bodyOf(browser.call("GET", "/api/account"))).toMatchObject({ sessions: 1 });
  });

  test("that never arrived locks nobody out: the old one gets another", async () => {
    const browser = new AccountBrowser();
    const { id } = await browser.newAccount();
    const old = browser.cookies.get(sessionCookie) ?? "";
    await age(id, day);
    await browser.whoAmI();
    browser.cookies.set(sessionCookie, old);
    await age(id, 120_000);
    expect(await browser.whoAmI()).toBe(id);
    expect(browser.cookies.get(sessionCookie)).not.toBe(old);
  });

  test("that nobody has used for thirty days is over", async () => {
    const browser = new AccountBrowser();
    const { id } = await browser.newAccount();
    await env.DB.prepare("UPDATE sessions SET ends_at = ends_at - ?2 WHERE account = ?1")
      .bind(id, 30 * day)
      .run();
    expect(await browser.whoAmI()).toBeNull();
  });

  test("is another after each sign-in", async () => {
    const browser = new AccountBrowser();
    const { passkey, id } = await browser.newAccount();
    const before = new AccountBrowser();
    before.cookies.set(sessionCookie, browser.cookies.get(sessionCookie) ?? "");
    await browser.signIn(passkey);
    expect(await before.whoAmI()).toBeNull();
    expect(await browser.whoAmI()).toBe(id);
  });
});

describe("other sites' pages", () => {
  test.each([
    ["POST", "/api/account/challenges", { for: "sign-in" }],
    ["POST", "/api/account/session", { recoveryCode: "AAAAA-AAAAA-AAAAA-AAAAA" }],
    ["DELETE", "/api/account/session", undefined],
    ["DELETE", "/api/account/sessions", undefined],
    ["POST", "/api/account/recovery-codes", undefined],
    ["DELETE", "/api/account", { polls: "delete" }],
  ])("can't %s %s", async (method, path, body) => {
    const browser = new AccountBrowser();
    const { id } = await browser.newAccount();
    for (const headers of [
      { origin: "https://other.test" },
      { origin: "http://handupp.test" },
      { origin: "https://handupp.test.other.test" },
      { origin: "null", "sec-fetch-site": "cross-site" },
      { origin: "null" },
    ]) {
      await problemOf(browser.call(method, path, body, headers), 403);
    }
    expect(await browser.whoAmI()).toBe(id);
  });

  test("can't send a form in JSON's place", async () => {
    const browser = new AccountBrowser();
    await browser.newAccount();
    const form = { "content-type": "text/plain" };
    await problemOf(browser.call("PATCH", "/api/account", { name: "x" }, form), 415);
  });
});
