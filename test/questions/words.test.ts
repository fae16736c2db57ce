import { expect, test } from "vitest";
import { accepted, neverAnswers, shown, swedish, withUnknownKeys, words } from "./questions.ts";

const wordsOf = (...answers: string[][]) => {
  const tally = shown(
    words,
    answers.map((list) => ({ words: list })),
  );
  if (!("words" in tally)) throw new Error("not a words tally");
  return tally;
};

test("groups spellings, keeps å, ä, ö and é apart, and shows the most frequent form", () => {
  expect(wordsOf(["Höra", "får"], ["höra", "far"], ["höra!"], ["hora"]).words).toEqual([
    { word: "Höra", count: 3, variants: { Höra: 1, höra: 1, "höra!": 1 } },
    { word: "far", count: 1, variants: { far: 1 } },
    { word: "får", count: 1, variants: { får: 1 } },
    { word: "hora", count: 1, variants: { hora: 1 } },
  ]);
  expect(wordsOf(["höra"], ["Höra"], ["höra"]).words[0]).toEqual({
    word: "höra",
    count: 3,
    variants: { höra: 2, Höra: 1 },
  });
});

test("an attendee counts once for a word, in the spelling typed first", () => {
  expect(wordsOf(["Energi", "energi", "ENERGI!"]).words).toEqual([
    { word: "Energi", count: 1, variants: { Energi: 1 } },
  ]);
});

test("orders by count, then by code point", () => {
  expect(wordsOf(["ö", "ä", "b"], ["b"], ["A"]).words.map(({ word }) => word)).toEqual(["b", "A", "ä", "ö"]);
});

test("listed words are hidden and counted, and merged with no other", () => {
  expect(wordsOf(["röv", "rov"], ["RÖV!"])).toMatchObject({ hidden: 2, words: [{ word: "rov", count: 1 }] });
});

test("shows every word where the block list is off", () => {
  const tally = shown(words, [{ words: ["röv"] }], { ...swedish, blockList: false });
  expect(tally).toEqual({ answered: 1, skipped: 0, words: [{ word: "röv", count: 1, variants: { röv: 1 } }] });
});

test("everyday Swedish is not listed", () => {
  for (const word of ["slut", "hård", "sås", "sex", "kön", "fack", "uppdrag", "Middlesex"]) {
    expect(wordsOf([word]).words).toHaveLength(1);
  }
});

test("words that are names of an object's own are words", () => {
  const tally = wordsOf(["__proto__", "constructor", "toString"]);
  expect(tally.words.map(({ word, count }) => [word, count])).toEqual([
    ["__proto__", 1],
    ["constructor", 1],
    ["toString", 1],
  ]);
  expect(JSON.stringify(tally)).toContain('"variants":{"__proto__":1}');
});

test("takes forty graphemes, emoji and composed or decomposed letters alike", () => {
  expect(accepted(words, { words: ["👩‍👩‍👧".repeat(40)] })).toBeDefined();
  expect(accepted(words, { words: ["a\u030a".repeat(40)] })).toEqual({ words: ["å".repeat(40)] });
  expect(accepted(words, { words: ["👩‍👩‍👧".repeat(41)] })).toBeUndefined();
});

test.each([
  ...neverAnswers,
  ...withUnknownKeys({ words: ["a"] }),
  { words: [] },
  { words: [""] },
  { words: [" "] },
  { words: ["!"] },
  { words: ["ord", "..."] },
  { words: ["\u200b"] },
  { words: ["a", "b", "c", "d"] },
  { words: ["x".repeat(41)] },
  { words: "ord" },
  { words: [1] },
  { words: [null] },
  { words: [["ord"]] },
  { words: { 0: "ord", length: 1 } },
])("refuses %j", (answer) => expect(accepted(words, answer)).toBeUndefined());
