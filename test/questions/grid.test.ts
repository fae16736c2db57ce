import { expect, test } from "vitest";
import { parseDefinition } from "../../worker/poll/definition.ts";
import { gridRules } from "../../worker/questions/grid/rules.ts";
import { accepted, grid, neverAnswers, shown, withUnknownKeys } from "./questions.ts";

const place = (a: unknown, proto: unknown) => ({
  items: Object.fromEntries([
    ["a", a],
    ["__proto__", proto],
  ]),
});
const at = (x: unknown, y: unknown) => ({ x, y });

const tallyOf = (answers: unknown[]) => {
  const tally = shown(grid, answers);
  if (!("items" in tally)) throw new Error("not a grid's tally");
  return { items: new Map(Object.entries(tally.items)), spread: new Map(Object.entries(tally.spread)) };
};

test("means on both axes of those who placed an item; skips apart, by hand", () => {
  const { items, spread } = tallyOf([
    place(at(0, 10), null),
    place(at(4.5, 2), at(10, 0)),
    place(null, null),
    place(at(3, 3), at(5, 7.5)),
    null,
  ]);
  expect(items.get("a")).toEqual({ x: 2.5, y: 5, n: 3, skipped: 1 });
  expect(items.get("__proto__")).toEqual({ x: 7.5, y: 3.75, n: 2, skipped: 2 });
  expect(spread.get("__proto__")).toEqual({ x: 2.5, y: 3.75 });
});

test("the spread is the standard deviation of those who placed it, by hand", () => {
  const [x, y] = [
    [2, 4, 4, 4, 5, 5, 7, 9],
    [1, 1, 1, 1, 1, 1, 1, 1],
  ];
  const { items, spread } = tallyOf(x?.map((value, index) => place(at(value, y?.[index]), null)) ?? []);
  expect(items.get("a")).toEqual({ x: 5, y: 1, n: 8, skipped: 0 });
  expect(spread.get("a")).toEqual({ x: 2, y: 0 });
});

test("an item that nobody placed has no means and no spread", () => {
  const nobody = tallyOf([]);
  expect(nobody.items.get("a")).toEqual({ x: null, y: null, n: 0, skipped: 0 });
  expect(nobody.spread.get("a")).toEqual({ x: null, y: null });
  const skipped = tallyOf([place(null, at(0, 0))]);
  expect(skipped.items.get("a")).toEqual({ x: null, y: null, n: 0, skipped: 1 });
  expect(skipped.spread.get("a")).toEqual({ x: null, y: null });
});

test("minus zero is zero", () => {
  const { items, spread } = tallyOf([place(at(-0, -0), at(0, 0))]);
  expect(items.get("a")).toEqual({ x: 0, y: 0, n: 1, skipped: 0 });
  expect(spread.get("a")).toEqual({ x: 0, y: 0 });
});

test.each([
  ...neverAnswers,
  ...withUnknownKeys(place(null, null)),
  place(at(11, 1), null),
  place(at(1, -0.5), null),
  place(at("1", 1), null),
  place(at(null, 1), null),
  place(at(undefined, 1), null),
  place({ x: 1 }, null),
  place({ x: 1, y: 1, z: 1 }, null),
  place([1, 1], null),
  place([], null),
  place(1, null),
  place(false, null),
  place(JSON.parse('{"x":1,"y":1e400}'), null),
  place(JSON.parse('{"x":-1e400,"y":1}'), null),
  place(JSON.parse('{"x":1,"y":1,"__proto__":1}'), null),
  place(JSON.parse('{"__proto__":{"x":1,"y":1}}'), null),
  place(at(Number.NaN, 1), null),
  place(at(1, 1), undefined),
  { items: {} },
  { items: { a: at(1, 1) } },
  { items: JSON.parse('{"__proto__":{"x":1,"y":1}}') },
  { items: { ...place(null, null).items, b: null } },
  { items: JSON.parse('{"a":null,"__proto__":null,"constructor":null}') },
  { items: [null, null] },
  { items: "a" },
])("refuses %j", (answer) => expect(accepted(grid, answer)).toBeUndefined());

test.each([
  [{ items: [] }, "items"],
  [{ items: Array.from({ length: 9 }, () => ({ text: "x" })) }, "items"],
  [
    {
      items: [
        { id: "a", text: "x" },
        { id: "a", text: "y" },
      ],
    },
    "items",
  ],
  [{ items: [{ text: "x" }], xLabels: ["a"] }, "xLabels"],
  [{ items: [{ text: "x" }], yLabels: ["a", "b", "c"] }, "yLabels"],
  [{ items: [{ text: "x" }], yLabels: ["a", "b".repeat(61)] }, "yLabels.1"],
  [{ items: [{ text: " " }] }, "items.0.text"],
])("a question of %j is refused by its field", (fields, field) => {
  const parsed = parseDefinition(
    { title: "T", language: "sv", questions: [{ type: "grid", text: "?", ...fields }] },
    () => "id",
  );
  expect(parsed.ok ? [] : parsed.error.map(({ path }) => path)).toEqual([`questions.0.${field}`]);
});

test("an item that may have answers must stay; its text and the labels may change", () => {
  const { conflict } = gridRules;
  expect(conflict(grid, { ...grid, items: grid.items.slice(1) })).toMatchObject({ path: "items", rule: "answered" });
  expect(
    conflict(grid, { ...grid, items: [...grid.items, { id: "b", text: "Ny" }], xLabels: ["", ""] }),
  ).toBeUndefined();
});
