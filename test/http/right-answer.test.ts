/** A guess's right value: no byte that a phone gets tells it, or what it could be worked out from, before it is shown. */
import { expect, test } from "vitest";
import { fetchPath } from "./fetch-path.ts";
import type { LiveLine } from "./live-line.ts";
import { createPoll, problemOf, sampleDefinition } from "./poll-client.ts";

/** Digits that nothing else here has. */
const rightValue = 735_190;
const closeWithin = 826_415;

const guessing = {
  ...sampleDefinition,
  questions: [
    {
      id: "guess",
      type: "number",
      text: "Hur många kurser?",
      min: 0,
      max: 2_000_000,
      rightValue,
      closeWithin,
      resultsOnPhones: true,
      skippable: true,
    },
    ...sampleDefinition.questions,
  ],
};
const telling = new RegExp(`${rightValue}|${closeWithin}|rightValue|rightAnswer|closeWithin|"right"|"close"|"exact"`);
const bytesOf = (line: LiveLine) => line.received.map((frame) => JSON.stringify(frame)).join("\n");

test("no phone knows it before it is shown, and then all do", async () => {
  const poll = await createPoll(guessing);
  const early = await poll.attendee();
  await poll.stage({ question: "guess" });
  const presenter = await poll.presenter();
  expect(await presenter.next("stage")).toMatchObject({ rightAnswer: "hidden", question: { rightValue, closeWithin } });
  const phone = await poll.attendeeAt("guess");
  expect(await phone.answer("guess", { value: 100 })).toBe("ack");
  expect(await early.answer("guess", { value: 15_000 })).toBe("ack");
  expect(await early.answer("guess", { value: -1 })).toBe("invalid");
  for (const line of [early, phone, presenter]) {
    const { tally } = await line.next("tally", { where: ({ answered }) => answered === 2 });
    expect(tally).not.toHaveProperty("right");
  }

  const page = await fetchPath(`/${poll.code}`);
  const cookie = (page.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const posted = (body: string) =>
    fetchPath(`/${poll.code}`, {
      method: "POST",
      headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
      body,
    });
  const refused = await posted("asking=guess~1.0&number=3000000");
  expect(refused.status).toBe(422);
  const seen = [await page.text(), await refused.text(), JSON.stringify(await poll.join())];
  expect((await posted("asking=guess~1.0&number=100")).status).toBe(303);
  seen.push(await (await fetchPath(`/${poll.code}`, { headers: { cookie } })).text());
  const late = await poll.attendeeAt("guess");
  await late.next("tally", { where: ({ answered }) => answered === 3 });
  // A change of the definition is shown to all anew.
  await poll.call("PUT", "", { body: { ...guessing, title: "Nytt namn" } });
  await late.next("stage", { where: ({ title }) => title === "Nytt namn" });
  await late.roundTrip();
  for (const html of seen) expect(html).not.toMatch(telling);
  for (const line of [early, phone, late]) expect(bytesOf(line)).not.toMatch(telling);

  expect(await poll.stage({ rightAnswer: "shown" })).toMatchObject({
    rightAnswer: "shown",
    voting: "locked",
    question: { rightValue, closeWithin },
  });
  const right = { value: rightValue, closeWithin, exact: 0, close: 3 };
  for (const line of [phone, presenter]) {
    const shown = await line.next("stage", { where: (frame) => frame.rightAnswer === "shown" });
    expect(shown.question).toMatchObject({ rightValue, closeWithin });
    await line.next("tally", { where: ({ tally }) => "right" in tally && tally.right !== undefined });
  }
  expect(await poll.tally("guess")).toMatchObject({ right });
  expect(await (await fetchPath(`/${poll.code}`, { headers: { cookie } })).text()).toContain(String(rightValue));
  expect(await phone.answer("guess", { value: rightValue })).toBe("locked");
});

test("it hides again with the next question, and stays hidden after the close", async () => {
  const poll = await createPoll(guessing);
  await poll.stage({ question: "guess", rightAnswer: "shown" });
  await poll.stage({ question: "colour" });
  expect(await poll.stage({ question: "guess" })).toMatchObject({ rightAnswer: "hidden", voting: "open" });
  const phone = await poll.attendeeAt("guess");
  await poll.close();
  expect(await phone.next("stage", { where: ({ status }) => status === "closed" })).toMatchObject({
    question: { id: "guess" },
  });
  expect(bytesOf(phone)).not.toMatch(telling);
  expect(await poll.tally("guess")).toMatchObject({ right: { value: rightValue, exact: 0, close: 0 } });
});

test("there is nothing to show where the question has none, or none is on stage", async () => {
  const poll = await createPoll(guessing);
  const show = (body: object) => poll.call("POST", "/stage", { body });
  await problemOf(show({ rightAnswer: "shown" }), 409);
  await poll.stage({ question: "colour" });
  const problem = await problemOf(show({ rightAnswer: "shown" }), 422);
  expect(problem.errors?.[0]).toMatchObject({
    path: "rightAnswer",
    message: expect.stringContaining("no right answer"),
  });
  await problemOf(show({ question: "guess", rightAnswer: "yes" }), 422);

  const presenter = await poll.presenter();
  expect(await presenter.next("stage")).not.toHaveProperty("rightAnswer");
  expect(await presenter.request({ type: "stage", rightAnswer: "shown" })).toMatchObject({
    code: "invalid",
    message: expect.stringContaining("rightAnswer"),
  });
  expect(await presenter.request({ type: "stage", question: "guess", rightAnswer: "shown" })).toMatchObject({
    type: "ack",
  });
});

test("results and the definition tell it to those with a key", async () => {
  const poll = await createPoll(guessing);
  await poll.stage({ question: "guess" });
  await (await poll.attendee()).answer("guess", { value: rightValue });
  expect(await poll.tally("guess")).toMatchObject({ right: { value: rightValue, exact: 1, close: 1 } });
  expect((await poll.describe()).questions[0]).toMatchObject({ rightValue, closeWithin });
});
