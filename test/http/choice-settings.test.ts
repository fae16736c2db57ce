/** What a choice may have beside its options, from the definition to the files. */
import { describe, expect, test } from "vitest";
import { readCsv } from "../export/csv-reader.ts";
import { ballotsOf } from "./every-type.ts";
import { openPage } from "./plain-browser.ts";
import { pollOnStage } from "./poll-client.ts";

const options = ["a", "b", "c", "d", "e", "f"].map((id) => ({ id, text: `Alternativ ${id}` }));
const orderIn = (html: string) => [...html.matchAll(/name="choice" value="(\w)"/g)].map(([, id]) => id).join("");

describe("an answer of one's own", () => {
  test("comes from the plain form, is counted, and stands in the files", async () => {
    const poll = await pollOnStage({ allowOther: true });
    const { post, html } = await openPage(poll);
    expect(await html()).toMatch(/<input[^>]* name="other"/);
    const send = async (...fields: [string, string][]) =>
      post([["asking", "colour~1.0"], ...fields]).then((response) => response.status);
    expect(await send(["choice", "~"], ["other", " "])).toBe(422);
    expect(await send(["choice", "~"], ["other", "å".repeat(101)])).toBe(422);
    expect(await poll.tally("colour")).toMatchObject({ answered: 0, other: { count: 0, words: [] } });
    expect(await send(["choice", "~"], ["other", "Turkos"])).toBe(303);
    expect(await ballotsOf(poll)).toEqual([{ choices: [], other: "Turkos" }]);
    expect(await html()).toMatch(/value="~"[^>]* checked/);
    const second = await openPage(poll);
    await second.post([
      ["asking", "colour~1.0"],
      ["other", "turkos!"],
    ]);
    const rows = readCsv((await (await poll.call("GET", "/results.csv")).text()).slice(1));
    const figures = rows.filter(([, question]) => question === "colour").map((row) => row.slice(4));
    expect(figures).toContainEqual(["other", "2"]);
    expect(figures).toContainEqual(["other: Turkos", "2"]);
  });

  test("is refused over the line where the question doesn't ask for it", async () => {
    const poll = await pollOnStage();
    const line = await poll.attendee();
    expect(await line.answer("colour", { choices: [], other: "Turkos" })).toBe("invalid");
    expect(await poll.tally("colour")).not.toHaveProperty("other");
  });
});

describe("options in random order", () => {
  const asked = () => pollOnStage({ options, randomOrder: true });

  test("are the same attendee's each time: page, reload, line, and each change of the stage", async () => {
    const poll = await asked();
    const line = await poll.attendee();
    const seen = async () => (await line.next("stage")).question;
    const first = await seen();
    await poll.stage({ voting: "locked" });
    expect(await seen()).toEqual(first);
    for (let attendee = 0; attendee < 5; attendee++) {
      const { first: page, html } = await openPage(poll);
      expect(orderIn(page)).toHaveLength(6);
      expect(orderIn(await html())).toBe(orderIn(page));
    }
  });

  test("differ between attendees, and the ballot knows nothing of it", async () => {
    const poll = await asked();
    const pages = await Promise.all(Array.from({ length: 6 }, () => openPage(poll)));
    const orders = await Promise.all(pages.map(async ({ html }) => orderIn(await html())));
    for (const order of orders) expect([...order].sort().join("")).toBe("abcdef");
    expect(new Set(orders).size).toBeGreaterThan(2);
    await pages[0]?.post([
      ["asking", "colour~1.0"],
      ["choice", "c"],
    ]);
    expect(await ballotsOf(poll)).toEqual([{ choices: ["c"] }]);
    const presenter = await poll.presenter();
    expect((await presenter.next("stage")).question).toMatchObject({ options });
  });

  test("are all that a phone is told: nothing that its order comes from", async () => {
    const poll = await asked();
    const line = await poll.attendee();
    const { question } = await line.next("stage");
    expect(await line.answer("colour", { choices: ["a"] })).toBe("ack");
    const [, ballot] = readCsv(await (await poll.call("GET", "/ballots.csv")).text());
    expect(JSON.stringify(line.received)).not.toContain(ballot?.[2] ?? "?");
    expect(Object.keys(question ?? {})).not.toContain("seed");
  });
});

test("a definition without them is as it was, and one with them is kept", async () => {
  const poll = await pollOnStage({ allowOther: true, randomOrder: true });
  const [question] = (await poll.describe()).questions;
  expect(question).toMatchObject({ allowOther: true, randomOrder: true });
  const plain = await (await pollOnStage()).results();
  expect(Object.keys(plain.questions[0]?.tally ?? {})).toEqual(["counts", "answered"]);
});
