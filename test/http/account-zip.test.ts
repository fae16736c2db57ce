import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate/browser";
import { describe, expect, test } from "vitest";
import { AccountBrowser } from "./account-browser.ts";
import { fetchPath, origin } from "./fetch-path.ts";
import { bodyOf, type Created, problemOf, sampleDefinition, TestPoll } from "./poll-client.ts";

async function signedIn(): Promise<AccountBrowser> {
  const browser = new AccountBrowser();
  await browser.newAccount();
  return browser;
}

function sendZip(browser: AccountBrowser, zip: Uint8Array<ArrayBuffer>, type = "application/zip"): Promise<Response> {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  return fetchPath("/api/account/import", {
    method: "POST",
    headers: { origin, cookie, "content-type": type },
    body: zip,
  });
}

const list = (polls: object[]) =>
  strToU8(JSON.stringify({ format: "handupp-account-1", exportedAt: "2026-11-24T00:00:00Z", polls }));
const entry = (path: string, folder: string | null = null) => ({ path, title: "x", folder });
const poll = strToU8(JSON.stringify(sampleDefinition));

/** A zip with one poll, and other files or other contents. */
const zipOf = (files: Zippable) =>
  zipSync({ "account.json": list([entry("polls/0001")]), "polls/0001/poll.json": poll, ...files });

test("an account's zip has definitions, results and ballots, no keys, and comes back as the same polls", async () => {
  const browser = await signedIn();
  const created = await bodyOf<Created>(browser.call("POST", "/api/polls", sampleDefinition), 201);
  await browser.call("PATCH", `/api/account/polls/${created.id}`, { folder: "Våren å" });
  const run = new TestPoll(created);
  await run.stage({ question: "colour" });
  await (await run.attendeeAt("colour")).request({ type: "answer", question: "colour", answer: { choices: ["red"] } });
  await run.close();
  await browser.call("POST", "/api/polls", { ...sampleDefinition, title: "Aldrig körd" });

  const response = await browser.call("GET", "/api/account/export");
  expect(response.headers.get("content-type")).toBe("application/zip");
  const zip = new Uint8Array(await response.arrayBuffer());
  const files = Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, strFromU8(bytes)]));
  const folderOf = (title: string) =>
    JSON.parse(files["account.json"] ?? "").polls.find((one: { title: string }) => one.title === title).path;
  const folder = folderOf("Nätverksmötet");
  expect(JSON.parse(files[`${folder}/run-1/results.json`] ?? "").questions[0].tally.counts).toEqual({
    red: 1,
    blue: 0,
  });
  expect(files[`${folder}/run-1/ballots.csv`]?.trim().split("\n")).toHaveLength(2);
  expect(Object.keys(files)).toHaveLength(6);
  for (const text of Object.values(files)) {
    for (const secret of [created.organiserKey, created.presenterKey]) expect(text).not.toContain(secret);
  }

  const elsewhere = await signedIn();
  const { polls } = await bodyOf<{ polls: { id: string }[] }>(sendZip(elsewhere, zip), 201);
  expect(polls).toHaveLength(2);
  const back = await elsewhere.polls();
  expect(back.map(({ title, folder }) => [title, folder]).sort()).toEqual([
    ["Aldrig körd", null],
    ["Nätverksmötet", "Våren å"],
  ]);
  const again = back.find(({ title }) => title === "Nätverksmötet");
  const own = await bodyOf<object>(elsewhere.call("GET", `/api/polls/${again?.id}`));
  expect(own).toMatchObject({ ...sampleDefinition, status: "draft", run: 0 });
});

describe("a file that is not what it says is refused in words, and nothing of it is stored", () => {
  test.each<[string, Uint8Array<ArrayBuffer>, RegExp]>([
    ["no zip", strToU8("hej"), /zip/],
    ["nothing", new Uint8Array(), /zip/],
    ["another zip", zipSync({ "a.txt": strToU8("a") }), /account\.json/],
    ["a zip cut short", zipOf({}).slice(0, 200), /account\.json|zip|missing|object/],
    ["another format", zipOf({ "account.json": strToU8('{"format":"x"}') }), /format/],
    ["a poll that is not there", zipOf({ "account.json": list([entry("polls/0001"), entry("polls/0002")]) }), /0002/],
    ["a path elsewhere", zipOf({ "account.json": list([entry("../etc")]) }), /path/],
    [
      "a wrong definition",
      zipOf({ "polls/0001/poll.json": strToU8('{"title":""}') }),
      /polls\/0001\/poll\.json: title/,
    ],
    ["no UTF-8", zipOf({ "polls/0001/poll.json": new Uint8Array([0x22, 0xff]) }), /UTF-8/],
    ["a bomb in one file", zipOf({ "polls/0001/poll.json": new Uint8Array(80_000_000) }), /larger/],
    [
      "a bomb in many",
      zipOf(
        Object.fromEntries(
          Array.from({ length: 12 }, (_, n) => [`polls/${n + 10}/poll.json`, new Uint8Array(1_900_000).fill(32)]),
        ),
      ),
      /more than/,
    ],
    [
      "too many files",
      zipOf(Object.fromEntries(Array.from({ length: 20_001 }, (_, n) => [`${n}`, new Uint8Array()]))),
      /files/,
    ],
  ])("%s", async (_, zip, words) => {
    const browser = await signedIn();
    const problem = await problemOf(sendZip(browser, zip), 422);
    expect(problem.detail).toMatch(words);
    expect(await browser.polls()).toEqual([]);
  });

  test("a size that lies", async () => {
    const zip = zipOf({ "polls/0001/poll.json": new Uint8Array(80_000_000) });
    // The declared sizes, in the local and the central header, say ten bytes.
    const view = new DataView(zip.buffer);
    for (let at = 0; at + 4 <= zip.length; at++) {
      if (view.getUint32(at, true) === 80_000_000) view.setUint32(at, 10, true);
    }
    expect((await problemOf(sendZip(await signedIn(), zip), 422)).detail).toMatch(/larger/);
  });

  test("one of another type or too large", async () => {
    const browser = await signedIn();
    await problemOf(sendZip(browser, zipOf({}), "application/json"), 415);
    await problemOf(sendZip(browser, new Uint8Array(16 * 1024 * 1024 + 1)), 413);
    await problemOf(sendZip(new AccountBrowser(), zipOf({})), 401);
  });
});
