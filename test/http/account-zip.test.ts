import { env } from "cloudflare:workers";
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate/browser";
import { describe, expect, test } from "vitest";
import { newPoll, readDefinition } from "../../worker/http/new-poll.ts";
import { limits } from "../../worker/shared/limits.ts";
import { Imports } from "../../worker/store/imports.ts";
import { verify } from "../../worker/verify/verify.ts";
import { AccountBrowser } from "./account-browser.ts";
import { fetchPath, origin } from "./fetch-path.ts";
import { LiveLine } from "./live-line.ts";
import { bodyOf, type Created, call, problemOf, sampleDefinition, TestPoll } from "./poll-client.ts";

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
  const again = back.find(({ title }) => title === "Nätverksmötet")?.id ?? "";
  const own = await bodyOf<object>(elsewhere.call("GET", `/api/polls/${again}`));
  expect(own).toMatchObject({ ...sampleDefinition, status: "closed", run: 1 });

  const at = `/api/polls/${again}`;
  const results = JSON.parse(files[`${folder}/run-1/results.json`] ?? "");
  expect(await bodyOf<object>(elsewhere.call("GET", `${at}/results.json`))).toEqual({
    ...results,
    poll: again,
    origin: { poll: created.id, importedAt: expect.any(String) },
  });
  const textOf = async (name: string) => (await elsewhere.call("GET", `${at}/${name}`)).text();
  const [ballots, chain] = [await textOf("ballots.csv"), await textOf("chain.csv")];
  expect(ballots).toBe(files[`${folder}/run-1/ballots.csv`]);
  expect(chain).toBe(files[`${folder}/run-1/chain.csv`]);
  expect(verify({ results: await textOf("results.json"), ballots, chain }).findings).toEqual([]);

  // Its room knows of the run what D1 does.
  const { key } = await bodyOf<{ key: string }>(elsewhere.call("POST", `${at}/keys`, { role: "presenter" }), 201);
  expect(await (await LiveLine.open(again, key)).next("stage")).toMatchObject({ status: "closed", joined: 1 });

  // It is a poll like any other: a question that has answers keeps its type, and the next run is the second.
  const other = { ...sampleDefinition, questions: [{ id: "colour", type: "text", text: "Färg?" }] };
  await problemOf(elsewhere.call("PUT", at, other), 409);
  expect(await bodyOf<object>(elsewhere.call("POST", `${at}/runs`), 201)).toMatchObject({ run: 2 });

  const third = await signedIn();
  const copy = new Uint8Array(await (await elsewhere.call("GET", "/api/account/export")).arrayBuffer());
  expect(await bodyOf<object>(sendZip(third, copy), 201)).toMatchObject({ runs: 1, leftRuns: 1 });
});

test("ballots that don't fit what was cast are told by line, and nothing comes in", async () => {
  const browser = await signedIn();
  const run = new TestPoll(await bodyOf<Created>(browser.call("POST", "/api/polls", sampleDefinition), 201));
  await run.stage({ question: "colour" });
  await (await run.attendeeAt("colour")).request({ type: "answer", question: "colour", answer: { choices: ["red"] } });
  await run.close();
  const zip = new Uint8Array(await (await browser.call("GET", "/api/account/export")).arrayBuffer());
  const altered = (file: string, from: string, to: string) => {
    const files = unzipSync(zip);
    const name = `polls/0001/run-1/${file}`;
    const text = strFromU8(files[name] ?? new Uint8Array());
    expect(text).toContain(from);
    return zipSync({ ...files, [name]: strToU8(text.replace(from, to)) });
  };
  const elsewhere = await signedIn();
  const refused = async (changed: Uint8Array<ArrayBuffer>) =>
    (await problemOf(sendZip(elsewhere, changed), 422)).detail;
  expect(await refused(altered("ballots.csv", "red", "blue"))).toMatch(/run-1\/ballots\.csv: line 2/);
  expect(await refused(altered("results.json", '"red": 1', '"red": 2'))).toMatch(/run-1\/results\.json: colour/);
  expect(await refused(altered("results.json", '"blue": 0', '"green": 0'))).toMatch(/options/);
  expect(await refused(altered("results.json", '"joined": 1', '"joined": "1"'))).toMatch(/joined/);
  expect(await elsewhere.polls()).toEqual([]);
  const { results } = await env.DB.prepare("SELECT poll FROM imports").all();
  expect(results).toEqual([]);
});

test("results whose ballots are erased come back alone", async () => {
  const browser = await signedIn();
  const run = new TestPoll(await bodyOf<Created>(browser.call("POST", "/api/polls", sampleDefinition), 201));
  await run.stage({ question: "colour" });
  await run.close();
  await browser.call("DELETE", `/api/polls/${run.id}/ballots`);
  const zip = new Uint8Array(await (await browser.call("GET", "/api/account/export")).arrayBuffer());
  const elsewhere = await signedIn();
  const { polls } = await bodyOf<{ polls: { id: string }[] }>(sendZip(elsewhere, zip), 201);
  const at = `/api/polls/${polls[0]?.id}`;
  expect(await bodyOf<object>(elsewhere.call("GET", `${at}/results.json`))).toHaveProperty("ballotsErasedAt");
  await problemOf(elsewhere.call("GET", `${at}/ballots.csv`), 410);
});

test("an import that was cut off is found by nobody, and gone after a while", async () => {
  const definition = readDefinition(sampleDefinition);
  if (!definition.ok) throw new Error("the sample is a definition");
  const { record } = await newPoll(definition.value);
  const imports = new Imports(env.DB);
  await imports.begin({ ...record, code: "9999999999" });
  await problemOf(call("POST", "/api/join", { body: { code: "9999999999" } }), 404);
  await problemOf(call("GET", `/api/polls/${record.id}`, { key: "k".repeat(32) }), 404);
  await imports.dropBegunBefore(record.updatedAt);
  expect(await env.DB.prepare("SELECT id FROM polls WHERE id = ?").bind(record.id).first()).not.toBeNull();
  await imports.dropBegunBefore(record.updatedAt + 1);
  expect(await env.DB.prepare("SELECT id FROM polls WHERE id = ?").bind(record.id).first()).toBeNull();
});

describe("a file that is not what it says is refused in words, and nothing of it is stored", () => {
  test.each<[string, Uint8Array<ArrayBuffer>, RegExp]>([
    ["no zip", strToU8("hej"), /zip/],
    ["nothing", new Uint8Array(), /zip/],
    ["another zip", zipSync({ "a.txt": strToU8("a") }), /account\.json/],
    ["a zip cut short", zipOf({}).slice(0, 200), /0001/],
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
    ["runs before their poll", zipSync({ "polls/0001/run-1/results.json": poll, "account.json": list([]) }), /before/],
    ["results that are none", zipOf({ "polls/0001/run-1/results.json": poll }), /run-1\/results\.json/],
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
    await problemOf(sendZip(browser, new Uint8Array(limits.importBytes + 1)), 413);
    await problemOf(sendZip(new AccountBrowser(), zipOf({})), 401);
  });
});
