import { expect, test } from "vitest";
import { askedAlone, ballotsOf, fullQuestions, goodAnswers, goodForms } from "./every-type.ts";
import { openPage } from "./plain-browser.ts";
import { pollOnStage, problemOf } from "./poll-client.ts";

test("an answer posted without a script is a ballot, and the page after it says received", async () => {
  const poll = await pollOnStage();
  const { post, html } = await openPage(poll);
  const response = await post([
    ["asking", "colour~1.0"],
    ["choice", "blue"],
  ]);
  expect(response.status).toBe(303);
  expect(response.headers.get("location")).toBe(`/${poll.code}`);
  expect(await html()).toContain("Mottaget");
  expect(await poll.tally("colour")).toMatchObject({ counts: { red: 0, blue: 1 } });
});

test("a changed answer replaces the first", async () => {
  const poll = await pollOnStage();
  const { post } = await openPage(poll);
  await post([
    ["asking", "colour~1.0"],
    ["choice", "blue"],
  ]);
  await post([
    ["asking", "colour~1.0"],
    ["choice", "red"],
  ]);
  expect(await poll.tally("colour")).toMatchObject({ counts: { red: 1, blue: 0 }, answered: 1 });
});

test("a form that is no answer comes back with the reason, and nothing is stored", async () => {
  const poll = await pollOnStage();
  const { post } = await openPage(poll);
  const response = await post([["asking", "colour~1.0"]]);
  expect(response.status).toBe(422);
  expect(await response.text()).toContain("Välj ett alternativ först.");
  expect(await poll.tally("colour")).toMatchObject({ answered: 0 });
});

test("an answer after voting has locked is told so", async () => {
  const poll = await pollOnStage();
  const { post } = await openPage(poll);
  await poll.stage({ voting: "locked" });
  const response = await post([
    ["asking", "colour~1.0"],
    ["choice", "red"],
  ]);
  expect(await response.text()).toContain("Röstningen hade stängts när svaret kom fram.");
  expect(await poll.tally("colour")).toMatchObject({ answered: 0 });
});

test("a form of another site is refused, and nothing is stored", async () => {
  const poll = await pollOnStage();
  const { post } = await openPage(poll);
  const fields: [string, string][] = [
    ["asking", "colour~1.0"],
    ["choice", "red"],
  ];
  await problemOf(post(fields, { origin: "https://elsewhere.example" }), 403);
  expect(await poll.tally("colour")).toMatchObject({ answered: 0 });
});

test("an answer to a question that has gone shows what is on stage instead", async () => {
  const poll = await pollOnStage();
  const { post } = await openPage(poll);
  await poll.stage({ question: "text" });
  expect(
    (
      await post([
        ["asking", "colour~1.0"],
        ["choice", "red"],
      ])
    ).status,
  ).toBe(303);
  expect(await poll.tally("colour")).toMatchObject({ answered: 0 });
});

test.each(Object.values(fullQuestions))(
  "the form of a $type is a ballot, and is shown as it was sent",
  async ({ type }) => {
    const poll = await askedAlone(type, { skippable: true });
    const { post, html } = await openPage(poll);
    const fields: [string, string][] = goodForms[type];
    const form = await html();
    for (const [name] of fields) expect(form).toContain(` name="${name}"`);

    expect((await post([["asking", `${type}~1.0`], ["skip", "yes"], ...fields])).status).toBe(303);
    expect(await ballotsOf(poll)).toEqual([null]);
    expect(await html()).toContain("Du hoppade över frågan.");

    expect((await post([["asking", `${type}~1.0`], ...fields])).status).toBe(303);
    expect(await ballotsOf(poll)).toEqual([goodAnswers[type]]);
    expect(await html()).toContain("Mottaget.");
  },
);
