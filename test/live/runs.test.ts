import { evictDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { pollOnStage } from "../http/poll-client.ts";

test("sockets and tokens of an earlier run have no vote in the next", async () => {
  const poll = await pollOnStage();
  const stale = await poll.attendee();
  const { token } = await poll.join();
  await poll.close();
  await poll.startRun();
  await poll.stage({ question: "colour" });
  expect((await stale.closed).code).toBe(4401);
  const back = await poll.connect(token);
  expect((await back.closed).code).toBe(4401);
  expect((await poll.results()).joined).toBe(0);
  expect(await poll.tally("colour")).toMatchObject({ answered: 0 });
});

test("answers of one run are not the other's, also after waking", async () => {
  const poll = await pollOnStage();
  expect(await (await poll.attendee()).answer("colour", { choices: ["red"] })).toBe("ack");
  await poll.close();
  await poll.startRun();
  await poll.stage({ question: "colour" });
  expect(await (await poll.attendee()).answer("colour", { choices: ["blue"] })).toBe("ack");
  await evictDurableObject(env.AUDIENCE_SHARD.getByName(`${poll.id}:0`));
  await evictDurableObject(env.POLL_ROOM.getByName(poll.id));
  expect(await poll.tally("colour", 1)).toMatchObject({ counts: { red: 1, blue: 0 } });
  expect(await poll.tally("colour", 2)).toMatchObject({ counts: { red: 0, blue: 1 } });
});

test("refusals are cut short: none is larger than what it refuses", async () => {
  const poll = await pollOnStage();
  const attendee = await poll.attendee();
  const answer = { choices: ["red"], [`${"x".repeat(7000)}`]: 1 };
  const reply = await attendee.request({ type: "answer", question: "colour", answer });
  expect(reply.type === "error" && reply.message.length).toBeLessThan(300);
});

test("a presenter's command that is sent again is acked without effect", async () => {
  const poll = await pollOnStage();
  const presenter = await poll.presenter();
  await presenter.request({ type: "stage", voting: "locked" }, "one");
  await presenter.request({ type: "stage", voting: "open" }, "two");
  expect((await presenter.request({ type: "stage", voting: "locked" }, "one")).type).toBe("ack");
  expect((await poll.stage({})).voting).toBe("open");
});

test("a token with another last character is another token", async () => {
  const poll = await pollOnStage();
  const { token } = await poll.join();
  const others = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"].filter(
    (c) => c !== token.at(-1),
  );
  for (const last of others.slice(0, 20)) {
    expect((await (await poll.connect(token.slice(0, -1) + last)).closed).code).toBe(4401);
  }
});
