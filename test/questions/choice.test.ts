import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { choiceRules } from "../../worker/questions/choice/rules.ts";
import { aliasesOf } from "../../worker/questions/moderation.ts";
import { moderableOf } from "../../worker/questions/registry.ts";
import { emptyTally, inspectTally, showTally, tallyOf } from "../../worker/questions/tally.ts";
import { accepted, choice, neverAnswers, openChoice, shown, swedish, withUnknownKeys } from "./questions.ts";

test("counts attendees by option, none chosen included", () => {
  const tally = shown(choice, [
    { choices: ["a"] },
    { choices: ["a", "__proto__"] },
    { choices: ["1", "__proto__"] },
    null,
  ]);
  expect(tally).toMatchObject({ answered: 3, skipped: 1 });
  expect(JSON.stringify(tally)).toContain('"counts":{"1":1,"a":2,"b":0,"__proto__":2}');
});

test.each([
  ...neverAnswers,
  ...withUnknownKeys({ choices: ["a"] }),
  { choices: [] },
  { choices: ["a", "a"] },
  { choices: ["a", "b", "1"] },
  { choices: ["c"] },
  { choices: ["constructor"] },
  { choices: [""] },
  { choices: "a" },
  { choices: [0] },
  { choices: [1] },
  { choices: [null] },
  { choices: [[]] },
  { choices: [["a"]] },
  { choices: [Number.POSITIVE_INFINITY] },
  { choices: { 0: "a", length: 1 } },
])("refuses %j", (answer) => expect(accepted(choice, answer)).toBeUndefined());

test("an option that may have answers must stay; its text may change and others may join", () => {
  const { conflict } = choiceRules;
  const [first, ...rest] = choice.options;
  expect(conflict(choice, { ...choice, options: rest })).toMatchObject({ path: "options", rule: "answered" });
  expect(
    conflict(choice, { ...choice, options: [...rest, { id: "a", text: "Nytt" }, { id: "ny", text: "Ny" }] }),
  ).toBeUndefined();
  expect(first?.id).toBe("a");
});

describe("an answer of one's own", () => {
  test("counts as a choice, and is grouped as words are", () => {
    const tally = shown(openChoice, [
      { choices: ["a"], other: "Nätverk" },
      { choices: [], other: "NÄTVERK!" },
      { choices: [], other: "natverk" },
      { choices: ["a", "b"] },
      null,
    ]);
    expect(tally).toEqual({
      answered: 4,
      skipped: 1,
      counts: Object.fromEntries([
        ["a", 2],
        ["b", 1],
        ["__proto__", 0],
        ["1", 0],
      ]),
      other: {
        count: 3,
        words: [
          { word: "NÄTVERK!", count: 2, variants: { "NÄTVERK!": 1, Nätverk: 1 } },
          { word: "natverk", count: 1, variants: { natverk: 1 } },
        ],
        hidden: 0,
      },
    });
  });

  test("is counted and not shown where it is listed, and shown where the poll lets it", () => {
    const answers = [{ choices: [], other: "Fitta" }, { choices: [], other: "En fitta till" }, { choices: ["a"] }];
    expect(shown(openChoice, answers)).toMatchObject({ answered: 3, other: { count: 2, words: [], hidden: 2 } });
    const { other } = { other: undefined, ...shown(openChoice, answers, { ...swedish, blockList: false }) };
    expect(other).toMatchObject({ count: 2, words: [{ count: 1 }, { count: 1 }] });
    expect(other).not.toHaveProperty("hidden");
  });

  test("is for moderators to hide, show and merge, as a word is", () => {
    const answers = ["Nätverk", "nätverkande", "Dumheter"].map((other) => ({ choices: [], other }));
    const moderation = {
      verdicts: new Map([["dumheter", "hidden" as const]]),
      merges: new Map([["nätverkande", { into: "nätverk", form: "nätverkande", intoForm: "Nätverk" }]]),
    };
    const ballots = answers.map((answer, at) => ({ attendee: `${at}`, answer, at }));
    const aliases = aliasesOf(moderation, swedish);
    const tally = tallyOf(openChoice, ballots, swedish, aliases);
    expect(showTally(tally, openChoice, swedish, moderation)).toMatchObject({
      other: {
        count: 3,
        words: [{ word: "Nätverk", count: 2 }],
        hidden: 1,
        merged: [{ word: "nätverkande", into: "Nätverk" }],
      },
    });
    expect(inspectTally(tally, openChoice, swedish, moderation).moderation).toMatchObject({
      hidden: [{ entry: "Dumheter", count: 1, by: "moderator" }],
    });
    expect(inspectTally(emptyTally(choice), choice, swedish, moderation)).not.toHaveProperty("moderation");
    expect(moderableOf(choice)).toBeUndefined();
  });

  test("is cleaned, and as long as it may be", () => {
    expect(accepted(openChoice, { choices: [], other: " a\u0308 \u0007" })).toEqual({ choices: [], other: "ä" });
    expect(accepted(openChoice, { choices: [], other: "👩‍👩‍👧‍👦".repeat(100) })).toBeDefined();
  });

  test.each([
    { choices: [] },
    { choices: ["a", "b"], other: "c" },
    { choices: ["~"] },
    { other: "c" },
    ...["", " ", "!?", "å".repeat(101), null, 1, [], ["c"], {}].map((other) => ({ choices: [], other })),
    ...withUnknownKeys({ choices: [], other: "c" }),
  ])("refuses %j", (answer) => expect(accepted(openChoice, answer)).toBeUndefined());

  test("is refused, and no part of the tally, where the question doesn't ask for it", () => {
    expect(accepted(choice, { choices: ["a"], other: "c" })).toBeUndefined();
    expect(accepted(choice, { choices: [], other: "c" })).toBeUndefined();
    expect(Object.keys(shown(choice, [{ choices: ["a"] }]))).toEqual(["counts", "answered", "skipped"]);
  });

  test("that may have been given keeps the question open to it", () => {
    const { conflict } = choiceRules;
    expect(conflict(openChoice, choice)).toMatchObject({ path: "allowOther", rule: "answered" });
    expect(conflict(choice, openChoice)).toBeUndefined();
  });

  test("may be the last of as many choices as there are", () => {
    const draft = { type: "choice", text: "?", options: [{ text: "a" }, { text: "b" }], maxChoices: 3 };
    expect(v.is(choiceRules.definition, { ...draft, allowOther: true })).toBe(true);
    expect(v.is(choiceRules.definition, draft)).toBe(false);
  });
});

describe("options in random order", () => {
  const { asSeenBy } = choiceRules;
  const options = ["a", "b", "c", "d", "e"].map((id) => ({ id, text: id }));
  const question = { ...choice, options, randomOrder: true };
  const orderFor = (attendee: string, asked = question) =>
    (asSeenBy?.(asked, attendee).options ?? []).map(({ id }) => id).join("");

  test("are an attendee's own, each time the same, and another for another question", () => {
    expect(orderFor("eva")).toBe(orderFor("eva"));
    expect([...orderFor("eva")].sort().join("")).toBe("abcde");
    const orders = new Set(Array.from({ length: 200 }, (_, n) => orderFor(`attendee-${n}`)));
    expect(orders.size).toBeGreaterThan(80);
    expect(
      new Set(Array.from({ length: 20 }, (_, n) => orderFor("eva", { ...question, id: `q${n}` }))).size,
    ).toBeGreaterThan(10);
  });

  test("favour none: each stands at each place about as often", () => {
    const orders = Array.from({ length: 5000 }, (_, n) => orderFor(`attendee-${n}`));
    for (const { id } of options) {
      for (const place of options.keys()) {
        const times = orders.filter((order) => order[place] === id).length;
        // A fifth of 5,000, give or take five standard deviations.
        expect(Math.abs(times - 1000), `${id} at ${place}`).toBeLessThan(142);
      }
    }
  });

  test("keep their order when another joins", () => {
    const more = { ...question, options: [...options, { id: "f", text: "f" }] };
    expect(orderFor("eva", more).replace("f", "")).toBe(orderFor("eva"));
  });

  test("stand as they were written where the question doesn't say so", () => {
    const plain = { ...question, randomOrder: false };
    expect(asSeenBy?.(plain, "eva")).toBe(plain);
  });
});
