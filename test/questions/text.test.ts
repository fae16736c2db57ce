import { expect, test } from "vitest";
import { showTally, tallyOf } from "../../worker/questions/tally.ts";
import { accepted, neverAnswers, shown, swedish, text, withUnknownKeys } from "./questions.ts";

test("lists what was written, oldest first, with its time", () => {
  expect(shown(text, [{ text: " Mer tid " }, null, { text: "rad ett\r\nrad två" }])).toEqual({
    answered: 2,
    skipped: 1,
    entries: [
      { text: "Mer tid", at: "1970-01-01T00:00:00.000Z" },
      { text: "rad ett\nrad två", at: "1970-01-01T00:00:02.000Z" },
    ],
  });
});

test("entries of one moment stand by code point, whichever shard they came from", () => {
  const ballots = ["ö", "z", "å"].map((entry) => ({ attendee: entry, answer: { text: entry }, at: 5 }));
  const tally = showTally(tallyOf(text, ballots, swedish), text, swedish);
  expect(tally).toMatchObject({ entries: [{ text: "z" }, { text: "å" }, { text: "ö" }] });
});

test("markup stays the text it is", () => {
  expect(accepted({ ...text, maxLength: 50 }, { text: "<script>alert(1)</script>" })).toEqual({
    text: "<script>alert(1)</script>",
  });
});

test.each([
  ...neverAnswers,
  ...withUnknownKeys({ text: "a" }),
  { text: "" },
  { text: " \n" },
  { text: "\u200b\u2060" },
  { text: "x".repeat(21) },
  { text: 1 },
  { text: ["a"] },
  { text: {} },
])("refuses %j", (answer) => expect(accepted(text, answer)).toBeUndefined());

test("the question's own length counts graphemes", () => {
  expect(accepted(text, { text: "🇸🇪".repeat(20) })).toBeDefined();
  expect(accepted(text, { text: "🇸🇪".repeat(21) })).toBeUndefined();
});
