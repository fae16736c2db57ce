import { expect, test } from "vitest";
import type { Definition } from "../../worker/poll/definition.ts";
import { type PartialTallies, resultsOf } from "../../worker/poll/results.ts";
import { tallyOf } from "../../worker/questions/tally.ts";
import { choice, swedish, text } from "../questions/questions.ts";

const definition: Definition = {
  title: "Träff",
  language: "sv",
  settings: { blockList: true },
  questions: [choice, { ...text, skippable: false }],
};
const shard = (name: string, choices: string[]): PartialTallies =>
  new Map([[choice.id, tallyOf(choice, [{ attendee: name, answer: { choices }, at: 1 }], swedish)]]);
const facts = { poll: "p", run: 2, status: "live" as const, joined: 5, now: Date.UTC(2026, 2, 19) };

test("merges what the shards hold, and lists questions without answers too", () => {
  const results = resultsOf(definition, {}, [shard("a", ["a"]), shard("b", ["a", "b"])], facts);
  expect(results).toMatchObject({
    poll: "p",
    run: 2,
    title: "Träff",
    status: "live",
    generatedAt: "2026-03-19T00:00:00.000Z",
    joined: 5,
    language: "sv",
    questions: [
      {
        id: "c",
        type: "choice",
        text: "Vilken?",
        answered: 2,
        tally: { answered: 2, skipped: 0, counts: { a: 2, b: 1 } },
      },
      { id: "t", type: "text", answered: 0, tally: { answered: 0, entries: [] } },
    ],
  });
  expect(results.questions[1]?.tally).not.toHaveProperty("skipped");
  expect(results).not.toHaveProperty("closedAt");
});

test("a closed run says when", () => {
  const closed = resultsOf(definition, {}, [], { ...facts, status: "closed", closedAt: facts.now - 1000 });
  expect(closed).toMatchObject({ status: "closed", closedAt: "2026-03-18T23:59:59.000Z" });
});

test("results come through JSON as they were, whatever the ids", () => {
  const results = resultsOf(definition, {}, [shard("a", ["__proto__"])], facts);
  const copy: typeof results = JSON.parse(JSON.stringify(results));
  expect(JSON.stringify(copy)).toBe(JSON.stringify(results));
  expect(JSON.stringify(copy.questions[0]?.tally)).toContain('"__proto__":1');
});

test("a second round stands beside the first, and what was cleared counts nowhere", () => {
  const takes = new Map([
    ["c", tallyOf(choice, [{ attendee: "a", answer: { choices: ["a"] }, at: 1 }], swedish)],
    ["c~2.0", tallyOf(choice, [{ attendee: "b", answer: { choices: ["a"] }, at: 1 }], swedish)],
    ["c~2.1", tallyOf(choice, [{ attendee: "a", answer: { choices: ["b"] }, at: 1 }], swedish)],
  ]);
  const results = resultsOf(definition, { c: [0, 1], t: [0] }, [takes], facts);
  expect(results.questions[0]).toMatchObject({
    answered: 1,
    tally: { counts: { a: 1, b: 0 } },
    secondRound: { answered: 1, tally: { counts: { a: 0, b: 1 } } },
  });
  expect(results.questions[1]).not.toHaveProperty("secondRound");
});

test("tell what a reader has to know of how they came about: cleared answers, and phones that were shared", () => {
  const shared = { ...definition, settings: { ...definition.settings, sharedDevice: true } };
  const { sharedDevice, questions } = resultsOf(shared, { [choice.id]: [1, 2] }, [], facts);
  expect([sharedDevice, questions[0]?.cleared]).toEqual([true, 3]);
  expect(questions[1]).not.toHaveProperty("cleared");
  const plain = resultsOf(definition, { [choice.id]: [0] }, [], facts);
  expect(plain).not.toHaveProperty("sharedDevice");
  expect(plain.questions[0]).not.toHaveProperty("cleared");
});
