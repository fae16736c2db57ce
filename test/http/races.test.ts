import { expect, test } from "vitest";
import { createPoll, pollOnStage, type TestPoll } from "./poll-client.ts";

const red = { choices: ["red"] };

/** Nine attendees, in three shards, each answering while `meanwhile` happens. Returns how many were acked. */
async function ackedDuring(poll: TestPoll, meanwhile: () => Promise<unknown>): Promise<number> {
  const attendees = await Promise.all(Array.from({ length: 9 }, () => poll.attendeeAt("colour")));
  const [replies] = await Promise.all([
    Promise.all(attendees.flatMap((attendee) => ["a", "b", "c"].map((ref) => attendee.answer("colour", red, ref)))),
    meanwhile(),
  ]);
  for (const reply of replies) expect(["ack", "locked", "not-on-stage"]).toContain(reply);
  return new Set(replies.flatMap((reply, index) => (reply === "ack" ? [Math.floor(index / 3)] : []))).size;
}

test("answers that race with the lock are acked and counted, or neither", async () => {
  const poll = await pollOnStage();
  const acked = await ackedDuring(poll, () => poll.stage({ voting: "locked" }));
  expect(await poll.tally("colour")).toMatchObject({ answered: acked, counts: { red: acked } });
});

test("answers that race with the close are acked and in the results, or neither", async () => {
  const poll = await pollOnStage();
  const acked = await ackedDuring(poll, () => poll.close());
  expect(await poll.tally("colour")).toMatchObject({ answered: acked, counts: { red: acked } });
  const ballots = await (await poll.call("GET", "/ballots.csv")).text();
  expect(ballots.trim().split("\r\n")).toHaveLength(1 + acked);
});

test("many who join at the same instant are counted, each in a place of its own", async () => {
  const poll = await createPoll();
  const joined = await Promise.all(Array.from({ length: 25 }, () => poll.join()));
  expect(new Set(joined.map(({ token }) => token)).size).toBe(25);
  await poll.stage({ question: "colour" });
  const lines = await Promise.all(joined.map(({ token }) => poll.connect(token)));
  expect(await Promise.all(lines.map((line) => line.answer("colour", red)))).toEqual(Array(25).fill("ack"));
  expect(await poll.results()).toMatchObject({ joined: 25, questions: [{ answered: 25 }, {}, {}, {}] });
});

test("of two presenters the later command stands, for both and every phone", async () => {
  const poll = await pollOnStage();
  const [one, two, attendee] = [await poll.presenter(), await poll.presenter(), await poll.attendee()];
  await Promise.all([
    one.request({ type: "stage", question: "words" }),
    two.request({ type: "stage", question: "text" }),
    one.request({ type: "stage", question: "scale" }),
  ]);
  const last = (await poll.stage({ results: "hidden" })).question?.id;
  for (const line of [one, two, attendee]) {
    expect((await line.next("stage", { where: ({ results }) => results === "hidden" })).question?.id).toBe(last);
  }
});
