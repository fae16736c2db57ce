import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { cutMark } from "../../worker/shared/cut-mark.ts";
import { call, createPoll, pollOnStage, problemOf, sampleDefinition, type TestPoll } from "../http/poll-client.ts";

const day = 86_400_000;
const roomOf = (poll: TestPoll) => env.POLL_ROOM.getByName(poll.id);
const shardOf = (poll: TestPoll) => env.AUDIENCE_SHARD.getByName(`${poll.id}:0`);

const inDatabase = async (poll: TestPoll) =>
  (await env.DB.prepare("SELECT count(*) AS n FROM casts WHERE poll = ?").bind(poll.id).first<{ n: number }>())?.n;

/** Every row of the shard's tables that came with an answer. */
const inShard = (poll: TestPoll) =>
  runInDurableObject(shardOf(poll), (_, { storage }) =>
    ["ballots", "casts", "chains"].map(
      (table) => storage.sql.exec<{ n: number }>(`SELECT count(*) AS n FROM ${table}`).one().n,
    ),
  );

async function votedPoll(settings: object = {}): Promise<TestPoll> {
  const poll = await createPoll({ ...sampleDefinition, settings });
  await poll.stage({ question: "colour" });
  const [first, second] = await Promise.all([poll.attendee(), poll.attendee()]);
  await first.answer("colour", { choices: ["red"] });
  await second.answer("colour", { choices: ["blue"] });
  return poll;
}

async function closedPoll(settings?: object): Promise<TestPoll> {
  const poll = await votedPoll(settings);
  await poll.close();
  return poll;
}

const archived = (poll: TestPoll) =>
  vi.waitFor(async () => expect(await inDatabase(poll)).toBe(2), { timeout: 10_000 });
const ballots = (poll: TestPoll) => poll.call("GET", "/ballots.csv");

/** Lets everything be closed so many days ago, and the service look for what is due. */
async function lookAfter(days: number): Promise<void> {
  const shift = (by: number) =>
    env.DB.prepare("UPDATE runs SET closed_at = closed_at - ?")
      .bind(by * day)
      .run();
  await shift(days);
  await exports.default.scheduled({ cron: "" });
  await shift(-days);
}

test("ballots are erased everywhere and the results stay, with the time of it", async () => {
  const poll = await closedPoll();
  await archived(poll);
  const before = await poll.results();
  expect((await poll.call("DELETE", "/ballots")).status).toBe(204);

  expect(await inDatabase(poll)).toBe(0);
  expect(await inShard(poll)).toEqual([0, 0, 0]);
  expect((await problemOf(ballots(poll), 410)).detail).toMatch(/erased/);
  const { ballotsErasedAt, ...after } = await poll.results();
  expect(after).toEqual(before);
  expect(Date.parse(ballotsErasedAt ?? "")).toBeLessThanOrEqual(Date.now());
  // Once more is no harm, and does not change when it was.
  expect((await poll.call("DELETE", "/ballots")).status).toBe(204);
  expect((await poll.results()).ballotsErasedAt).toBe(ballotsErasedAt);
});

test("ballots that are erased before they are archived never reach D1", async () => {
  const poll = await votedPoll();
  await env.DB.prepare("ALTER TABLE erased_ballots RENAME TO away").run();
  await poll.close();
  // D1 can't take it in: it is not said to be done.
  expect((await poll.call("DELETE", "/ballots")).status).toBe(503);
  await env.DB.prepare("ALTER TABLE away RENAME TO erased_ballots").run();
  await vi.waitFor(async () => expect((await poll.call("DELETE", "/ballots")).status).toBe(204), {
    timeout: 15_000,
    interval: 500,
  });
  await runInDurableObject(shardOf(poll), (shard) => shard.alarm());
  expect(await inDatabase(poll)).toBe(0);
  expect(await inShard(poll)).toEqual([0, 0, 0]);
  expect((await poll.results()).questions[0]?.answered).toBe(2);
});

test.each([
  ["ballots.csv", "/ballots"],
  ["chain.csv", "/ballots"],
  ["results.xlsx", "/ballots"],
  ["ballots.csv", ""],
])("%s breaks off where DELETE %s comes while it is read: it does not end as if it were whole", async (file, what) => {
  const poll = await closedPoll();
  await archived(poll);
  await env.DB.prepare(
    `INSERT INTO casts SELECT poll, run, 9, value, asking, NULL, digest, attendee || value, answer, cast_at, salt
     FROM casts JOIN json_each(?2) WHERE poll = ?1 AND number = 1`,
  )
    .bind(poll.id, JSON.stringify(Array.from({ length: 5000 }, (_, index) => index + 1)))
    .run();
  const whole = (await (await poll.call("GET", `/${file}`)).arrayBuffer()).byteLength;
  expect(whole).toBeGreaterThan(10_000);
  const reader = (await poll.call("GET", `/${file}`)).body?.getReader();
  await reader?.read();
  expect((await poll.call("DELETE", what)).status).toBe(204);
  const rest = async () => {
    const decoder = new TextDecoder();
    for (let text = ""; ; ) {
      const { value, done } = (await reader?.read()) ?? { done: true };
      if (done) return text;
      text += decoder.decode(value, { stream: true });
    }
  };
  // A zip without its end can't be opened.
  if (file === "results.xlsx") await expect(rest()).rejects.toThrow();
  else expect((await rest()).slice(-100)).toContain(cutMark);
});

test("what is erased stays so for an object that has forgotten all", async () => {
  const poll = await closedPoll();
  await archived(poll);
  await poll.call("DELETE", "/ballots");
  await runInDurableObject(roomOf(poll), (_, { storage }) => storage.deleteAll());
  await evictDurableObject(roomOf(poll));
  expect((await ballots(poll)).status).toBe(410);
  expect((await poll.results()).ballotsErasedAt).toBeDefined();
});

test("a live run keeps its ballots, and an earlier one's can be erased alone", async () => {
  const poll = await closedPoll();
  await archived(poll);
  await poll.startRun();
  await poll.stage({ question: "colour" });
  const attendee = await poll.attendee();
  await attendee.answer("colour", { choices: ["red"] });
  await problemOf(poll.call("DELETE", "/ballots?run=2"), 409);
  await problemOf(poll.call("DELETE", "/ballots?run=3"), 404);
  expect((await poll.call("DELETE", "/ballots?run=1")).status).toBe(204);
  expect((await ballots(poll)).status).toBe(200);
  expect((await poll.call("GET", "/ballots.csv?run=1")).status).toBe(410);
  expect((await poll.results()).questions[0]?.answered).toBe(1);
});

test("a draft has none to erase, and nobody but the organiser erases", async () => {
  const draft = await createPoll();
  await problemOf(draft.call("DELETE", "/ballots"), 409);
  const poll = await closedPoll();
  await problemOf(call("DELETE", `/api/polls/${poll.id}/ballots`, { key: poll.presenterKey }), 403);
  await problemOf(call("DELETE", `/api/polls/${poll.id}/ballots`), 401);
});

test("after the days of the poll, or 180, ballots go by themselves", async () => {
  const usual = await closedPoll();
  const short = await closedPoll({ retentionDays: 7 });
  await Promise.all([archived(usual), archived(short)]);
  await lookAfter(6);
  expect([(await ballots(usual)).status, (await ballots(short)).status]).toEqual([200, 200]);
  await lookAfter(8);
  expect([(await ballots(usual)).status, (await ballots(short)).status]).toEqual([200, 410]);
  await lookAfter(179);
  expect((await ballots(usual)).status).toBe(200);
  await lookAfter(181);
  expect((await ballots(usual)).status).toBe(410);
  expect((await usual.results()).questions[0]?.tally).toMatchObject({ counts: { red: 1, blue: 1 } });
});

test("a run that nobody closes is closed once stage and ballots have been quiet as long as they are kept, and a month", async () => {
  const poll = await votedPoll({ retentionDays: 7 });
  const old = (days: number) =>
    env.DB.prepare("UPDATE polls SET updated_at = ?2 WHERE id = ?1")
      .bind(poll.id, Date.now() - days * day)
      .run();
  const look = async () => {
    await exports.default.scheduled({ cron: "" });
    return (await poll.results()).status;
  };
  await old(31);
  // The room knows of a later change of its stage, and then a shard of later ballots.
  expect(await look()).toBe("live");
  await runInDurableObject(roomOf(poll), (_, { storage }) =>
    storage.sql.exec("UPDATE facts SET value = '0' WHERE name = 'movedAt'"),
  );
  await evictDurableObject(roomOf(poll));
  expect(await look()).toBe("live");
  await runInDurableObject(shardOf(poll), (_, { storage }) =>
    storage.sql.exec("UPDATE ballots SET cast_at = ?", Date.now() - 31 * day),
  );
  await old(29);
  expect(await look()).toBe("live");
  await old(31);
  expect(await look()).toBe("closed");
  expect((await poll.results()).questions[0]?.answered).toBe(2);
  expect((await ballots(poll)).status).toBe(200);
});

test.each([0, -1, 3651, 1.5, "7", null])("%j days are refused", async (retentionDays) => {
  const refused = await problemOf(
    call("POST", "/api/polls", { body: { ...sampleDefinition, settings: { retentionDays } } }),
    422,
  );
  expect(refused.errors?.map(({ path }) => path)).toEqual(["settings.retentionDays"]);
});

test("who still has the closed poll open is not shown a count of nothing", async () => {
  const poll = await pollOnStage({ resultsOnPhones: true });
  const attendee = await poll.attendee();
  await attendee.answer("colour", { choices: ["red"] });
  await poll.close();
  await attendee.next("stage", { where: ({ status }) => status === "closed" });
  await poll.call("DELETE", "/ballots");
  const stage = await attendee.next("stage", { where: ({ question }) => question === null });
  expect(stage).toMatchObject({ question: null, results: "hidden" });
  expect(stage.answer).toBeUndefined();
});
