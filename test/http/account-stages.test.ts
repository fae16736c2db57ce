import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { Sessions } from "../../worker/store/sessions.ts";
import { AccountBrowser } from "./account-browser.ts";
import { origin } from "./fetch-path.ts";
import { LiveLine, upgrade } from "./live-line.ts";
import { bodyOf, type Created, sampleDefinition } from "./poll-client.ts";

async function stageOf(browser: AccountBrowser, poll: string): Promise<LiveLine> {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const { webSocket } = await upgrade(`/api/polls/${poll}/live`, ["handupp.v1", "account.session"], { origin, cookie });
  if (webSocket === null) throw new Error("no socket");
  return new LiveLine(webSocket);
}

/** A draft of the account's with its stage open here, in a second browser of the account, and by its presenter's key. */
async function openStages() {
  const browser = new AccountBrowser();
  const { passkey, id: account } = await browser.newAccount();
  const second = new AccountBrowser();
  await second.signIn(passkey);
  const poll = await bodyOf<Created>(browser.call("POST", "/api/polls", sampleDefinition), 201);
  const byKey = await upgrade(`/api/polls/${poll.id}/live`, ["handupp.v1", `bearer.${poll.presenterKey}`]);
  if (byKey.webSocket === null) throw new Error("no socket");
  const lines = {
    own: await stageOf(browser, poll.id),
    second: await stageOf(second, poll.id),
    byKey: new LiveLine(byKey.webSocket),
  };
  for (const line of Object.values(lines)) await line.next("stage");
  return { browser, second, passkey, account, poll, lines };
}

describe("the stages that a sign-in has opened, a draft's too, end with", () => {
  test("its sign-out, and no others'", async () => {
    const { browser, lines } = await openStages();
    await browser.call("DELETE", "/api/account/session");
    expect(await lines.own.closed).toMatchObject({ code: 4401 });
    await lines.second.ping();
    await lines.byKey.ping();
  });

  test.each([
    ["signing out everywhere", "/api/account/sessions", undefined],
    ["the account", "/api/account", { polls: "keep" }],
  ])("%s, in every browser", async (_, path, body) => {
    const { browser, lines, poll } = await openStages();
    expect((await browser.call("DELETE", path, body)).status).toBe(204);
    for (const line of [lines.own, lines.second]) expect(await line.closed).toMatchObject({ code: 4401 });
    await lines.byKey.ping();
    expect(await (await stageOf(browser, poll.id)).closed).toMatchObject({ code: 4401 });
  });

  test("the account's leaving of the poll", async () => {
    const { browser, lines, poll } = await openStages();
    await browser.call("DELETE", `/api/account/polls/${poll.id}`);
    for (const line of [lines.own, lines.second]) expect(await line.closed).toMatchObject({ code: 4401 });
    await lines.byKey.ping();
  });

  test("another's sign-in, but not with the same account's", async () => {
    const { browser, passkey, lines } = await openStages();
    await browser.signIn(passkey);
    await lines.own.ping();
    await browser.newAccount();
    expect(await lines.own.closed).toMatchObject({ code: 4401 });
    await lines.second.ping();
  });
});

test("a session that ends while its token is renewed has no follower", async () => {
  const browser = new AccountBrowser();
  const { id } = await browser.newAccount();
  const row = await env.DB.prepare("SELECT hash, family FROM sessions WHERE account = ?")
    .bind(id)
    .first<{ hash: string; family: string }>();
  const session = { hash: row?.hash ?? "", family: row?.family ?? "", account: id, old: true };
  // As if somebody signed out right after D1 has been asked for the first time.
  let ended: Promise<void> | undefined;
  const thenSignsOut = async <T>(asked: Promise<T>): Promise<T> => {
    const answer = await asked;
    ended ??= new Sessions(env.DB).endFamily(session.family);
    await ended;
    return answer;
  };
  const statement = (inner: D1PreparedStatement): D1PreparedStatement =>
    new Proxy(inner, {
      get: (target, name) => {
        if (name === "bind") return (...values: unknown[]) => statement(target.bind(...values));
        return name === "run" ? () => thenSignsOut(target.run()) : Reflect.get(target, name);
      },
    });
  const db = new Proxy(env.DB, {
    get: (target, name) =>
      name === "prepare"
        ? (sql: string) => statement(target.prepare(sql))
        : (statements: D1PreparedStatement[]) => thenSignsOut(target.batch(statements)),
  });
  await new Sessions(db).renew(session, "the-next-one", Date.now());
  expect(await env.DB.prepare("SELECT hash FROM sessions WHERE account = ?").bind(id).all()).toMatchObject({
    results: [],
  });
});
