import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exceedsBytes, parseClientFrame } from "../../worker/shared/client-frames.ts";
import { limits } from "../../worker/shared/limits.ts";
import { anyText } from "./any-text.ts";

const answer = { type: "answer", ref: "r1", question: "q", answer: { choices: ["a"] } };

test("an answer comes through as it was sent", () => {
  expect(parseClientFrame(JSON.stringify(answer))).toEqual({ ok: true, value: answer });
  expect(parseClientFrame(JSON.stringify({ ...answer, answer: null }))).toMatchObject({ ok: true });
});

test("a stage command and a confirmation come through", () => {
  const stage = { type: "stage", ref: "r", question: null, voting: "locked", results: "shown", seconds: 30 };
  expect(parseClientFrame(JSON.stringify(stage))).toEqual({ ok: true, value: stage });
  expect(parseClientFrame('{"type":"got","seq":4}')).toEqual({ ok: true, value: { type: "got", seq: 4 } });
});

describe("refuses", () => {
  test.each([
    ["", "invalid"],
    ["{", "invalid"],
    ["null", "invalid"],
    ["[]", "invalid"],
    ["3", "invalid"],
    ['"ping"', "invalid"],
    ["{}", "invalid"],
    ['{"type":3}', "invalid"],
    ['{"type":"vote"}', "unknown"],
    ['{"type":"__proto__"}', "unknown"],
    ['{"type":"constructor"}', "unknown"],
    ['{"type":"toString"}', "unknown"],
    ['{"type":"got","seq":1e400}', "invalid"],
    ['{"type":"got","seq":-1}', "invalid"],
    ['{"type":"stage","ref":"r","seconds":0}', "invalid"],
    ['{"type":"stage","ref":"r","voting":"ajar"}', "invalid"],
    ['{"type":"answer","question":"q","answer":null}', "invalid"],
  ])("%s as %s", (raw, code) => {
    expect(parseClientFrame(raw)).toMatchObject({ ok: false, error: { type: "error", code } });
  });

  test.each(["ref", "question", "answer"] as const)("an answer without its %s", (field) => {
    const { [field]: _left, ...rest } = answer;
    expect(parseClientFrame(JSON.stringify(rest))).toMatchObject({ ok: false, error: { code: "invalid" } });
  });

  test.each(["extra", "__proto__", "constructor", "toString"])("the unknown key %s", (key) => {
    const raw = `{"type":"answer","ref":"r1","question":"q","answer":null,${JSON.stringify(key)}:1}`;
    const error = { code: "invalid", ref: "r1", message: `${key}: is not a known field` };
    expect(parseClientFrame(raw)).toMatchObject({ ok: false, error });
  });

  test("a field of another type, by its name", () => {
    const error = { code: "invalid", message: "seq: must be a number" };
    expect(parseClientFrame('{"type":"got","seq":"4"}')).toMatchObject({ ok: false, error });
  });

  test("a ref that is empty or too long", () => {
    for (const ref of ["", "x".repeat(limits.refLength + 1)]) {
      expect(parseClientFrame(JSON.stringify({ ...answer, ref }))).toMatchObject({
        ok: false,
        error: { code: "invalid" },
      });
    }
  });

  test("a frame above the limit, counted in bytes", () => {
    const raw = (length: number) => JSON.stringify({ ...answer, answer: { text: "å".repeat(length) } });
    expect(parseClientFrame(raw(3000))).toMatchObject({ ok: true });
    expect(parseClientFrame(raw(4096))).toMatchObject({ ok: false, error: { code: "too-large" } });
  });
});

test("names the ref of what it refuses, so that a client can tell which", () => {
  expect(parseClientFrame('{"type":"answer","ref":"r9"}')).toMatchObject({ ok: false, error: { ref: "r9" } });
});

test("no text makes it throw", () => {
  fc.assert(fc.property(fc.oneof(anyText, fc.json()), (raw) => void parseClientFrame(raw)));
});

test("measures bytes, not characters", () => {
  expect(exceedsBytes("abcd", 4)).toBe(false);
  expect(exceedsBytes("abcå", 4)).toBe(true);
  expect(exceedsBytes("😀", 4)).toBe(false);
});
