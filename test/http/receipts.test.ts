import { expect, test } from "vitest";
import { ballotDigest } from "../../worker/poll/cast-chain.ts";
import type { Receipts } from "../../worker/poll/receipts.ts";
import { readCsv } from "../export/csv-reader.ts";
import { PlainBrowser } from "./plain-browser.ts";
import { bodyOf, call, createPoll, pollOnStage, problemOf, sampleDefinition, type TestPoll } from "./poll-client.ts";

const receipts = (poll: TestPoll, token: string) => call("GET", `/api/polls/${poll.id}/receipts`, { key: token });
const csv = async (poll: TestPoll, file: string) => readCsv((await (await poll.call("GET", file)).text()).slice(1));

test("an attendee gets the own ballots that count, and finds them in the published files", async () => {
  const poll = await pollOnStage();
  const { token } = await poll.join();
  const line = await poll.connect(token);
  await (await poll.attendee()).answer("colour", { choices: ["blue"] });
  await line.answer("colour", { choices: ["blue"] });
  await line.answer("colour", { choices: ["red"] });
  await poll.stage({ question: "words" });
  await line.answer("words", { words: ["=1+1"] });

  const own = await bodyOf<Receipts>(receipts(poll, token));
  expect(own).toMatchObject({ run: 1, shard: 0, attendee: token.split(".")[2] });
  expect(own.receipts).toMatchObject([
    { question: "colour", answer: '{"choices":["red"]}', number: 3 },
    { question: "words", answer: '{"words":["=1+1"]}', number: 4 },
  ]);
  const [ballots, chain] = [await csv(poll, "/ballots.csv"), await csv(poll, "/chain.csv")];
  for (const { question, answer, castAt, number, digest, salt } of own.receipts) {
    expect(ballots).toContainEqual(["1", question, own.attendee, answer, castAt]);
    expect(chain).toContainEqual(expect.arrayContaining([String(number), digest, own.attendee, salt]));
    expect(ballotDigest({ question, attendee: own.attendee, answer, castAt, salt })).toBe(digest);
  }
});

test("nobody else gets them, and no token of another run", async () => {
  const poll = await pollOnStage();
  const { token } = await poll.join();
  expect((await problemOf(receipts(poll, `${token}x`), 401)).detail).toMatch(/token/);
  await problemOf(receipts(poll, poll.organiserKey), 401);
  await problemOf(call("GET", `/api/polls/${poll.id}/receipts`), 401);
  await problemOf(call("GET", "/api/polls/nope/receipts", { key: token }), 404);
  await poll.close();
  expect(await bodyOf<Receipts>(receipts(poll, token))).toMatchObject({ receipts: [] });
  await poll.startRun();
  await poll.stage({ question: "colour" });
  await problemOf(receipts(poll, token), 401);
});

test("the page about privacy shows a phone its own answers in words, in either language, and strangers nothing", async () => {
  const poll = await pollOnStage({ skippable: true });
  const phone = new PlainBrowser();
  const form = /name="asking" value="([^"]+)"/.exec(await phone.html(`/${poll.code}`))?.[1] ?? "";
  expect((await phone.get(`/privacy?poll=${poll.code}`)).status).toBe(200);
  expect(await phone.html(`/privacy?poll=${poll.code}&lang=sv`)).toContain("Inget svar är sparat än.");
  await phone.post(`/${poll.code}`, [
    ["asking", form],
    ["choice", "red"],
  ]);
  const html = await phone.html(`/privacy?poll=${poll.code}&lang=sv`);
  expect(html).toContain("Det här är ditt kvitto");
  expect(html).toContain("Vilken färg?");
  expect(html).toContain("Röd");
  expect(html).toMatch(/del 0, nummer 1/);
  expect(html).toMatch(/<code>[0-9a-f]{64}<\/code>/);
  expect(html).not.toContain("<script");
  // Changing the language stays with the poll.
  expect(html).toContain(`href="?poll=${poll.code}&amp;lang=en"`);
  expect(await phone.html(`/privacy?poll=${poll.code}&lang=en`)).toContain("This is your receipt");
  for (const stranger of [new PlainBrowser(), phone]) {
    const path = stranger === phone ? "/privacy" : `/privacy?poll=${poll.code}`;
    expect(await stranger.html(path)).not.toMatch(/kvitto|receipt"/);
  }
});

test("the page about privacy says how long this poll's answers are kept", async () => {
  const [usual, short] = [
    await createPoll(),
    await createPoll({ ...sampleDefinition, settings: { retentionDays: 7 } }),
  ];
  const phone = new PlainBrowser();
  const said = async (poll: TestPoll) => {
    await phone.html(`/${poll.code}`);
    return phone.html(`/privacy?poll=${poll.code}&lang=sv`);
  };
  expect(await said(usual)).toContain("raderas 180 dagar efter att omröstningen har stängts, eller efter så många");
  expect(await said(short)).toContain("I den här omröstningen raderas svaren ett och ett 7 dagar efter");
  expect(await new PlainBrowser().html(`/privacy?poll=${short.code}&lang=en`)).toContain("180 days");
});
