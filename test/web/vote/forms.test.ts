/** What the controls hold and the answer that it makes, there and back. */

import "./all-forms.ts";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import type { Entries } from "../../../web/questions/answer-form.ts";
import { formOf } from "../../../web/questions/forms.ts";
import type { Answer, Question } from "../../../worker/questions/registry.ts";
import { rulesOf } from "../../../worker/questions/registry.ts";
import { choice, points, ranking, scale, text, words } from "./sample-questions.ts";

const read = (question: Question, entries: Entries) => formOf(question.type).answerFrom(question, entries);

const answers: [Question, Answer][] = [
  [choice, { choices: ["org", "dig"] }],
  [words, { words: ["får", "höra"] }],
  [text, { text: "Räksmörgås\n🦐" }],
  [scale, { ratings: { rel: 4, time: null } }],
  [ranking, { order: ["task", "dialog", "short"] }],
  [points, { points: { it: 100, people: 0 } }],
];

it.each(answers)("shows an answer as it was given: %#", (question, answer) => {
  expect(read(question, formOf(question.type).entriesOf(question, answer))).toEqual({ answer });
});

it.each(answers)("makes an answer that the service takes: %#", (question, answer) => {
  const result = read(question, formOf(question.type).entriesOf(question, answer));
  expect("answer" in result && v.is(rulesOf(question.type).answerSchema(question), result.answer)).toBe(true);
});

it.each([choice, words, text, scale, points])("says what is missing in an untouched form: $type", (question) => {
  expect(read(question, formOf(question.type).entriesOf(question, null))).toHaveProperty("problem");
});

describe("words", () => {
  const form = (...typed: string[]) =>
    read(
      words,
      typed.map((word) => ["word", word]),
    );

  it("leaves out empty fields, wherever they stand", () => {
    expect(form("", " kaffe ", "")).toEqual({ answer: { words: ["kaffe"] } });
  });
  it("points at the word that is punctuation alone, and takes an emoji", () => {
    expect(form("kaffe", "!?", "")).toMatchObject({ problem: "problem.punctuation", index: 1 });
    expect(form("🎉")).toEqual({ answer: { words: ["🎉"] } });
  });
  it("counts what a reader calls a letter", () => {
    expect(form("👩‍👩‍👧‍👦".repeat(40))).toHaveProperty("answer");
    expect(form("a\u0308".repeat(40))).toHaveProperty("answer");
    expect(form("ok", "ö".repeat(41))).toMatchObject({ problem: "problem.wordLength", index: 1 });
  });
});

it("tells by how much a text is too long", () => {
  expect(read(text, [["text", "å".repeat(23)]])).toMatchObject({ problem: "text.over", params: { n: 3 } });
});

it("names the statement that has neither a rating nor been left out", () => {
  expect(read(scale, [["rating.rel", "3"]])).toMatchObject({ problem: "problem.scale", name: "rating.time" });
});

describe("a ranking", () => {
  const form = (...order: string[]) =>
    read(
      ranking,
      order.map((id) => ["order", id]),
    );

  it("begins as the options were written, and is an answer as it stands", () => {
    const untouched = formOf("ranking").entriesOf(ranking, null);
    expect(untouched).toEqual([
      ["order", "dialog"],
      ["order", "short"],
      ["order", "task"],
    ]);
    expect(read(ranking, untouched)).toEqual({ answer: { order: ["dialog", "short", "task"] } });
  });
  it("keeps what a draft knows of an option list that has changed since", () => {
    expect(form("task", "gone", "dialog", "task")).toEqual({ answer: { order: ["task", "dialog", "short"] } });
  });
});

describe("points", () => {
  const form = (it: string, people: string) =>
    read(points, [
      ["points.it", it],
      ["points.people", people],
    ]);

  it("takes an empty field for none", () => {
    expect(form("100", "")).toEqual({ answer: { points: { it: 100, people: 0 } } });
    expect(form(" ", "100")).toHaveProperty("problem");
    expect(form("050", "50")).toEqual({ answer: { points: { it: 50, people: 50 } } });
  });
  it.each([
    ["99", ""],
    ["60", "41"],
    ["1e2", ""],
    ["-0", "100"],
    ["-1", "101"],
    ["99.5", "0.5"],
    ["Infinity", ""],
    ["1".repeat(400), ""],
  ])("is no answer where %s and %s are given", (it, people) => {
    expect(form(it, people)).toMatchObject({ problem: "problem.points", params: { max: 100 }, name: "points.it" });
  });
  it("points at the field that is no whole number", () => {
    expect(form("50", "5.5")).toMatchObject({ problem: "problem.points", name: "points.people" });
  });
});
