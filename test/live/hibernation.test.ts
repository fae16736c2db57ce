import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import type { AudienceShard } from "../../worker/live/audience-shard.ts";
import { createPoll, pollOnStage, type TestPoll } from "../http/poll-client.ts";

const roomOf = (poll: TestPoll) => env.POLL_ROOM.getByName(poll.id);
const shardOf = (poll: TestPoll, shard = 0) => env.AUDIENCE_SHARD.getByName(`${poll.id}:${shard}`);

test("a shard that was evicted goes on with its sockets, its ballots and the right tally", async () => {
  const poll = await pollOnStage();
  const presenter = await poll.presenter();
  const [first, second] = [await poll.attendee(), await poll.attendee()];
  expect(await first.answer("colour", { choices: ["red"] }, "mine")).toBe("ack");

  await evictDurableObject(shardOf(poll));

  expect(await second.answer("colour", { choices: ["blue"] })).toBe("ack");
  expect(await first.answer("colour", { choices: ["blue"] }, "mine")).toBe("ack");
  const { tally } = await presenter.next("tally", { where: ({ answered }) => answered === 2 });
  expect(tally).toMatchObject({ counts: { red: 1, blue: 1 } });
});

test("a room that was evicted shows what its shards have, not what its memory had", async () => {
  const poll = await pollOnStage();
  const presenter = await poll.presenter();
  const attendee = await poll.attendee();
  expect(await attendee.answer("colour", { choices: ["red"] })).toBe("ack");
  await presenter.next("tally", { where: ({ answered }) => answered === 1 });

  await evictDurableObject(roomOf(poll));

  const later = await poll.presenter();
  const { tally, seq } = await later.next("tally");
  expect(tally).toMatchObject({ counts: { red: 1, blue: 0 }, answered: 1 });
  // The socket that slept through it gets the same frame, with a seq above all it had.
  const same = await presenter.next("tally", { where: (frame) => frame.seq >= seq });
  expect(same.tally).toEqual(tally);
  expect(presenter.received.map((frame) => ("seq" in frame ? frame.seq : 0))).toEqual(
    presenter.received.map((frame) => ("seq" in frame ? frame.seq : 0)).toSorted((a, b) => a - b),
  );
});

test("both tiers evicted: the stage is as it was, and voting goes on", async () => {
  const poll = await pollOnStage({ resultsOnPhones: true }, { results: "hidden" });
  const attendee = await poll.attendee();
  expect(await attendee.answer("colour", { choices: ["red"] })).toBe("ack");
  await evictDurableObject(shardOf(poll));
  await evictDurableObject(roomOf(poll));

  const newcomer = await poll.attendee();
  expect(await newcomer.next("stage")).toMatchObject({ question: { id: "colour" }, voting: "open", results: "hidden" });
  expect(await attendee.answer("colour", { choices: ["blue"] })).toBe("ack");
  expect((await poll.results()).questions[0]?.tally).toMatchObject({ counts: { red: 0, blue: 1 } });
});

test("objects hibernate after many sockets were opened at the same instant", async () => {
  const poll = await createPoll();
  const lines = await Promise.all(Array.from({ length: 40 }, () => poll.attendee()));
  await poll.stage({ question: "colour" });
  for (let shard = 0; shard < 10; shard++) await evictDurableObject(shardOf(poll, shard));
  const open = await Promise.all(
    Array.from({ length: 10 }, (_, shard) =>
      runInDurableObject(shardOf(poll, shard), (_shard: AudienceShard, state) => state.getWebSockets().length),
    ),
  );
  expect(open.reduce((sum, count) => sum + count, 0)).toBe(40);
  const acks = await Promise.all(lines.map((line) => line.answer("colour", { choices: ["red"] })));
  expect(new Set(acks)).toEqual(new Set(["ack"]));
  expect((await poll.results()).questions[0]?.answered).toBe(40);
});

test("a rebuilt tally equals the live one for every type", async () => {
  const poll = await createPoll();
  const lines = await Promise.all(Array.from({ length: 6 }, () => poll.attendee()));
  const answers = {
    colour: (n: number) => ({ choices: [n % 2 === 0 ? "red" : "blue"] }),
    words: (n: number) => ({ words: ["Höra", n % 3 === 0 ? "höra!" : "hora", `ord ${n}`] }),
    text: (n: number) => ({ text: `Tack, ${n}` }),
    scale: (n: number) => ({ ratings: { food: (n % 5) + 1, talks: n % 2 === 0 ? null : 3 } }),
  };
  for (const [question, answer] of Object.entries(answers)) {
    await poll.stage({ question });
    await Promise.all(lines.map((line, n) => line.answer(question, answer(n + 1))));
    // Changed once, so that the live tally has taken ballots away again.
    await Promise.all(lines.map((line, n) => line.answer(question, answer(n))));
  }
  const live = await poll.results();
  for (let shard = 0; shard < 2; shard++) await evictDurableObject(shardOf(poll, shard));
  await evictDurableObject(roomOf(poll));
  const rebuilt = await poll.results();
  expect(rebuilt.questions).toEqual(live.questions);
});
