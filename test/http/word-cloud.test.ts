import { evictDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createPoll, sampleDefinition, type TestPoll } from "./poll-client.ts";

const [, words] = sampleDefinition.questions;

/** A poll with its words on stage, which phones get too. */
async function wordsOnStage(): Promise<TestPoll> {
  const poll = await createPoll({
    ...sampleDefinition,
    questions: [{ ...words, id: "words", type: "words", text: "Ord?", resultsOnPhones: true }],
  });
  await poll.stage({ question: "words" });
  return poll;
}

async function give(poll: TestPoll, ...given: string[]): Promise<void> {
  const attendee = await poll.attendee();
  expect(await attendee.answer("words", { words: given })).toBe("ack");
}

const after = (answered: number) => ({ where: (frame: { answered: number }) => frame.answered === answered });

test("a screen that comes late, the results and the closed run show the words where the first screen has them", async () => {
  const poll = await wordsOnStage();
  const first = await poll.presenter();
  await give(poll, "samverkan", "möten");
  await first.next("tally", after(1));
  await give(poll, "samverkan", "fika", "höra");
  await first.next("tally", after(2));
  await give(poll, "Fika", "tid");
  const { cloud } = await first.next("tally", after(3));
  expect(cloud?.words.map(({ word }) => word).sort()).toEqual(["Fika", "höra", "möten", "samverkan", "tid"]);

  const late = await poll.presenter();
  expect((await late.next("tally", after(3))).cloud).toEqual(cloud);
  expect((await poll.results()).questions[0]?.cloud).toEqual(cloud);

  await evictDurableObject(env.POLL_ROOM.getByName(poll.id));
  const afterWaking = await poll.presenter();
  expect((await afterWaking.next("tally", after(3))).cloud).toEqual(cloud);

  await poll.close();
  expect((await poll.results()).questions[0]?.cloud).toEqual(cloud);
});

test("a word stays where it is while others come and grow", async () => {
  const poll = await wordsOnStage();
  const screen = await poll.presenter();
  await give(poll, "samverkan");
  await screen.next("tally", after(1));
  await give(poll, "möten", "tid");
  const before = (await screen.next("tally", after(2))).cloud?.words.find(({ word }) => word === "möten");
  await give(poll, "tid", "fika");
  await screen.next("tally", after(3));
  await give(poll, "samverkan");
  const now = (await screen.next("tally", after(4))).cloud?.words.find(({ word }) => word === "möten");
  expect(now).toMatchObject({ x: before?.x, y: before?.y, colour: before?.colour });
});

test("answers that are cleared leave an empty picture; put back, they stand where they stood", async () => {
  const poll = await wordsOnStage();
  const screen = await poll.presenter();
  await give(poll, "samverkan", "möten");
  await screen.next("tally", after(1));
  await give(poll, "tid", "möten");
  const { cloud } = await screen.next("tally", after(2));
  await poll.stage({ answers: "clear" });
  expect((await screen.next("tally", after(0))).cloud).toMatchObject({ words: [] });
  await poll.stage({ answers: "restore" });
  expect((await screen.next("tally", after(2))).cloud).toEqual(cloud);
});

test("a second round has a picture of its own", async () => {
  const poll = await wordsOnStage();
  await give(poll, "samverkan", "möten");
  await poll.stage({ question: "words", round: 2 });
  await give(poll, "tid");
  const screen = await poll.presenter();
  const { cloud, otherRound } = await screen.next("tally", after(1));
  expect(cloud?.words.map(({ word }) => word)).toEqual(["tid"]);
  expect(otherRound?.cloud?.words.map(({ word }) => word).sort()).toEqual(["möten", "samverkan"]);
  const [result] = (await poll.results()).questions;
  expect(result?.secondRound?.cloud).toEqual(cloud);
  expect(result?.cloud).toEqual(otherRound?.cloud);
});

test("phones get the words without the places", async () => {
  const poll = await wordsOnStage();
  const phone = await poll.attendeeAt("words");
  await give(poll, "samverkan");
  expect(await phone.next("tally", after(1))).not.toHaveProperty("cloud");
});

test("another run begins with an empty picture", async () => {
  const poll = await wordsOnStage();
  await give(poll, "samverkan");
  await poll.close();
  await poll.startRun();
  await poll.stage({ question: "words" });
  const screen = await poll.presenter();
  expect((await screen.next("tally")).cloud).toMatchObject({ words: [], rest: 0 });
});
