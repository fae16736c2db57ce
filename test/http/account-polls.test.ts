import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { AccountPolls } from "../../worker/store/account-polls.ts";
import { AccountBrowser } from "./account-browser.ts";
import { origin } from "./fetch-path.ts";
import { LiveLine, upgrade } from "./live-line.ts";
import { bodyOf, type Created, call, createPoll, problemOf, sampleDefinition } from "./poll-client.ts";

type HandOver = { token: string; link: string; until: string };

async function signedIn(): Promise<AccountBrowser> {
  const browser = new AccountBrowser();
  await browser.newAccount();
  return browser;
}

async function created(browser: AccountBrowser): Promise<Created> {
  return bodyOf(browser.call("POST", "/api/polls", sampleDefinition), 201);
}

async function lineOf(browser: AccountBrowser, poll: string): Promise<LiveLine> {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const protocols = ["handupp.v1", "account.session"];
  const { webSocket } = await upgrade(`/api/polls/${poll}/live`, protocols, { origin, cookie });
  if (webSocket === null) throw new Error("no socket");
  return new LiveLine(webSocket);
}

const offer = (browser: AccountBrowser, poll: string, leave: boolean) =>
  bodyOf<HandOver>(browser.call("POST", `/api/account/polls/${poll}/hand-overs`, { leave }), 201);
const take = (browser: AccountBrowser, token: string) => browser.call("POST", "/api/account/hand-overs", { token });

describe("a poll of an account", () => {
  test("that is created while signed in is in its library, and obeys the session without a key", async () => {
    const browser = await signedIn();
    const { id } = await created(browser);
    expect(await browser.polls()).toMatchObject([
      { id, title: "Nätverksmötet", role: "organiser", folder: null, status: "draft" },
    ]);
    const poll = `/api/polls/${id}`;
    const response = await browser.call("GET", poll);
    expect(response.headers.get("x-handupp-role")).toBe("organiser");
    const title = { ...sampleDefinition, title: "Ny titel" };
    expect(await bodyOf(browser.call("PUT", poll, title))).toMatchObject({ title: "Ny titel" });
    expect((await browser.call("POST", `${poll}/stage`, { question: "words" })).status).toBe(200);
    expect((await browser.call("POST", `${poll}/close`)).status).toBe(200);
    expect((await browser.call("GET", `${poll}/ballots.csv`)).status).toBe(200);
    expect((await browser.call("DELETE", poll)).status).toBe(204);
    expect(await browser.polls()).toEqual([]);
  });

  test("lets its session onto the stage's socket, and nobody else's", async () => {
    const browser = await signedIn();
    const { id } = await created(browser);
    const line = await lineOf(browser, id);
    expect(await line.next("stage")).toMatchObject({ status: "draft", joined: 0 });
    for (const other of [await signedIn(), new AccountBrowser()]) {
      expect(await (await lineOf(other, id)).closed).toMatchObject({ code: 4401 });
    }
  });

  test("is closed to another account, to nobody and to other sites' pages", async () => {
    const browser = await signedIn();
    const { id } = await created(browser);
    const other = await signedIn();
    for (const [method, rest, body] of [
      ["GET", "", undefined],
      ["PUT", "", sampleDefinition],
      ["POST", "/stage", { question: "words" }],
      ["GET", "/results.json", undefined],
      ["GET", "/ballots.csv", undefined],
      ["POST", "/keys", { role: "organiser" }],
      ["DELETE", "", undefined],
    ] as const) {
      await problemOf(other.call(method, `/api/polls/${id}${rest}`, body), 401);
      await problemOf(new AccountBrowser().call(method, `/api/polls/${id}${rest}`, body), 401);
      if (method !== "GET") {
        await problemOf(browser.call(method, `/api/polls/${id}${rest}`, body, { origin: "https://other.test" }), 403);
      }
    }
    await problemOf(other.call("PATCH", `/api/account/polls/${id}`, { folder: "x" }), 404);
    await problemOf(other.call("POST", `/api/account/polls/${id}/hand-overs`, { leave: false }), 404);
    expect((await browser.polls()).map((poll) => poll.id)).toEqual([id]);
  });

  test("a key that is sent goes before the session, a wrong one too", async () => {
    const browser = await signedIn();
    const { id, presenterKey } = await created(browser);
    const path = `/api/polls/${id}`;
    await problemOf(browser.call("DELETE", path, undefined, { authorization: `Bearer ${presenterKey}` }), 403);
    await problemOf(browser.call("GET", path, undefined, { authorization: "Bearer x" }), 401);
  });

  test("is added by either key, as what that key may", async () => {
    const browser = await signedIn();
    const poll = await createPoll();
    const add = (key: string) => browser.call("POST", "/api/account/polls", { id: poll.id, key });
    await problemOf(add("wrong"), 403);
    expect(await bodyOf(add(poll.presenterKey), 201)).toMatchObject({ role: "presenter" });
    expect((await browser.call("GET", `/api/polls/${poll.id}`)).status).toBe(200);
    await problemOf(browser.call("DELETE", `/api/polls/${poll.id}`), 403);
    await problemOf(browser.call("POST", `/api/account/polls/${poll.id}/hand-overs`, { leave: false }), 403);
    await add(poll.organiserKey);
    await add(poll.presenterKey);
    expect((await browser.polls()).map(({ role }) => role)).toEqual(["organiser"]);
  });

  test("lies in a folder, which has a new name with all that is in it, and leaves the library at a word", async () => {
    const browser = await signedIn();
    const [first, second] = [await created(browser), await created(browser)];
    for (const { id } of [first, second])
      await browser.call("PATCH", `/api/account/polls/${id}`, { folder: " Våren " });
    expect((await browser.call("PATCH", "/api/account/folders", { from: "Våren", to: "Hösten" })).status).toBe(204);
    expect((await browser.polls()).map(({ folder }) => folder)).toEqual(["Hösten", "Hösten"]);
    await problemOf(browser.call("PATCH", "/api/account/folders", { from: "Våren", to: "x" }), 404);
    await problemOf(browser.call("PATCH", `/api/account/polls/${first.id}`, { folder: " " }), 422);
    expect((await browser.call("DELETE", `/api/account/polls/${first.id}`)).status).toBe(204);
    expect((await browser.polls()).map(({ id }) => id)).toEqual([second.id]);
    expect((await call("GET", `/api/polls/${first.id}`, { key: first.organiserKey })).status).toBe(200);
  });
});

describe("a hand-over", () => {
  test("makes the other an organiser too, once", async () => {
    const [giver, taker, third] = [await signedIn(), await signedIn(), await signedIn()];
    const { id } = await created(giver);
    const { token, link, until } = await offer(giver, id, false);
    expect(link).toBe(`${origin}/organise#take=${token}`);
    expect(new Date(until).valueOf() - Date.now()).toBeGreaterThan(6.9 * 86_400_000);
    await problemOf(take(giver, token), 404);
    expect(await bodyOf(take(taker, token))).toEqual({ id });
    await problemOf(take(third, token), 404);
    for (const browser of [giver, taker]) expect((await browser.polls()).map((poll) => poll.id)).toEqual([id]);
  });

  test("that leaves takes the poll from the giver, and its open stage with it", async () => {
    const [giver, taker] = [await signedIn(), await signedIn()];
    const { id } = await created(giver);
    const { token } = await offer(giver, id, true);
    const line = await lineOf(giver, id);
    await line.next("stage");
    await take(taker, token);
    expect(await line.closed).toMatchObject({ code: 1012 });
    expect(await giver.polls()).toEqual([]);
    await problemOf(giver.call("GET", `/api/polls/${id}`), 401);
    expect((await taker.polls())[0]).toMatchObject({ id, role: "organiser" });
  });

  test("is void after its time, or once the giver has the poll no longer", async () => {
    const [giver, taker] = [await signedIn(), await signedIn()];
    const { id } = await created(giver);
    const old = await offer(giver, id, false);
    await env.DB.prepare("UPDATE hand_overs SET ends_at = ? WHERE poll = ?").bind(Date.now(), id).run();
    await problemOf(take(taker, old.token), 404);
    const late = await offer(giver, id, false);
    await giver.call("DELETE", `/api/account/polls/${id}`);
    await problemOf(take(taker, late.token), 404);
    await problemOf(take(taker, "x"), 404);
    await problemOf(take(new AccountBrowser(), late.token), 401);
  });
});

test("hand-overs that nobody has taken are listed to organisers, without their links, and taken back", async () => {
  const [giver, taker] = [await signedIn(), await signedIn()];
  const { id } = await created(giver);
  const path = `/api/account/polls/${id}/hand-overs`;
  const first = await offer(giver, id, false);
  const second = await offer(giver, id, true);
  await problemOf(taker.call("GET", path), 404);
  await take(taker, first.token);
  const list = async (browser: AccountBrowser) =>
    (await bodyOf<{ handOvers: { id: string; until: string; createdAt: string }[] }>(browser.call("GET", path)))
      .handOvers;
  const open = await list(taker);
  expect(open).toMatchObject([{ leave: true, until: second.until }]);
  expect(JSON.stringify(open)).not.toContain(second.token);
  expect(Math.abs(Date.parse(open[0]?.createdAt ?? "") - Date.now())).toBeLessThan(60_000);
  await problemOf(giver.call("DELETE", `${path}/other`), 404);
  expect((await giver.call("DELETE", `${path}/${open[0]?.id}`)).status).toBe(204);
  expect(await list(giver)).toEqual([]);
  await problemOf(take(await signedIn(), second.token), 404);
});

describe("a key made anew", () => {
  test("takes the old one's place everywhere, at once", async () => {
    const poll = await createPoll();
    const line = await poll.presenter();
    await line.next("stage");
    const made = await bodyOf<{ key: string; link: string }>(
      poll.call("POST", "/keys", { body: { role: "presenter" } }),
      201,
    );
    expect(made.link).toBe(`${origin}/present/${poll.id}#key=${made.key}`);
    expect(await line.closed).toMatchObject({ code: 1012 });
    await problemOf(poll.call("GET", "", { key: poll.presenterKey }), 401);
    expect((await poll.call("GET", "", { key: made.key })).status).toBe(200);
    expect((await poll.call("GET")).status).toBe(200);
    await problemOf(poll.call("POST", "/keys", { body: { role: "presenter" }, key: made.key }), 403);
    await problemOf(poll.call("POST", "/keys", { body: { role: "attendee" } }), 422);
    const row = await env.DB.prepare("SELECT * FROM polls WHERE id = ?").bind(poll.id).first();
    expect(JSON.stringify(row)).not.toContain(made.key);
  });

  test("ends what others got by the old one: accounts that added it, and open links", async () => {
    const [creator, thief, taker] = [await signedIn(), await signedIn(), await signedIn()];
    const { id, organiserKey } = await created(creator);
    await thief.call("POST", "/api/account/polls", { id, key: organiserKey });
    const { token } = await offer(thief, id, false);
    await bodyOf(creator.call("POST", `/api/polls/${id}/keys`, { role: "organiser" }), 201);
    await problemOf(call("GET", `/api/polls/${id}`, { key: organiserKey }), 401);
    await problemOf(thief.call("GET", `/api/polls/${id}`), 401);
    await problemOf(take(taker, token), 404);
    expect((await creator.polls()).map((poll) => poll.id)).toEqual([id]);
  });

  test("ends hand-overs and publications of the old one, and adds no more accounts by it", async () => {
    const [creator, thief] = [await signedIn(), await signedIn()];
    const { id, organiserKey } = await created(creator);
    await bodyOf(call("POST", `/api/polls/${id}/publication`, { body: {}, key: organiserKey }), 201);
    const account = (await bodyOf<{ id: string }>(thief.call("GET", "/api/account"))).id;
    const { organiser_key_hash: keyHash } =
      (await env.DB.prepare("SELECT organiser_key_hash FROM polls WHERE id = ?")
        .bind(id)
        .first<{ organiser_key_hash: string }>()) ?? {};
    await bodyOf(creator.call("POST", `/api/polls/${id}/keys`, { role: "organiser" }), 201);
    // The room found the key good before, and D1 is asked only now.
    const late = await new AccountPolls(env.DB).add(
      account,
      id,
      { role: "organiser", keyHash: keyHash ?? "" },
      Date.now(),
    );
    expect(late).toBe(false);
    expect(await thief.polls()).toEqual([]);
    expect(await bodyOf(creator.call("GET", `/api/polls/${id}/publication`))).toMatchObject({ published: false });
  });

  test("by a stolen key leaves the account that created the poll its rights", async () => {
    const creator = await signedIn();
    const { id, organiserKey } = await created(creator);
    await bodyOf(call("POST", `/api/polls/${id}/keys`, { body: { role: "organiser" }, key: organiserKey }), 201);
    expect((await creator.call("GET", `/api/polls/${id}`)).status).toBe(200);
  });
});

test("a deleted account may take its polls along, but none that somebody else organises too", async () => {
  const [leaver, other] = [await signedIn(), await signedIn()];
  const [own, shared] = [await created(leaver), await created(leaver)];
  // Nobody who only presents it could delete it.
  await bodyOf(other.call("POST", "/api/account/polls", { id: own.id, key: own.presenterKey }), 201);
  await take(other, (await offer(leaver, shared.id, false)).token);
  await leaver.call("DELETE", "/api/account", { polls: "delete" });
  await problemOf(call("GET", `/api/polls/${own.id}`, { key: own.organiserKey }), 404);
  expect((await call("GET", `/api/polls/${shared.id}`, { key: shared.organiserKey })).status).toBe(200);
  expect((await other.polls()).map(({ id }) => id)).toEqual([shared.id]);
});
