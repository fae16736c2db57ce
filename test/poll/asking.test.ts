import { expect, test } from "vitest";
import {
  askingName,
  askingOf,
  ballotKey,
  ballotKeys,
  exportedName,
  questionOfKey,
  withRound,
} from "../../worker/poll/asking.ts";

test("the first asking is kept under the question's id, every other under a name of its own", () => {
  const first = { question: "q", round: 1, take: 0 };
  expect([ballotKey(first), askingName(first)]).toEqual(["q", "q~1.0"]);
  const keys = [
    "q",
    ...[
      { ...first, take: 1 },
      { ...first, round: 2 },
    ].map(ballotKey),
  ];
  expect(keys).toEqual(["q", "q~1.1", "q~2.0"]);
  expect(keys.map(questionOfKey)).toEqual(["q", "q", "q"]);
  expect(keys.map(exportedName)).toEqual(["q", "q", "q~2"]);
});

test("what counts is the current take of each round", () => {
  expect(ballotKeys({}, "q")).toEqual(["q"]);
  expect(ballotKeys({ q: [2, 1] }, "q")).toEqual(["q~1.2", "q~2.1"]);
});

test.each(["__proto__", "constructor", "toString"])("a question may be called %s", (question) => {
  const asked = withRound(withRound({}, question, 1) ?? {}, question, 2) ?? {};
  expect(askingOf(asked, question, 2)).toEqual({ question, round: 2, take: 0 });
  expect(ballotKeys({}, question)).toEqual([question]);
});
