import { evictDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { type Files, verify } from "../../worker/verify/verify.ts";
import { createPoll, type TestPoll } from "../http/poll-client.ts";

const shards = 3;
const shardOf = (poll: TestPoll, shard: number) => env.AUDIENCE_SHARD.getByName(`${poll.id}:${shard}`);
const evictAll = async (poll: TestPoll) => {
  for (let shard = 0; shard < shards; shard++) await evictDurableObject(shardOf(poll, shard));
  await evictDurableObject(env.POLL_ROOM.getByName(poll.id));
};

async function filesOf(poll: TestPoll, run: number): Promise<Files> {
  const text = async (file: string) => (await poll.call("GET", `/${file}?run=${run}`)).text();
  return { results: await text("results.json"), ballots: await text("ballots.csv"), chain: await text("chain.csv") };
}

const entries = ({ chain }: Files) => chain.split("\r\n").length - 2;

test("a run with changes, a clearing, a second round and objects that went to sleep can be checked, live and archived", async () => {
  const poll = await createPoll();
  const lines = await Promise.all(Array.from({ length: 10 }, () => poll.attendee()));
  const all = (question: string, answer: (n: number) => unknown) =>
    Promise.all(lines.map((line, n) => line.answer(question, answer(n))));
  await poll.stage({ question: "colour" });
  await all("colour", (n) => ({ choices: [n % 2 === 0 ? "red" : "blue"] }));
  await evictAll(poll);
  // Changed, two of them twice.
  await all("colour", () => ({ choices: ["red"] }));
  await Promise.all(lines.slice(0, 2).map((line) => line.answer("colour", { choices: ["blue"] })));
  expect(verify(await filesOf(poll, 1)).findings).toEqual([]);

  await poll.stage({ question: "words" });
  await all("words", (n) => ({ words: ["hastverk", `ord ${n}`] }));
  await poll.stage({ answers: "clear" });
  await poll.stage({ voting: "open" });
  await all("words", (n) => ({ words: ["lugn", `ord ${n}`] }));
  await evictAll(poll);
  await poll.stage({ question: "colour", round: 2 });
  await all("colour", () => ({ choices: ["blue"] }));

  const live = await filesOf(poll, 1);
  const report = verify(live);
  expect(report).toMatchObject({ findings: [], ballots: 30, casts: 10 + 10 + 2 + 10 + shards + 10 + 10 });
  expect(live.chain).not.toContain("hastverk");

  await poll.close();
  const closed = await filesOf(poll, 1);
  expect(closed.ballots).toBe(live.ballots);
  expect(verify(closed).findings).toEqual([]);
  await vi.waitFor(async () => {
    const row = await env.DB.prepare("SELECT count(*) AS n FROM casts WHERE poll = ?").bind(poll.id).first();
    expect(row).toEqual({ n: entries(closed) });
  });
  // Another run takes the objects' place, so that what comes now is D1's.
  await poll.startRun();
  await poll.stage({ question: "colour" });
  const again = await poll.attendee();
  await again.answer("colour", { choices: ["red"] });
  expect(await filesOf(poll, 1)).toEqual(closed);
  expect(verify(await filesOf(poll, 2))).toMatchObject({ findings: [], ballots: 1 });
});

test("answers that were cleared in the last moment are in the chain before the run's end", async () => {
  const poll = await createPoll();
  await poll.stage({ question: "colour" });
  await (await poll.attendee()).answer("colour", { choices: ["red"] });
  await poll.stage({ answers: "clear" });
  await poll.close();
  expect((await poll.results()).chain).toMatchObject([{ shard: 0, casts: 2 }]);
  await evictDurableObject(shardOf(poll, 0));
  const files = await filesOf(poll, 1);
  expect(verify(files)).toMatchObject({ findings: [], ballots: 0, casts: 2 });
});

test("answers that were restored count, and nothing of it is in the chain", async () => {
  const poll = await createPoll();
  await poll.stage({ question: "colour" });
  await (await poll.attendee()).answer("colour", { choices: ["red"] });
  await poll.stage({ answers: "clear" });
  await poll.stage({ answers: "restore" });
  expect(verify(await filesOf(poll, 1))).toMatchObject({ findings: [], ballots: 1, casts: 1 });
});

test("an answer that is sent again is one entry, and only organisers read the chain", async () => {
  const poll = await createPoll();
  await poll.stage({ question: "colour" });
  const line = await poll.attendee();
  await line.answer("colour", { choices: ["red"] }, "same");
  await evictDurableObject(shardOf(poll, 0));
  await line.answer("colour", { choices: ["red"] }, "same");
  expect(verify(await filesOf(poll, 1))).toMatchObject({ findings: [], casts: 1 });
  expect((await poll.call("GET", "/chain.csv", { key: poll.presenterKey })).status).toBe(403);
});
