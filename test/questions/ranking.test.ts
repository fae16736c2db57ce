import { expect, test } from "vitest";
import { rankingRules } from "../../worker/questions/ranking/rules.ts";
import { accepted, neverAnswers, ranking, shown, withUnknownKeys } from "./questions.ts";

const ranked = (...order: string[]) => ({ order });

const optionsOf = (answers: unknown[]) => {
  const tally = shown(ranking, answers);
  if (!("options" in tally)) throw new Error("not a tally of options");
  return new Map(Object.entries(tally.options));
};

test("Borda points, firsts and mean ranks by hand", () => {
  const options = optionsOf([
    ranked("a", "b", "__proto__", "1"),
    ranked("b", "a", "1", "__proto__"),
    ranked("b", "__proto__", "a", "1"),
    null,
  ]);
  // Three answers over four options: 3 × (3 + 2 + 1 + 0) points in all.
  expect(options.get("a")).toEqual({ points: 3 + 2 + 1, firsts: 1, meanRank: 2 });
  expect(options.get("b")).toEqual({ points: 2 + 3 + 3, firsts: 2, meanRank: 4 / 3 });
  expect(options.get("__proto__")).toEqual({ points: 1 + 0 + 2, firsts: 0, meanRank: 3 });
  expect(options.get("1")).toEqual({ points: 0 + 1 + 0, firsts: 0, meanRank: 11 / 3 });
});

test("an option that nobody has ranked has no mean rank", () => {
  const none = { points: 0, firsts: 0, meanRank: null };
  expect([...optionsOf([]).values()]).toEqual([none, none, none, none]);
  expect(shown(ranking, [null, null])).toMatchObject({ answered: 0, skipped: 2 });
});

test.each([
  ...neverAnswers,
  ...withUnknownKeys(ranked("a", "b", "__proto__", "1")),
  { order: null },
  { order: [] },
  { order: {} },
  { order: "a" },
  { order: { 0: "a", 1: "b", 2: "__proto__", 3: "1", length: 4 } },
  ranked("a", "b", "__proto__"),
  ranked("a", "b", "__proto__", "1", "a"),
  ranked("a", "b", "__proto__", "a"),
  ranked("a", "b", "__proto__", "c"),
  ranked("a", "b", "__proto__", "1", "c"),
  ranked("a", "b", "__proto__", "constructor"),
  ranked("a", "b", "__proto__", ""),
  ranked("a", "b", "__proto__", "1 "),
  { order: ["a", "b", "__proto__", 1] },
  { order: ["a", "b", "__proto__", null] },
  { order: ["a", "b", "__proto__", ["1"]] },
  { order: [["a", "b", "__proto__", "1"]] },
  { order: ["a", "b", "__proto__", JSON.parse("1e400")] },
  JSON.parse('{"__proto__":["a","b","__proto__","1"]}'),
])("refuses %j", (answer) => expect(accepted(ranking, answer)).toBeUndefined());

test("with answers no option may go nor join; a text may change", () => {
  const { conflict } = rankingRules;
  const [first, ...rest] = ranking.options;
  expect(first?.id).toBe("a");
  expect(conflict(ranking, { ...ranking, options: rest })).toMatchObject({ path: "options", rule: "answered" });
  expect(conflict(ranking, { ...ranking, options: [...ranking.options, { id: "ny", text: "Ny" }] })).toMatchObject({
    path: "options",
    rule: "answered-all",
  });
  expect(conflict(ranking, { ...ranking, options: [...rest, { id: "a", text: "Nytt" }] })).toBeUndefined();
});
