import { describe, expect, test } from "vitest";
import type { PollInfo } from "../../../web/connection/api.ts";
import { actionOfKey, commandFor } from "../../../web/present/actions.ts";
import { formatTimeLeft } from "../../../web/present/time-left.ts";
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
    ["nothing after the run is closed", "next", at(0, { status: "closed" }), undefined],
  ] as const)("%s", (_, action, state, command) => expect(commandFor(action, state)).toEqual(command));
});

describe("keys", () => {
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
    ["Enter", undefined],
    ["x", undefined],
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
