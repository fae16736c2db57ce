import { describe, expect, test } from "vitest";
import type { PollInfo } from "../../../web/connection/api.ts";
import { actionOfKey, actions, commandFor, isPossible, keysOf } from "../../../web/present/actions.ts";
import { formatTimeLeft, spokenMark } from "../../../web/present/time-left.ts";
import type { PollStageFrame } from "../../../worker/poll/snapshots.ts";
import type { Question } from "../../../worker/questions/registry.ts";

const common = { changeable: true, skippable: false, resultsHidden: false, resultsOnPhones: false };
const questions = ["a", "b"].map((id): Question => ({ ...common, id, type: "text", text: id, maxLength: 250 }));
const poll: PollInfo = {
  id: "p",
  code: "123456",
  status: "live",
  run: 1,
  title: "Träff",
  language: "sv",
  questions,
  settings: { blockList: true },
};

function at(place: number | null, more: Partial<PollStageFrame> = {}) {
  const stage: PollStageFrame = {
    type: "stage",
    seq: 1,
    run: 1,
    title: "Träff",
    question: place === null ? null : (questions[place] ?? null),
    voting: "open",
    results: "shown",
    status: "live",
    language: "sv",
    ...more,
  };
  return { poll, stage };
}

describe("commands", () => {
  test.each([
    ["next in the lobby puts the first question on stage", "next", at(null), { question: "a" }],
    ["next goes on", "next", at(0), { question: "b" }],
    ["next after the last does nothing", "next", at(1), undefined],
    ["previous goes back", "previous", at(1), { question: "a" }],
    ["previous from the first goes to the lobby", "previous", at(0), { question: null }],
    ["previous in the lobby does nothing", "previous", at(null), undefined],
    ["lobby", "lobby", at(1), { question: null }],
    ["locks what is open", "lock", at(0), { voting: "locked" }],
    ["opens what is locked", "lock", at(0, { voting: "locked" }), { voting: "open" }],
    ["hides what is shown", "results", at(0), { results: "hidden" }],
    ["shows what is hidden", "results", at(0, { results: "hidden" }), { results: "shown" }],
    [
      "shows the right answer among the guesses",
      "rightAnswer",
      at(0, { rightAnswer: "hidden", results: "hidden" }),
      { rightAnswer: "shown", results: "shown" },
    ],
    ["hides it again", "rightAnswer", at(0, { rightAnswer: "shown" }), { rightAnswer: "hidden" }],
    ["no right answer where the question has none", "rightAnswer", at(0), undefined],
    ["nothing to lock in the lobby", "lock", at(null), undefined],
    ["restores what was cleared", "restore", at(0, { restorableUntil: "soon" }), { answers: "restore" }],
    ["restores nothing where nothing was cleared", "restore", at(0), undefined],
    ["nothing after the run is closed", "next", at(0, { status: "closed" }), undefined],
  ] as const)("%s", (_, action, state, command) => expect(commandFor(action, state)).toEqual(command));
});

describe("what is possible", () => {
  const possible = (state: ReturnType<typeof at>) => actions.filter((action) => isPossible(action, state));

  test("on a question", () => {
    expect(possible(at(0))).toEqual(actions.filter((action) => action !== "rightAnswer" && action !== "restore"));
    expect(possible(at(0, { restorableUntil: "2026-03-19T13:00:00.000Z" }))).toContain("restore");
    expect(possible(at(0, { results: "hidden" }))).not.toContain("table");
  });

  test("in the lobby nothing that needs a question", () => {
    expect(possible(at(null, { status: "draft" }))).toEqual([
      "next",
      "goto",
      "qr",
      "join",
      "health",
      "looks",
      "remote",
      "fullscreen",
      "help",
    ]);
    expect(possible(at(null))).toContain("close");
  });

  test("after the run is closed nothing that changes it", () => {
    expect(possible(at(0, { status: "closed" }))).toEqual(["health", "looks", "remote", "fullscreen", "help"]);
  });
});

describe("keys", () => {
  test("no key has two meanings", () => {
    const keys = actions.flatMap((action) => keysOf[action]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  const plain = { ctrlKey: false, altKey: false, metaKey: false };
  test.each([
    ["ArrowRight", "next"],
    ["PageDown", "next"],
    [" ", "next"],
    ["ArrowLeft", "previous"],
    ["PageUp", "previous"],
    ["l", "lock"],
    ["L", "lock"],
    ["r", "results"],
    ["a", "rightAnswer"],
    ["T", "table"],
    ["f", "fullscreen"],
    ["?", "help"],
    ["ArrowDown", "next"],
    ["ArrowUp", "previous"],
    ["Home", "lobby"],
    ["g", "goto"],
    ["x", "clear"],
    ["Enter", undefined],
    ["z", undefined],
  ])("%s", (key, action) => expect(actionOfKey({ ...plain, key })).toBe(action));

  test("the browser keeps its own combinations", () => {
    expect(actionOfKey({ ...plain, key: "r", ctrlKey: true })).toBeUndefined();
    expect(actionOfKey({ ...plain, key: "ArrowLeft", altKey: true })).toBeUndefined();
  });
});

test.each([
  [65_000, "1:05"],
  [64_001, "1:05"],
  [1, "0:01"],
  [0, "0:00"],
  [-500, "0:00"],
  [3_723_000, "1:02:03"],
])("%i ms left reads %s", (ms, text) => expect(formatTimeLeft(ms)).toBe(text));

test.each([
  [301_000, undefined],
  [300_000, 300],
  [60_001, 300],
  [60_000, 60],
  [12_000, 30],
  [0, 10],
])("at %i ms the mark is %s", (ms, mark) => expect(spokenMark(ms)).toBe(mark));
