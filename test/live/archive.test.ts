import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import type { ShardConfig } from "../../worker/poll/links.ts";
import { pollOnStage, type TestPoll } from "../http/poll-client.ts";

const roomOf = (poll: TestPoll) => env.POLL_ROOM.getByName(poll.id);
const shardOf = (poll: TestPoll, shard = 0) => env.AUDIENCE_SHARD.getByName(`${poll.id}:${shard}`);
const archivedBallots = async (poll: TestPoll) =>
  (await env.DB.prepare("SELECT count(*) AS n FROM casts WHERE poll = ?").bind(poll.id).first<{ n: number }>())?.n;

const ballotsOf = async (poll: TestPoll, run?: number) =>
  (await poll.call("GET", `/ballots.csv${run === undefined ? "" : `?run=${run}`}`)).text();

async function votedPoll(voters: number): Promise<TestPoll> {
  const poll = await pollOnStage();
  const lines = await Promise.all(Array.from({ length: voters }, () => poll.attendee()));
  await Promise.all(lines.map((line) => line.answer("colour", { choices: ["red"] })));
  return poll;
}

test("a closed run reaches D1 with all its ballots, and is the same from there", async () => {
  const poll = await votedPoll(9);
  await poll.close();
  const results = await poll.results();
  const ballots = await ballotsOf(poll);
  await vi.waitFor(async () => expect(await archivedBallots(poll)).toBe(9), { timeout: 10_000 });
  // Another run takes the objects' place; the first one stays downloadable.
  await poll.startRun();
  expect(await poll.results(1)).toEqual(results);
  expect(await ballotsOf(poll, 1)).toBe(ballots);
  expect((await poll.results()).questions[0]?.answered).toBe(0);
});

test("D1 failing delays the archive, never the vote nor the results", async () => {
  const poll = await votedPoll(5);
  await env.DB.prepare("ALTER TABLE runs RENAME TO runs_away").run();
  await evictDurableObject(shardOf(poll));
  await poll.close();
  expect((await poll.results()).questions[0]?.tally).toMatchObject({ counts: { red: 5, blue: 0 } });
  await poll.startRun();
  expect((await poll.results(1)).questions[0]?.answered).toBe(5);
  expect(await archivedBallots(poll)).toBe(0);

  await env.DB.prepare("ALTER TABLE runs_away RENAME TO runs").run();
  await vi.waitFor(
    async () => {
      await runDurableObjectAlarm(roomOf(poll));
      expect(await archivedBallots(poll)).toBe(5);
    },
    { timeout: 15_000, interval: 500 },
  );
  expect((await poll.results(1)).questions[0]?.answered).toBe(5);
});

test("a word of the room that waits through an erasing in the shard leaves nothing there", async () => {
  const poll = await pollOnStage();
  const { token } = await poll.join();
  const left = await runInDurableObject(shardOf(poll), async (shard, { storage }) => {
    const [row] = storage.sql.exec<{ value: string }>("SELECT value FROM facts WHERE name = 'config'").toArray();
    const config: ShardConfig = JSON.parse(row?.value ?? "");
    const { sync } = storage;
    let syncing = () => {};
    const begun = new Promise<void>((resolve) => {
      syncing = resolve;
    });
    let release = () => {};
    storage.sync = () =>
      new Promise((resolve) => {
        release = resolve;
        syncing();
      });
    void shard
      .cast(poll.id, 0, token, { ref: "a", question: "colour", answer: { choices: ["red"] } })
      .catch(() => undefined);
    await begun;
    const told = shard.configure({ ...config, run: config.run + 1, seq: config.seq + 1000 });
    await shard.erase();
    release();
    await told.catch(() => undefined);
    storage.sync = sync;
    return storage.sql.exec<{ name: string }>("SELECT name FROM sqlite_master WHERE name = 'facts'").toArray();
  });
  expect(left).toEqual([]);
});

test("deleting a poll leaves nothing of it in D1 nor in its objects", async () => {
  const poll = await votedPoll(6);
  await poll.close();
  await vi.waitFor(async () => expect(await archivedBallots(poll)).toBe(6), { timeout: 10_000 });
  const presenter = await poll.presenter();
  expect((await poll.call("DELETE")).status).toBe(204);
  expect((await presenter.closed).code).toBe(4404);
  expect((await poll.call("GET")).status).toBe(404);
  for (const table of ["casts", "runs", "result_parts"]) {
    const row = await env.DB.prepare(`SELECT count(*) AS n FROM ${table} WHERE poll = ?`).bind(poll.id).first();
    expect(row).toEqual({ n: 0 });
  }
  expect(await shardOf(poll).casts(1, 0, 10)).toEqual([]);
});
