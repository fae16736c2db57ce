import { expect, test } from "vitest";
import {
  actionsOf,
  commandOf,
  found,
  partsOf,
  type Row,
  rowsOf,
  takesModeration,
} from "../../../web/present/moderation/entries.ts";
import type { PollTallyFrame } from "../../../worker/poll/snapshots.ts";
import { choice, text, words } from "../../questions/questions.ts";

const at = "2026-03-19T13:05:00.000Z";
const later = "2026-03-19T13:06:00.000Z";
const common = { type: "tally" as const, seq: 1, run: 1, question: "w", answered: 3, present: 3 };
const ofWords: PollTallyFrame = {
  ...common,
  tally: { answered: 3, hidden: 2, words: [{ word: "Höra", count: 2, variants: { Höra: 2 } }] },
  moderation: {
    hidden: [
      { entry: "röv", text: "röv", count: 1, by: "list" },
      { entry: "kaos", text: "kaos", count: 1, by: "moderator" },
    ],
    waiting: [],
    merged: [{ word: "lyssna", into: "höra" }],
  },
};
const ofTexts: PollTallyFrame = {
  ...common,
  tally: {
    answered: 3,
    waiting: 1,
    entries: [
      { text: "Först", at, id: "a" },
      { text: "Sedan", at: later, id: "b" },
    ],
  },
  moderation: { hidden: [], waiting: [{ entry: "c", text: "Kanske", at }], merged: [] },
};

test("words are listed as they stand, and what is hidden and merged by itself", () => {
  const rows = rowsOf(ofWords);
  expect(rows.shown).toEqual([{ part: "shown", entry: "Höra", text: "Höra", count: 2 }]);
  expect(rows.hidden.map(({ entry, by }) => [entry, by])).toEqual([
    ["röv", "list"],
    ["kaos", "moderator"],
  ]);
  expect(rows.merged).toEqual([{ part: "merged", entry: "lyssna", text: "lyssna", into: "höra" }]);
});

test("texts are listed the latest first, those that wait in the order they came", () => {
  const rows = rowsOf(ofTexts);
  expect(rows.shown.map(({ entry }) => entry)).toEqual(["b", "a"]);
  expect(rows.waiting.map(({ entry }) => entry)).toEqual(["c"]);
});

test("of a choice the answers of one's own are listed", () => {
  const other = { count: 2, words: [{ word: "Båt", count: 2, variants: { Båt: 2 } }], hidden: 0 };
  const rows = rowsOf({ ...common, tally: { answered: 3, counts: { a: 1 }, other } });
  expect(rows.shown).toEqual([{ part: "shown", entry: "Båt", text: "Båt", count: 2 }]);
  expect(rows.shown.map((row) => actionsOf(row, choice, null))).toEqual([["hide", "merge"]]);
});

test("what is not written by attendees has no rows", () => {
  expect([words, text, choice].map(takesModeration)).toEqual([true, true, false]);
  expect(takesModeration({ ...choice, allowOther: true })).toBe(true);
  expect(rowsOf({ ...common, tally: { answered: 1, counts: { a: 1 } } })).toEqual({
    shown: [],
    waiting: [],
    hidden: [],
    merged: [],
  });
});

test("approve-first opens with what waits", () => {
  expect(partsOf({ ...text, approveFirst: true })[0]).toBe("waiting");
  expect(partsOf(text)).toEqual(["shown", "hidden"]);
  expect(partsOf(words)).toEqual(["shown", "hidden", "merged"]);
});

test("searching disregards case, and looks at both sides of a merge", () => {
  const { shown, merged } = rowsOf(ofWords);
  expect(found(shown, " HÖ", "sv")).toHaveLength(1);
  expect(found(shown, "ho", "sv")).toEqual([]);
  expect(found(merged, "höra", "sv")).toHaveLength(1);
});

test("each row offers what undoes or does what it stands for", () => {
  const [row] = rowsOf(ofWords).shown;
  const { hidden, merged } = rowsOf(ofWords);
  const { waiting } = rowsOf(ofTexts);
  const offered = (rows: readonly (Row | undefined)[], question = words) =>
    rows.map((one) => one && actionsOf(one, question, null));
  expect(offered([row, ...hidden, ...merged])).toEqual([["hide", "merge"], ["allow"], ["restore"], ["unmerge"]]);
  expect(waiting.map((one) => actionsOf(one, text, null))).toEqual([["approve", "hide"]]);
  expect(row && actionsOf(row, words, "lyssna")).toEqual(["mergeHere"]);
  expect(row && actionsOf(row, words, "Höra")).toEqual([]);
});

test("a press asks for the command that it names", () => {
  const row: Row = { part: "shown", entry: "Höra", text: "Höra" };
  const asked = (action: Parameters<typeof commandOf>[0], merging: string | null = null) =>
    commandOf(action, row, "w", merging);
  expect(asked("hide")).toEqual({ question: "w", action: "hide", entry: "Höra" });
  expect(asked("approve")).toEqual({ question: "w", action: "show", entry: "Höra" });
  expect(asked("allow")).toEqual({ question: "w", action: "show", entry: "Höra" });
  expect(asked("unmerge")).toEqual({ question: "w", action: "unmerge", entry: "Höra" });
  expect(asked("mergeHere", "lyssna")).toEqual({ question: "w", action: "merge", entry: "lyssna", into: "Höra" });
  expect(asked("merge")).toBeUndefined();
});
