import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { SoftwarePasskey } from "../support/software-authenticator.ts";
import { AccountBrowser, sessionCookie } from "./account-browser.ts";
import { origin } from "./fetch-path.ts";
import { bodyOf, problemOf } from "./poll-client.ts";

type Account = {
  passkeys: { id: string; name: string }[];
  recoveryCodesLeft: number;
  sessions: number;
};

const account = (browser: AccountBrowser) => bodyOf<Account>(browser.call("GET", "/api/account"));

describe("an account", () => {
  test("is made by a passkey, and its cookie is out of every script's and other site's reach", async () => {
    const browser = new AccountBrowser();
    const { id, name, recoveryCodes } = await browser.newAccount();
    expect(name).toBe("Åsa");
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(await browser.whoAmI()).toBe(id);
    expect(await account(browser)).toMatchObject({
      passkeys: [{ name: "Telefonen" }],
      recoveryCodesLeft: 10,
      sessions: 1,
    });
    for (const part of [sessionCookie, "HttpOnly", "Secure", "SameSite=Strict", "Path=/"]) {
      expect(browser.lastCookie).toContain(part);
    }
    expect(browser.lastCookie).not.toContain("Domain");
  });

  test("keeps hashes alone of what opens it", async () => {
    const browser = new AccountBrowser();
    const { id, recoveryCodes } = await browser.newAccount();
    const token = browser.cookies.get(sessionCookie) ?? "";
    const rows = await env.DB.batch(
      ["sessions", "recovery_codes"].map((table) =>
        env.DB.prepare(`SELECT * FROM ${table} WHERE account = ?`).bind(id),
      ),
    );
    const stored = JSON.stringify(rows.map(({ results }) => results));
    expect(token).toMatch(/^[\w-]{43}$/);
    for (const secret of [token, ...recoveryCodes.flatMap((code) => [code, code.replaceAll("-", "")])]) {
      expect(stored).not.toContain(secret);
    }
  });

  test("is signed in to on another browser, and out of on one alone", async () => {
    const [first, second] = [new AccountBrowser(), new AccountBrowser()];
    const { id, passkey } = await first.newAccount();
    expect((await second.signIn(passkey)).status).toBe(200);
    expect(await second.whoAmI()).toBe(id);
    expect((await first.call("DELETE", "/api/account/session")).status).toBe(204);
    expect(first.cookies.has(sessionCookie)).toBe(false);
    expect(await first.whoAmI()).toBeNull();
    expect(await second.whoAmI()).toBe(id);
  });

  test("is signed out everywhere at once", async () => {
    const [first, second] = [new AccountBrowser(), new AccountBrowser()];
    const { passkey } = await first.newAccount();
    await second.signIn(passkey);
    const stolen = new AccountBrowser();
    stolen.cookies.set(sessionCookie, first.cookies.get(sessionCookie) ?? "");
    expect((await second.call("DELETE", "/api/account/sessions")).status).toBe(204);
    for (const browser of [first, second, stolen]) expect(await browser.whoAmI()).toBeNull();
    await problemOf(stolen.call("GET", "/api/account"), 401);
  });

  test("takes no empty or wrong cookie for a session", async () => {
    const browser = new AccountBrowser();
    for (const value of ["", "x", "A".repeat(43), "'; DROP TABLE sessions"]) {
      browser.cookies.set(sessionCookie, value);
      expect(await browser.whoAmI()).toBeNull();
    }
    await problemOf(browser.call("GET", "/api/account/polls"), 401);
  });
});

describe("a passkey is refused", () => {
  const refused = async (browser: AccountBrowser, response: Promise<Response>) => {
    await problemOf(response, 401);
    expect(await browser.whoAmI()).toBeNull();
  };

  test("that was made or signed for another site", async () => {
    const browser = new AccountBrowser();
    const passkey = await SoftwarePasskey.make(origin);
    for (const spoiled of [
      { origin: "https://other.test" },
      { host: "other.test" },
      { origin: "http://handupp.test" },
    ]) {
      const made = await passkey.created(await browser.creationOptions("account"), spoiled);
      await refused(browser, browser.call("POST", "/api/account", { passkey: made }));
    }
    const { passkey: known } = await new AccountBrowser().newAccount();
    for (const spoiled of [{ origin: "https://other.test" }, { host: "other.test" }, { type: "webauthn.create" }]) {
      await refused(browser, browser.signIn(known, spoiled));
    }
  });

  test("whose challenge was answered before, never given out, or meant for something else", async () => {
    const browser = new AccountBrowser();
    const { passkey } = await new AccountBrowser().newAccount();
    const signed = await passkey.signed(await browser.signInOptions());
    expect((await browser.call("POST", "/api/account/session", { passkey: signed })).status).toBe(200);
    const other = new AccountBrowser();
    await refused(other, other.call("POST", "/api/account/session", { passkey: signed }));
    const unknown = await passkey.signed({ challenge: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" });
    await refused(other, other.call("POST", "/api/account/session", { passkey: unknown }));
    const forMaking = await passkey.signed(await other.creationOptions("account"));
    await refused(other, other.call("POST", "/api/account/session", { passkey: forMaking }));
  });

  test("whose challenge was given out more than five minutes ago, by the service's clock", async () => {
    const browser = new AccountBrowser();
    const { passkey } = await new AccountBrowser().newAccount();
    const options = await browser.signInOptions();
    await env.DB.prepare("UPDATE challenges SET ends_at = ? WHERE challenge = ?")
      .bind(Date.now(), options.challenge)
      .run();
    const signed = await passkey.signed(options);
    await refused(browser, browser.call("POST", "/api/account/session", { passkey: signed }));
  });

  test("whose counter went back, as a copy's does", async () => {
    const { passkey } = await new AccountBrowser().newAccount();
    expect((await new AccountBrowser().signIn(passkey, { counter: 7 })).status).toBe(200);
    const copy = new AccountBrowser();
    await refused(copy, copy.signIn(passkey, { counter: 7 }));
    expect((await new AccountBrowser().signIn(passkey, { counter: 8 })).status).toBe(200);
  });

  test("that belongs to nobody, or has another's signature", async () => {
    const browser = new AccountBrowser();
    await refused(browser, browser.signIn(await SoftwarePasskey.make(origin)));
    const { passkey } = await new AccountBrowser().newAccount();
    const forged = {
      ...(await (await SoftwarePasskey.make(origin)).signed(await browser.signInOptions())),
      id: passkey.id,
      rawId: passkey.id,
    };
    await refused(browser, browser.call("POST", "/api/account/session", { passkey: forged }));
  });

  test("that is no passkey at all, field by field", async () => {
    const browser = new AccountBrowser();
    for (const body of [
      {},
      { passkey: null },
      { passkey: { id: "x" } },
      { recoveryCode: 7 },
      { recoveryCode: "x", passkey: {} },
    ]) {
      await problemOf(browser.call("POST", "/api/account/session", body), 422);
    }
    await problemOf(browser.call("POST", "/api/account/challenges", { for: "everything" }), 422);
  });
});

describe("an account's passkeys", () => {
  test("are added, named and removed, but never the last way in", async () => {
    const browser = new AccountBrowser();
    const { passkey: first } = await browser.newAccount();
    const second = await SoftwarePasskey.make(origin);
    const sent = { passkey: await second.created(await browser.creationOptions("passkey")), name: "Nyckeln" };
    expect((await browser.call("POST", "/api/account/passkeys", sent)).status).toBe(201);
    expect((await browser.call("PATCH", `/api/account/passkeys/${second.id}`, { name: "Den blå" })).status).toBe(204);
    expect((await account(browser)).passkeys.map(({ name }) => name)).toEqual(["Telefonen", "Den blå"]);
    expect((await browser.call("DELETE", `/api/account/passkeys/${first.id}`)).status).toBe(204);
    await problemOf(new AccountBrowser().signIn(first), 401);
    const { id } = await new AccountBrowser().newAccount();
    await env.DB.prepare("DELETE FROM recovery_codes WHERE account <> ?").bind(id).run();
    await problemOf(browser.call("DELETE", `/api/account/passkeys/${second.id}`), 409);
    expect((await new AccountBrowser().signIn(second)).status).toBe(200);
  });

  test("begin no other account", async () => {
    const { passkey } = await new AccountBrowser().newAccount();
    const other = new AccountBrowser();
    const made = await passkey.created(await other.creationOptions("account"));
    await problemOf(other.call("POST", "/api/account", { passkey: made }), 409);
    expect(await bodyOf<object>(other.call("GET", "/api/account/session"))).toEqual({ account: null });
  });

  test("are nobody else's to change", async () => {
    const { passkey } = await new AccountBrowser().newAccount();
    const other = new AccountBrowser();
    await other.newAccount();
    await problemOf(other.call("DELETE", `/api/account/passkeys/${passkey.id}`), 404);
    await problemOf(other.call("PATCH", `/api/account/passkeys/${passkey.id}`, { name: "min" }), 404);
  });

  test("that one account began another can't take", async () => {
    const [mine, theirs] = [new AccountBrowser(), new AccountBrowser()];
    await mine.newAccount();
    await theirs.newAccount();
    const passkey = await SoftwarePasskey.make(origin);
    const made = await passkey.created(await mine.creationOptions("passkey"));
    await problemOf(theirs.call("POST", "/api/account/passkeys", { passkey: made }), 401);
  });
});

describe("recovery codes", () => {
  test("sign in once each, however they are typed", async () => {
    const { id, recoveryCodes } = await new AccountBrowser().newAccount();
    const [code = ""] = recoveryCodes;
    const browser = new AccountBrowser();
    expect((await browser.recover(` ${code.toLowerCase().replaceAll("-", " ")}`)).status).toBe(200);
    expect(await browser.whoAmI()).toBe(id);
    expect((await account(browser)).recoveryCodesLeft).toBe(9);
    await problemOf(new AccountBrowser().recover(code), 401);
  });

  test("of a new set take the place of the old", async () => {
    const browser = new AccountBrowser();
    const { recoveryCodes: old } = await browser.newAccount();
    const made = await bodyOf<{ recoveryCodes: string[] }>(browser.call("POST", "/api/account/recovery-codes"), 201);
    await problemOf(new AccountBrowser().recover(old[1] ?? ""), 401);
    expect((await new AccountBrowser().recover(made.recoveryCodes[0] ?? "")).status).toBe(200);
  });

  test("that are wrong are counted by address, right ones are not", async () => {
    const { recoveryCodes } = await new AccountBrowser().newAccount();
    const from = { "cf-connecting-ip": "192.0.2.77" };
    const attempt = (recoveryCode: string) =>
      new AccountBrowser().call("POST", "/api/account/session", { recoveryCode }, from);
    for (let n = 0; n < 10; n++) await problemOf(attempt("AAAAA-AAAAA-AAAAA-AAAAA"), 401);
    const refused = await attempt("AAAAA-AAAAA-AAAAA-AAAAA");
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    await problemOf(refused, 429);
    expect((await attempt(recoveryCodes[0] ?? "")).status).toBe(200);
  });
});

test("a deleted account leaves nothing of itself", async () => {
  const browser = new AccountBrowser();
  const { id, passkey } = await browser.newAccount();
  expect((await browser.call("DELETE", "/api/account", { polls: "keep" })).status).toBe(204);
  expect(await browser.whoAmI()).toBeNull();
  await problemOf(new AccountBrowser().signIn(passkey), 401);
  for (const table of ["passkeys", "sessions", "recovery_codes", "account_polls", "challenges"]) {
    const { results } = await env.DB.prepare(`SELECT * FROM ${table} WHERE account = ?`).bind(id).all();
    expect(results).toEqual([]);
  }
});

test("however many challenges are asked for, D1 keeps the last ten thousand, and whoever signs in now can", async () => {
  const browser = new AccountBrowser();
  const { passkey, id } = await browser.newAccount();
  await env.DB.prepare(
    `INSERT INTO challenges (challenge, purpose, account, name, ends_at)
     WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10500)
     SELECT 'flood-' || i, 'sign-in', NULL, '', ?1 FROM n`,
  )
    .bind(Date.now() + 100_000)
    .run();
  expect((await browser.signIn(passkey)).status).toBe(200);
  expect(await browser.whoAmI()).toBe(id);
  const kept = await env.DB.prepare("SELECT count(*) AS n FROM challenges").first<{ n: number }>();
  expect(kept?.n).toBeLessThanOrEqual(10_000);
  await env.DB.prepare("DELETE FROM challenges WHERE challenge LIKE 'flood-%'").run();
});
