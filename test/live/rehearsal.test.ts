import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import type { PollStageFrame } from "../../worker/poll/snapshots.ts";
import {
  bodyOf,
  call,
  createPoll,
  pollOnStage,
  problemOf,
  sampleDefinition,
  type TestPoll,
} from "../http/poll-client.ts";

const roomOf = (poll: TestPoll) => env.POLL_ROOM.getByName(poll.id);
const shardOf = (poll: TestPoll, shard = 0) => env.AUDIENCE_SHARD.getByName(`${poll.id}:${shard}`);

const begin = (poll: TestPoll) =>
  bodyOf<PollStageFrame>(poll.call("POST", "/rehearsal", { key: poll.presenterKey }), 201);
const end = (poll: TestPoll) => bodyOf<PollStageFrame>(poll.call("DELETE", "/rehearsal", { key: poll.presenterKey }));

const joinRehearsal = (poll: TestPoll) => call("POST", "/api/join", { body: { code: poll.code, rehearsal: true } });

/** More attendees than a shard takes. Words leave a cloud besides, and a moderator's decision. */
async function rehearse(poll: TestPoll) {
  await begin(poll);
  await poll.stage({ question: "words" });
  const presenter = await poll.presenter();
  const lines = await Promise.all(Array.from({ length: 6 }, () => poll.attendee()));
  for (const line of lines) expect(await line.answer("words", { words: ["samverkan"] })).toBe("ack");
  await presenter.next("tally", { where: ({ answered }) => answered === 6 });
  await bodyOf(poll.call("POST", "/moderation", { body: { question: "words", action: "hide", entry: "fika" } }));
  return { presenter, lines };
}

/** Every row of every table of an object that mentions the rehearsal: its run, its answers, its cloud. */
async function traces(stub: DurableObjectStub): Promise<string[]> {
  return runInDurableObject(stub, (_object, { storage }) => {
    const tables = storage.sql
      .exec<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '_cf_*'")
      .toArray();
    return tables.flatMap(({ name }) =>
      storage.sql
        .exec(`SELECT * FROM ${name}`)
        .toArray()
        .map((row) => `${name} ${JSON.stringify(row)}`)
        .filter((row) => /-1\b|samverkan|rehearsal:/.test(row)),
    );
  });
}

async function rowsInD1(poll: TestPoll): Promise<number> {
  const counts = await Promise.all(
    ["casts", "runs", "result_parts"].map((table) =>
      env.DB.prepare(`SELECT count(*) AS n FROM ${table} WHERE poll = ?`).bind(poll.id).first<{ n: number }>(),
    ),
  );
  return counts.reduce((sum, row) => sum + (row?.n ?? 0), 0);
}

test("a rehearsal is marked everywhere, and leaves nothing anywhere", async () => {
  const poll = await createPoll();
  const { presenter, lines } = await rehearse(poll);
  expect(await presenter.next("stage")).toMatchObject({ rehearsal: true, run: -1, status: "live" });
  expect(await lines[0]?.next("stage")).toMatchObject({ rehearsal: true });
  expect(await poll.results()).toMatchObject({ rehearsal: true, run: -1, joined: 6 });
  expect(await poll.describe()).toMatchObject({ status: "draft", run: 0 });
  const csv = await poll.call("GET", "/results.csv");
  expect(csv.headers.get("content-disposition")).toContain("results-rehearsal.csv");
  expect((await csv.text()).split("\r\n")[1]).toMatch(/^rehearsal,/);
  expect((await (await poll.call("GET", "/ballots.csv")).text()).split("\r\n")[1]).toMatch(/^rehearsal,words,/);
  expect(await traces(shardOf(poll))).not.toEqual([]);

  const after = await end(poll);
  expect(after).toMatchObject({ run: 1, status: "draft", question: null });
  expect(after).not.toHaveProperty("rehearsal");
  expect(await presenter.next("stage", { where: ({ status }) => status === "draft" })).toMatchObject({ joined: 0 });
  for (const line of lines) expect((await line.closed).code).toBe(4401);
  expect(await traces(roomOf(poll))).toEqual([]);
  for (const shard of [0, 1]) expect(await traces(shardOf(poll, shard))).toEqual([]);
  expect(await rowsInD1(poll)).toBe(0);
  await problemOf(poll.call("GET", "/results.json"), 409);
});

test("the real run after it is run 1, and has nothing of it", async () => {
  const poll = await createPoll();
  await rehearse(poll);
  await end(poll);
  await poll.stage({ question: "words" });
  expect(await (await poll.attendee()).answer("words", { words: ["öppenhet"] })).toBe("ack");
  expect(await poll.close()).toEqual({ run: 1, status: "closed" });
  const results = await poll.results();
  expect(results).toMatchObject({ run: 1, joined: 1 });
  expect(results).not.toHaveProperty("rehearsal");
  expect(JSON.stringify(results)).not.toContain("samverkan");
  expect(results.questions[1]?.cloud?.words).toHaveLength(1);
  await vi.waitFor(async () => {
    const rows = await env.DB.prepare("SELECT answer FROM casts WHERE poll = ?").bind(poll.id).all();
    expect(rows.results).toEqual([{ answer: '{"words":["öppenhet"]}' }]);
  });
});

test("tokens from before and from within it are void after it", async () => {
  const poll = await createPoll();
  const inLobby = await poll.join();
  const waiting = await poll.connect(inLobby.token);
  await begin(poll);
  expect((await waiting.closed).code).toBe(4401);
  const within = await poll.join();
  await end(poll);
  for (const { token } of [inLobby, within]) {
    expect((await (await poll.connect(token)).closed).code).toBe(4401);
  }
  await begin(poll);
  expect((await (await poll.connect(within.token)).closed).code).toBe(4401);
});

test("made-up attendees get into no run", async () => {
  const poll = await createPoll();
  await problemOf(joinRehearsal(poll), 409);
  await poll.stage({ question: "words" });
  await problemOf(joinRehearsal(poll), 409);
  expect((await poll.results()).joined).toBe(0);
  await poll.close();
  await begin(poll);
  expect((await joinRehearsal(poll)).status).toBe(200);
});

test("between two runs it hides the last one's results from nobody, and gives them back", async () => {
  const poll = await pollOnStage();
  expect(await (await poll.attendee()).answer("colour", { choices: ["red"] })).toBe("ack");
  await poll.close();
  const before = await poll.results();
  const ballots = await (await poll.call("GET", "/ballots.csv")).text();
  await rehearse(poll);
  expect(await poll.results(1)).toEqual(before);
  expect(await (await poll.call("GET", "/ballots.csv?run=1")).text()).toBe(ballots);
  expect(await poll.close()).toEqual({ run: 1, status: "closed" });
  expect(await poll.results()).toEqual(before);
  expect((await (await poll.presenter()).next("stage")).joined).toBe(1);
  expect((await poll.startRun()).run).toBe(2);
});

test("it goes on when its objects wake, and a shard that missed its end is wiped all the same", async () => {
  const poll = await createPoll();
  const { lines } = await rehearse(poll);
  await evictDurableObject(roomOf(poll));
  await evictDurableObject(shardOf(poll));
  expect(await poll.results()).toMatchObject({ rehearsal: true, joined: 6 });
  expect(await poll.tally("words")).toMatchObject({ answered: 6 });
  // As if it had been killed before it heard anything.
  await runInDurableObject(roomOf(poll), (_room, { storage }) => {
    storage.sql.exec("INSERT INTO outbox (name, version, attempts, due_at) VALUES ('wipe:-1', 1, 0, 0)");
    const stage = JSON.stringify({ phase: "draft" });
    storage.sql.exec("UPDATE facts SET value = ? WHERE name = 'stage'", stage);
    storage.sql.exec("UPDATE facts SET value = value + 2000 WHERE name IN ('stageSeq', 'seqCeiling')");
  });
  await evictDurableObject(roomOf(poll));
  await runDurableObjectAlarm(roomOf(poll));
  await vi.waitFor(async () => {
    for (const shard of [0, 1]) expect(await traces(shardOf(poll, shard))).toEqual([]);
  });
  expect((await lines[0]?.closed)?.code).toBe(4401);
});

test("an hour without a command ends it", async () => {
  const poll = await createPoll();
  const { lines } = await rehearse(poll);
  await runInDurableObject(roomOf(poll), (_room, { storage }) => {
    storage.sql.exec("UPDATE facts SET value = json_set(value, '$.rehearsal.endsAt', 1) WHERE name = 'stage'");
  });
  await evictDurableObject(roomOf(poll));
  await poll.describe();
  await runDurableObjectAlarm(roomOf(poll));
  expect((await lines[0]?.closed)?.code).toBe(4401);
  await problemOf(poll.call("GET", "/results.json"), 409);
  await vi.waitFor(async () => expect(await traces(shardOf(poll))).toEqual([]));
});

test("rights and states", async () => {
  const poll = await createPoll(sampleDefinition);
  await problemOf(call("POST", `/api/polls/${poll.id}/rehearsal`), 401);
  await problemOf(poll.call("DELETE", "/rehearsal"), 409);
  await begin(poll);
  await problemOf(poll.call("POST", "/rehearsal"), 409);
  await problemOf(poll.call("POST", "/runs"), 409);
  await end(poll);
  await poll.stage({ question: "words" });
  await problemOf(poll.call("POST", "/rehearsal"), 409);
});
