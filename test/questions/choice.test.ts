import { expect, test } from "vitest";
import { choiceRules } from "../../worker/questions/choice/rules.ts";
import { accepted, choice, neverAnswers, shown, withUnknownKeys } from "./questions.ts";

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
