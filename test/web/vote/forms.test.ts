/** What the controls hold and the answer that it makes, there and back. */

import "./all-forms.ts";
import { createElement } from "preact";
import { renderToString } from "preact-render-to-string";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { translator } from "../../../web/messages/translate.ts";
import { voteSv } from "../../../web/messages/vote.sv.ts";
import type { Entries } from "../../../web/questions/answer-form.ts";
import { formOf } from "../../../web/questions/forms.ts";
import type { Answer, Question } from "../../../worker/questions/registry.ts";
import { rulesOf } from "../../../worker/questions/registry.ts";
import {
  choice,
  grid,
  longScale,
  number,
  openChoice,
  points,
  ranking,
  scale,
  text,
  words,
} from "./sample-questions.ts";

const read = (question: Question, entries: Entries) => formOf(question.type).answerFrom(question, entries, "sv");

const answers: [Question, Answer][] = [
  [choice, { choices: ["org", "dig"] }],
  [openChoice, { choices: ["org"], other: "Höra  till" }],
  [openChoice, { choices: [], other: "Annat" }],
  [openChoice, { choices: ["dig"] }],
  [words, { words: ["får", "höra"] }],
  [text, { text: "Räksmörgås\n🦐" }],
  [scale, { ratings: { rel: 4, time: null } }],
  [longScale, { ratings: { rel: 73, time: null } }],
  [number, { value: 1250.75 }],
  [number, { value: -2.5 }],
  [number, { value: 1e-7 }],
  [grid, { items: { web: { x: 0, y: 9.5 }, pod: null } }],
  [ranking, { order: ["task", "dialog", "short"] }],
  [points, { points: { it: 100, people: 0 } }],
];

it.each(answers)("shows an answer as it was given: %#", (question, answer) => {
  expect(read(question, formOf(question.type).entriesOf(question, answer, "sv"))).toEqual({ answer });
});

it.each(answers)("makes an answer that the service takes: %#", (question, answer) => {
  const result = read(question, formOf(question.type).entriesOf(question, answer, "sv"));
  expect("answer" in result && v.is(rulesOf(question.type).answerSchema(question), result.answer)).toBe(true);
});

it.each([choice, words, text, scale, longScale, points, number, grid])(
  "says what is missing in an untouched form: $type",
  (question) => {
    expect(read(question, formOf(question.type).entriesOf(question, null, "sv"))).toHaveProperty("problem");
  },
);

describe("an answer of one's own", () => {
  const form = (chosen: string[], other: string) =>
    read(openChoice, [...chosen.map((id): Entries[0] => ["choice", id]), ["other", other]]);

  it("counts where it is chosen, and where it is all there is", () => {
    expect(form(["org", "~"], " Nätverk ")).toEqual({ answer: { choices: ["org"], other: "Nätverk" } });
    expect(form([], "Nätverk")).toEqual({ answer: { choices: [], other: "Nätverk" } });
    expect(form(["org"], "ångrat")).toEqual({ answer: { choices: ["org"] } });
    expect(form([], " ")).toMatchObject({ problem: "choice.missing" });
  });
  it("is asked for where it is chosen and not written, or too long", () => {
    expect(form(["~"], "")).toMatchObject({ problem: "choice.write", name: "other" });
    expect(form(["~"], "å".repeat(101))).toMatchObject({ problem: "choice.tooLong", params: { max: 100 } });
    expect(form(["~"], "!!!")).toMatchObject({ problem: "choice.punctuation", name: "other" });
    expect(form(["~"], "👩‍👩‍👧‍👦".repeat(100))).toHaveProperty("answer");
  });
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
    expect(form("kaffe", "!?", "")).toMatchObject({ problem: "words.punctuation", index: 1 });
    expect(form("🎉")).toEqual({ answer: { words: ["🎉"] } });
  });
  it("counts what a reader calls a letter", () => {
    expect(form("👩‍👩‍👧‍👦".repeat(40))).toHaveProperty("answer");
    expect(form("a\u0308".repeat(40))).toHaveProperty("answer");
    expect(form("ok", "ö".repeat(41))).toMatchObject({ problem: "words.tooLong", index: 1 });
  });
});

it("tells by how much a text is too long", () => {
  expect(read(text, [["text", "å".repeat(23)]])).toMatchObject({ problem: "text.over", params: { n: 3 } });
});

it("names the statement that has neither a rating nor been left out", () => {
  const one: Entries = [
    ["slider.rel", "3"],
    ["rating.rel", "slider"],
    ["slider.time", "3"],
  ];
  expect(read(scale, one)).toMatchObject({ problem: "scale.missing", name: "slider.time" });
  // Also a figure, which no button has: the slider would stand elsewhere.
  for (const value of ["", " ", "x", "3"]) {
    const entries: Entries = [
      ["slider.rel", "4"],
      ["rating.rel", value],
      ["rating.time", "none"],
    ];
    expect(read(scale, entries), value).toMatchObject({ problem: "scale.missing", name: "slider.rel" });
  }
});

describe("a scale", () => {
  it("holds sliders in the middle, that are no answer before they are meant", () => {
    const untouched = formOf("scale").entriesOf(longScale, null, "sv");
    expect(untouched).toEqual([
      ["slider.rel", "50"],
      ["slider.time", "50"],
    ]);
    const half: Entries = [...untouched, ["rating.rel", "slider"]];
    expect(read(longScale, half)).toMatchObject({ problem: "scale.missing", name: "slider.time" });
    expect(read(longScale, [...half, ["rating.time", "none"]])).toEqual({
      answer: { ratings: { rel: 50, time: null } },
    });
  });
  it("is no answer without the slider's value", () => {
    for (const value of ["", " ", "x", "1.5", "0x1", "1e0", "slider"]) {
      const entries: Entries = [
        ["slider.rel", value],
        ["rating.rel", "slider"],
        ["rating.time", "none"],
      ];
      expect(read(longScale, entries), value).toMatchObject({ problem: "scale.missing" });
    }
  });
});

describe("a ranking", () => {
  const form = (...order: string[]) =>
    read(
      ranking,
      order.map((id) => ["order", id]),
    );

  it("begins as the options were written, and is an answer as it stands", () => {
    const untouched = formOf("ranking").entriesOf(ranking, null, "sv");
    expect(untouched).toEqual([
      ["order", "dialog"],
      ["order", "short"],
      ["order", "task"],
    ]);
    expect(read(ranking, untouched)).toEqual({ answer: { order: ["dialog", "short", "task"] } });
  });
  it("is what the form says and nothing else: what is missing there is not made up", () => {
    expect(form("task", "dialog")).toEqual({ answer: { order: ["task", "dialog"] } });
    expect(form()).toEqual({ answer: { order: [] } });
  });
  it("keeps what a draft knows of an option list that has changed since", () => {
    const { Fields } = formOf("ranking");
    const entries = ["task", "gone", "dialog", "task"].map((id): [string, string] => ["order", id]);
    const t = translator(voteSv, "sv");
    const html = renderToString(
      createElement(Fields, { question: ranking, entries, language: "sv", languageOf: () => "sv", problem: null, t }),
    );
    expect([...html.matchAll(/name="order" value="(\w+)"/g)].map(([, id]) => id)).toEqual(["task", "dialog", "short"]);
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
    expect(form(it, people)).toMatchObject({ problem: "points.wrong", params: { max: 100 }, name: "points.it" });
  });
  it("points at the field that is no whole number", () => {
    expect(form("50", "5.5")).toMatchObject({ problem: "points.wrong", name: "points.people" });
  });
});

describe("a grid", () => {
  const untouched = formOf("grid").entriesOf(grid, null, "sv");

  it("holds sliders in the middle, that are no answer before they are meant", () => {
    expect(untouched).toEqual([
      ["x.web", "5"],
      ["y.web", "5"],
      ["x.pod", "5"],
      ["y.pod", "5"],
    ]);
    expect(read(grid, [...untouched, ["at.web", "here"]])).toEqual({
      problem: "grid.missing",
      name: "x.pod",
      index: 0,
    });
  });
  it("takes a place, and leaves out what is skipped wherever its sliders are", () => {
    expect(
      read(grid, [
        ["x.web", "6.5"],
        ["y.web", "0"],
        ["at.web", "here"],
        ["x.pod", "9"],
        ["y.pod", "9"],
        ["at.pod", "none"],
      ]),
    ).toEqual({ answer: { items: { web: { x: 6.5, y: 0 }, pod: null } } });
  });
  it("shows a place between two steps at the nearest", () => {
    const entries = formOf("grid").entriesOf(grid, { items: { web: { x: 3.3, y: 9.9 }, pod: null } }, "sv");
    expect(entries.slice(0, 3)).toEqual([
      ["x.web", "3.5"],
      ["y.web", "10"],
      ["at.web", "here"],
    ]);
  });
});
