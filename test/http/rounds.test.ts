/** A question asked twice, and answers cleared: what attendees, presenters, results and ballots make of it. */
import { expect, test } from "vitest";
import { readCsv } from "../export/csv-reader.ts";
import { call, pollOnStage, problemOf, type TestPoll } from "./poll-client.ts";

const red = { type: "answer", question: "colour", answer: { choices: ["red"] } };
const blue = { type: "answer", question: "colour", answer: { choices: ["blue"] } };

async function ballots(poll: TestPoll, run?: number): Promise<(string | undefined)[][]> {
  const response = await poll.call("GET", `/ballots.csv${run === undefined ? "" : `?run=${run}`}`);
  return readCsv(await response.text())
    .slice(1)
    .map(([, question, , answer]) => [question, answer]);
}

test("a second round begins empty, the first is kept, and both are in every result", async () => {
  const poll = await pollOnStage();
  const attendee = await poll.attendeeAt("colour");
  expect(await attendee.request(red)).toMatchObject({ type: "ack" });
  await poll.stage({ round: 2 });
  const second = await attendee.next("stage", { where: ({ round }) => round === 2 });
  expect(second).toMatchObject({ asking: "colour~2.0", voting: "open" });
  expect(second).not.toHaveProperty("answer");
  expect(await attendee.request(blue)).toMatchObject({ type: "ack" });

  const presenter = await poll.presenter();
  expect(await presenter.next("stage")).toMatchObject({ round: 2, rounds: 2 });
  expect(await presenter.next("tally", { where: ({ answered }) => answered === 1 })).toMatchObject({
    tally: { counts: { red: 0, blue: 1 } },
    otherRound: { round: 1, answered: 1, tally: { counts: { red: 1, blue: 0 } } },
  });
  const expected = {
    answered: 1,
    tally: { counts: { red: 1, blue: 0 } },
    secondRound: { answered: 1, tally: { counts: { red: 0, blue: 1 } } },
  };
  expect((await poll.results()).questions[0]).toMatchObject(expected);
  await poll.close();
  expect((await poll.results()).questions[0]).toMatchObject(expected);
  expect(await ballots(poll)).toEqual([
    ["colour", '{"choices":["red"]}'],
    ["colour~2", '{"choices":["blue"]}'],
  ]);
  const csv = readCsv(await (await poll.call("GET", "/results.csv")).text());
  expect(csv.filter(([, , , , item]) => item === "Röd").map((row) => [row[1], row[5]])).toEqual([
    ["colour", "1"],
    ["colour~2", "0"],
  ]);
  await poll.startRun();
  expect(await poll.stage({ question: "colour" })).toMatchObject({ round: 1, asking: "colour~1.0" });
});

test("an answer that names its asking counts in that one or not at all", async () => {
  const poll = await pollOnStage();
  const attendee = await poll.attendeeAt("colour");
  await poll.stage({ round: 2 });
  const first = { ...red, question: "colour~1.0" };
  expect(await attendee.request(first)).toMatchObject({ type: "error", code: "not-on-stage" });
  expect(await attendee.request({ ...red, question: "colour~2.0" })).toMatchObject({ type: "ack" });
  await poll.stage({ round: 1 });
  expect(await attendee.request(first)).toMatchObject({ type: "ack" });
  expect((await poll.results()).questions[0]).toMatchObject({ answered: 1, secondRound: { answered: 1 } });
});

test("cleared answers are gone from every screen at once, and all back when restored", async () => {
  const poll = await pollOnStage({ resultsOnPhones: true });
  const attendee = await poll.attendeeAt("colour");
  const presenter = await poll.presenter();
  await attendee.request(red);
  await presenter.next("tally", { where: ({ answered }) => answered === 1 });

  await poll.stage({ answers: "clear" });
  const cleared = await presenter.next("stage", { where: ({ restorableUntil }) => restorableUntil !== undefined });
  expect(cleared).toMatchObject({ voting: "locked" });
  await presenter.next("tally", { where: ({ answered }) => answered === 0 });
  await attendee.next("tally", { where: ({ answered }) => answered === 0 });
  expect(await attendee.request(blue)).toMatchObject({ type: "error", code: "locked" });
  expect(await poll.tally("colour")).toMatchObject({ answered: 0 });

  await poll.stage({ answers: "restore" });
  await presenter.next("tally", { where: ({ answered }) => answered === 1 });
  const restored = await attendee.next("stage", { where: ({ answer }) => answer !== undefined });
  expect(restored).toMatchObject({ voting: "open", answer: { choices: ["red"] } });
  expect(await poll.tally("colour")).toMatchObject({ counts: { red: 1, blue: 0 } });
});

test("what was cleared and not restored is in no ballot, and its attendees can answer anew", async () => {
  const poll = await pollOnStage({ changeable: false });
  const attendee = await poll.attendeeAt("colour");
  await attendee.request(red);
  await poll.stage({ answers: "clear" });
  await poll.stage({ voting: "open" });
  await problemOf(poll.call("POST", "/stage", { body: { answers: "restore" } }), 409);
  expect(await ballots(poll)).toEqual([]);
  expect(await attendee.request(blue)).toMatchObject({ type: "ack" });
  expect(await attendee.request(red)).toMatchObject({ type: "error", code: "unchangeable" });
  await poll.close();
  expect(await ballots(poll)).toEqual([["colour", '{"choices":["blue"]}']]);
  expect(await poll.tally("colour")).toMatchObject({ counts: { red: 0, blue: 1 }, answered: 1 });
});

test("clearing is the presenters' alone, and comes alone", async () => {
  const poll = await pollOnStage();
  await problemOf(poll.call("POST", "/stage", { body: { answers: "clear", voting: "open" } }), 422);
  await problemOf(poll.call("POST", "/stage", { body: { round: 3 } }), 422);
  await problemOf(call("POST", `/api/polls/${poll.id}/stage`, { body: { answers: "clear" } }), 401);
  const attendee = await poll.attendeeAt("colour");
  expect(await attendee.request({ type: "stage", answers: "clear" })).toMatchObject({ code: "forbidden" });
});
