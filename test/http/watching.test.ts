import { describe, expect, test } from "vitest";
import type { Frame, LiveLine } from "./live-line.ts";
import { choiceQuestion, createPoll, pollOnStage, sampleDefinition } from "./poll-client.ts";

const red = { choices: ["red"] };

function typesOf(line: LiveLine): Set<Frame["type"]> {
  return new Set(line.received.map(({ type }) => type));
}

function seqsOf(line: LiveLine): number[] {
  return line.received.flatMap((frame) => ("seq" in frame ? frame.seq : []));
}

function ascending(numbers: readonly number[]): number[] {
  return numbers.toSorted((a, b) => a - b);
}

describe("an attendee", () => {
  test("gets the whole state first, with the question on stage and nothing of the others", async () => {
    const poll = await pollOnStage();
    const attendee = await poll.attendee();
    const frame = await attendee.next("stage");
    expect(attendee.received[0]).toBe(frame);
    expect(frame).toMatchObject({ run: 1, title: "Nätverksmötet", voting: "open", results: "shown" });
    expect(frame.question).toMatchObject({
      id: "colour",
      type: "choice",
      text: "Vilken färg?",
      options: [
        { id: "red", text: "Röd" },
        { id: "blue", text: "Blå" },
      ],
      maxChoices: 1,
      changeable: true,
      skippable: false,
    });
    expect(frame.seq).toEqual(expect.any(Number));
    expect(frame).not.toHaveProperty("answer");
    await poll.stage({ question: null });
    expect(await attendee.next("stage")).toMatchObject({ question: null });
    const heard = JSON.stringify(attendee.received);
    for (const { text } of sampleDefinition.questions.slice(1)) expect(heard).not.toContain(text);
    for (const secret of [poll.organiserKey, poll.presenterKey]) expect(heard).not.toContain(secret);
  });

  test("gets the own stored answer back on a new line, and nobody else's", async () => {
    const poll = await pollOnStage();
    const [mine, others] = [await poll.join(), await poll.join()];
    await (await poll.connect(mine.token)).answer("colour", red);
    expect((await (await poll.connect(mine.token)).next("stage")).answer).toEqual(red);
    expect(await (await poll.connect(others.token)).next("stage")).not.toHaveProperty("answer");
    await poll.stage({ question: "words" });
    const line = await poll.connect(mine.token);
    expect(await line.next("stage")).not.toHaveProperty("answer");
    await poll.stage({ question: "colour" });
    expect((await line.next("stage", { where: ({ question }) => question?.id === "colour" })).answer).toEqual(red);
  });

  test("gets no tally of a question that keeps its results off phones", async () => {
    const poll = await pollOnStage();
    const [presenter, attendee] = [await poll.presenter(), await poll.attendee()];
    await attendee.answer("colour", red);
    await presenter.next("tally", { where: ({ answered }) => answered === 1 });
    await attendee.roundTrip();
    expect(typesOf(attendee)).not.toContain("tally");
    expect(typesOf(attendee)).not.toContain("presence");
  });

  test("gets tallies on the phone while the stage shows results, and none while it hides them", async () => {
    const poll = await pollOnStage({ resultsOnPhones: true });
    const [presenter, attendee, other] = [await poll.presenter(), await poll.attendee(), await poll.attendee()];
    await attendee.answer("colour", red);
    const tally = await other.next("tally", { where: ({ answered }) => answered === 1 });
    expect(tally).toMatchObject({ run: 1, question: "colour", tally: { answered: 1, counts: { red: 1, blue: 0 } } });
    expect(tally.present).toEqual(expect.any(Number));

    await poll.stage({ results: "hidden" });
    await other.next("stage", { where: ({ results }) => results === "hidden" });
    const before = other.received.length;
    await other.answer("colour", red);
    await presenter.next("tally", { where: ({ answered }) => answered === 2 });
    await other.roundTrip();
    expect(other.received.slice(before).map(({ type }) => type)).not.toContain("tally");
    const late = await poll.attendee();
    await late.roundTrip();
    expect(typesOf(late)).not.toContain("tally");

    await poll.stage({ results: "shown" });
    await other.next("tally", { where: ({ answered }) => answered === 2 });
  });

  test("gets the tally when coming late, also from another shard", async () => {
    const poll = await pollOnStage({ resultsOnPhones: true });
    const first = await Promise.all(Array.from({ length: 4 }, () => poll.attendee()));
    await Promise.all(first.map((attendee) => attendee.answer("colour", red)));
    // The fifth is in a shard of its own: these tests' shards take four.
    const late = await poll.attendee();
    expect(await late.next("tally", { where: ({ answered }) => answered === 4 })).toMatchObject({ question: "colour" });
  });

  test("gets of many words the most frequent, and how many there are besides; screens and results have them all", async () => {
    const words = { id: "w", type: "words", text: "?", maxWords: 20, resultsOnPhones: true };
    const poll = await createPoll({ ...sampleDefinition, questions: [words] });
    await poll.stage({ question: "w" });
    const presenter = await poll.presenter();
    for (const from of [0, 20, 40]) {
      const answer = { words: ["samverkan", ...Array.from({ length: 19 }, (_, n) => `ord${from + n}`)] };
      expect(await (await poll.attendeeAt("w")).answer("w", answer)).toBe("ack");
    }
    const ofThree = { where: ({ answered }: { answered: number }) => answered === 3 };
    const { tally } = await (await poll.attendee()).next("tally", ofThree);
    expect(tally).toMatchObject({ answered: 3, more: 8 });
    expect(tally).toHaveProperty("words.0", { word: "samverkan", count: 3, variants: { samverkan: 3 } });
    expect(tally).toHaveProperty("words.length", 50);
    expect((await presenter.next("tally", ofThree)).tally).toHaveProperty("words.length", 58);
    expect(await poll.tally("w")).toHaveProperty("words.length", 58);
  });

  test("gets no word of text and no attendee in tallies but what was written", async () => {
    const poll = await createPoll({
      ...sampleDefinition,
      questions: [{ id: "t", type: "text", text: "?", resultsOnPhones: true }],
    });
    await poll.stage({ question: "t" });
    const { token } = await poll.join();
    await (await poll.connect(token)).answer("t", { text: "Hej" });
    const other = await poll.attendee();
    const { tally } = await other.next("tally", { where: ({ answered }) => answered === 1 });
    expect(tally).toEqual({ answered: 1, entries: [{ text: "Hej", at: expect.any(String) }] });
    expect(JSON.stringify(other.received)).not.toContain(token.split(".")[2]);
  });
});

describe("a presenter", () => {
  test("gets tallies always: hidden, locked, off phones", async () => {
    const poll = await pollOnStage({ resultsHidden: true });
    const [presenter, attendee] = [await poll.presenter(), await poll.attendee()];
    expect(await presenter.next("stage")).toMatchObject({ question: { id: "colour" }, results: "hidden" });
    await attendee.answer("colour", red);
    expect(await presenter.next("tally", { where: ({ answered }) => answered === 1 })).toMatchObject({
      run: 1,
      question: "colour",
      tally: { answered: 1, counts: { red: 1, blue: 0 } },
    });
    await poll.stage({ voting: "locked" });
    const late = await poll.presenter();
    await late.next("tally", { where: ({ answered }) => answered === 1 });
  });

  test("steers the stage by frames as by the call", async () => {
    const poll = await createPoll();
    const [presenter, attendee] = [await poll.presenter(), await poll.attendee()];
    expect(
      await presenter.request({ type: "stage", question: "words", voting: "locked", results: "hidden" }),
    ).toMatchObject({ type: "ack" });
    expect(await attendee.next("stage", { where: ({ question }) => question?.id === "words" })).toMatchObject({
      voting: "locked",
      results: "hidden",
    });
    expect(await presenter.request({ type: "stage", voting: "open", seconds: 60 })).toMatchObject({ type: "ack" });
    expect(
      (await attendee.next("stage", { where: ({ voting, question }) => question !== null && voting === "open" }))
        .closesAt,
    ).toBeDefined();
    expect(await presenter.request({ type: "stage", question: null })).toMatchObject({ type: "ack" });
    expect((await poll.describe()).status).toBe("live");
  });

  test("is refused by error frames, and the stage stays", async () => {
    const poll = await pollOnStage();
    const presenter = await poll.presenter();
    const wrong = [{ question: "nope" }, { voting: "closed" }, { seconds: 0 }, { colour: "red" }, { question: 5 }];
    for (const command of wrong) {
      expect(await presenter.request({ type: "stage", ...command })).toMatchObject({ type: "error", code: "invalid" });
    }
    expect(await presenter.request({ type: "close" })).toMatchObject({ type: "error", code: "unknown" });
    expect(await poll.stage({})).toMatchObject({ question: { id: "colour" }, voting: "open" });
    await poll.close();
    expect(await presenter.request({ type: "stage", question: "words" })).toMatchObject({ type: "error" });
    expect(await poll.describe()).toMatchObject({ status: "closed" });
  });

  test("sees how many have joined and how many are there", async () => {
    const poll = await createPoll();
    const presenter = await poll.presenter();
    const attendee = await poll.attendee();
    await poll.join();
    await presenter.next("presence", { where: ({ joined, present }) => joined === 2 && present === 1 });
    attendee.close();
    await presenter.next("presence", { where: ({ joined, present }) => joined === 2 && present === 0 });
  });

  test("gets at most ten tallies a second, and the last of them is complete", async () => {
    const poll = await pollOnStage();
    const [presenter, attendee] = [await poll.presenter(), await poll.attendee()];
    await attendee.answer("colour", red);
    await presenter.next("tally", { where: ({ answered }) => answered === 1 });
    const [before, start] = [presenter.received.length, Date.now()];
    const others = await Promise.all(Array.from({ length: 12 }, () => poll.attendee()));
    await Promise.all(others.map((other) => other.answer("colour", red)));
    await presenter.next("tally", { where: ({ answered }) => answered === 13 });
    const tallies = presenter.received.slice(before).filter(({ type }) => type === "tally").length;
    expect(tallies).toBeLessThanOrEqual(Math.ceil((Date.now() - start) / 100) + 1);
  });
});

test("seq is one count over stage and tally, and never falls on any line or call", async () => {
  const poll = await createPoll({
    ...sampleDefinition,
    questions: [choiceQuestion({ resultsOnPhones: true }), ...sampleDefinition.questions.slice(1)],
  });
  const { token } = await poll.join();
  const [presenter, attendee] = [await poll.presenter(), await poll.connect(token)];
  const called: number[] = [];
  for (const [round, question] of ["colour", "words", "colour"].entries()) {
    called.push((await poll.stage({ question })).seq);
    await attendee.next("stage", { where: (frame) => frame.question?.id === question });
    const voter = await poll.attendee();
    await voter.answer(question, question === "colour" ? red : { words: ["fika"] });
    await presenter.next("tally", {
      where: (frame) => frame.question === question && frame.answered === (round === 2 ? 2 : 1),
    });
    called.push((await poll.stage({ voting: "locked" })).seq);
    const again = await poll.connect(token);
    const latest = Math.max(...seqsOf(attendee));
    expect((await again.next("stage")).seq).toBeGreaterThanOrEqual(latest);
  }
  for (const line of [presenter, attendee]) {
    expect(seqsOf(line).length).toBeGreaterThan(4);
    expect(seqsOf(line)).toEqual(ascending(seqsOf(line)));
  }
  expect(called).toEqual([...new Set(ascending(called))]);
  const late = await poll.presenter();
  expect((await late.next("stage")).seq).toBeGreaterThanOrEqual(Math.max(...seqsOf(presenter)));
});

test("presenters are told the service's time and how soon answers are on disk; attendees neither, nor notes", async () => {
  const poll = await pollOnStage({ notes: "Vänta in balkongen." });
  const attendee = await poll.attendeeAt("colour");
  const presenter = await poll.presenter();
  const { now = "", question } = await presenter.next("stage");
  expect(Math.abs(Date.parse(now) - Date.now())).toBeLessThan(60_000);
  expect(question).toMatchObject({ notes: "Vänta in balkongen." });
  await attendee.answer("colour", red);
  const { ackP95 } = await presenter.next("tally", { where: (frame) => frame.ackP95 !== undefined });
  expect(ackP95).toBeGreaterThanOrEqual(0);
  expect(await poll.stage({ results: "hidden" })).toMatchObject({ joined: 1, rounds: 1, now: expect.any(String) });
  await attendee.next("stage", { where: ({ results }) => results === "hidden" });
  for (const secret of ["balkongen", "ackP95", '"now"'])
    expect(JSON.stringify(attendee.received)).not.toContain(secret);
});
