import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { definitionConflicts, parseDefinition } from "../../worker/poll/definition.ts";
import closingPoll from "../support/closing-poll.sv.json" with { type: "json" };
import { counter, parsed, problems } from "./parsing.ts";

const question = { type: "choice", text: "Vilken?", options: [{ text: "Ja" }, { text: "Nej" }] };
const poll = { title: "Träff", language: "sv", questions: [question] };
const withQuestion = (changes: object) => ({ ...poll, questions: [{ ...question, ...changes }] });
const scale = { type: "scale", text: "Hur?", statements: [{ text: "Bra" }] };

test("the closing poll is parsed, with defaults and an id for everything", () => {
  const definition = parsed(closingPoll);
  expect(definition.settings).toEqual({ blockList: true });
  expect(definition.questions.map(({ type }) => type)).toEqual(["words", "choice", "scale", "ranking", "text"]);
  expect(definition.questions[1]).toMatchObject({
    changeable: true,
    skippable: false,
    resultsHidden: false,
    resultsOnPhones: false,
    maxChoices: 2,
  });
  const ids = definition.questions.flatMap((each) => [
    each.id,
    ...("options" in each ? each.options : "statements" in each ? each.statements : []).map(({ id }) => id),
  ]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(parsed(definition)).toEqual(definition);
});

test("defaults are the contract's", () => {
  const { questions } = parsed({
    ...poll,
    questions: [question, { type: "words", text: "Ord?" }, { type: "text", text: "Vad?" }, scale],
  });
  expect(questions).toMatchObject([
    { maxChoices: 1 },
    { maxWords: 3 },
    { maxLength: 250 },
    { min: 1, max: 5, minLabel: "", maxLabel: "" },
  ]);
});

test("ids that are given are kept, and made ones differ from them", () => {
  const { questions } = parsed({
    ...poll,
    questions: [
      { ...question, id: "id2", options: [{ id: "__proto__", text: "Ja" }, { text: "Nej" }] },
      { ...question, id: "-", options: [{ text: "Ja" }, { id: "id1", text: "Nej" }] },
    ],
  });
  expect(questions).toMatchObject([
    { id: "id2", options: [{ id: "__proto__" }, { id: "id3" }] },
    { id: "-", options: [{ id: "id4" }, { id: "id1" }] },
  ]);
});

describe("a wrong field is named by its path", () => {
  test.each<[string, unknown, string[]]>([
    ["no object", [], [": type"]],
    ["null", null, [": type"]],
    ["a missing title", { language: "sv", questions: [question] }, ["title: missing"]],
    ["a blank title", { ...poll, title: " \u200b " }, ["title: check"]],
    ["a long title", { ...poll, title: "x".repeat(201) }, ["title: check"]],
    ["an unknown field", { ...poll, extra: 1 }, ["extra: unknown-field"]],
    ["no language", { ...poll, language: "svenska språket" }, ["language: check"]],
    ["no questions", { ...poll, questions: [] }, ["questions: min-length"]],
    ["questions that are no list", { ...poll, questions: { 0: question } }, ["questions: array"]],
    ["an unknown type", withQuestion({ type: "quiz" }), ["questions.0.type: picklist"]],
    ["a type of every object", withQuestion({ type: "constructor" }), ["questions.0.type: picklist"]],
    ["a question without a type", { ...poll, questions: [{ text: "?" }] }, ["questions.0.type: missing"]],
    ["a question that is null", { ...poll, questions: [null] }, ["questions.0: loose-object"]],
    ["an unknown field of a question", withQuestion({ maxWords: 3 }), ["questions.0.maxWords: unknown-field"]],
    ["one option", withQuestion({ options: [{ text: "Ja" }] }), ["questions.0.options: min-length"]],
    ["21 options", withQuestion({ options: Array(21).fill({ text: "Ja" }) }), ["questions.0.options: max-length"]],
    [
      "a blank option",
      withQuestion({ options: [{ text: "Ja" }, { text: "" }] }),
      ["questions.0.options.1.text: check"],
    ],
    ["a wrong id", withQuestion({ id: "å" }), ["questions.0.id: regex"]],
    ["an id that is too long", withQuestion({ id: "x".repeat(33) }), ["questions.0.id: regex"]],
    [
      "an option's id twice",
      withQuestion({
        options: [
          { id: "a", text: "Ja" },
          { id: "a", text: "Nej" },
        ],
      }),
      ["questions.0.options: check"],
    ],
    [
      "a question's id twice",
      {
        ...poll,
        questions: [
          { ...question, id: "q" },
          { ...question, id: "q" },
        ],
      },
      ["questions: check"],
    ],
    ["more choices than options", withQuestion({ maxChoices: 3 }), ["questions.0.maxChoices: check"]],
    ["half a choice", withQuestion({ maxChoices: 1.5 }), ["questions.0.maxChoices: integer"]],
    ["endless choices", withQuestion({ maxChoices: JSON.parse("1e400") }), ["questions.0.maxChoices: integer"]],
    ["no choices", withQuestion({ maxChoices: 0 }), ["questions.0.maxChoices: min-value"]],
    ["a flag that is text", withQuestion({ skippable: "yes" }), ["questions.0.skippable: boolean"]],
    ["a scale upside down", { ...poll, questions: [{ ...scale, min: 5, max: 1 }] }, ["questions.0.max: check"]],
    ["a scale of many steps", { ...poll, questions: [{ ...scale, min: 0, max: 101 }] }, ["questions.0.max: check"]],
    ["an unknown setting", { ...poll, settings: { colour: "red" } }, ["settings.colour: unknown-field"]],
  ])("%s", (_name, input, expected) => {
    const found = problems(input);
    for (const problem of expected) expect(found).toContain(problem);
    expect(found).not.toEqual([]);
  });

  test.each(["__proto__", "constructor", "toString"])("the unknown field %s", (key) => {
    expect(problems(JSON.parse(`{${JSON.stringify(poll).slice(1, -1)},"${key}":{}}`))).toEqual([
      `${key}: unknown-field`,
    ]);
  });
});

test("no JSON makes it throw", () => {
  const near = fc.record(
    { title: fc.jsonValue(), language: fc.jsonValue(), questions: fc.array(fc.jsonValue()), settings: fc.jsonValue() },
    { requiredKeys: [] },
  );
  fc.assert(fc.property(fc.oneof(fc.jsonValue(), near), (input) => void parseDefinition(input, counter())));
});

describe("replacing a definition that has answers", () => {
  const before = parsed({
    ...poll,
    questions: [
      {
        ...question,
        id: "c",
        options: [
          { id: "a", text: "Ja" },
          { id: "b", text: "Nej" },
        ],
      },
      { ...scale, id: "s", statements: [{ id: "x", text: "Bra" }] },
      { type: "text", id: "t", text: "Vad?" },
    ],
  });
  const [first, second, third] = before.questions;
  const conflicts = (questions: unknown[], answered: string[]) =>
    definitionConflicts(before, parsed({ ...poll, questions }), new Set(answered)).map(({ path }) => path);

  test("anything may change while nothing has answers", () => expect(conflicts([question], [])).toEqual([]));

  test("texts, order and further questions may change", () => {
    expect(conflicts([{ ...third, text: "Annat?" }, question, second, first], ["c", "s", "t"])).toEqual([]);
  });

  test.each<[string, unknown[], string[]]>([
    ["a question that has answers must stay", [second, third], ["questions"]],
    ["and keep its type", [second, third, { type: "text", id: "c", text: "?" }], ["questions.2.type"]],
    [
      "and its options",
      [{ ...first, options: [{ id: "a", text: "Ja" }, { text: "Nej" }] }, second, third],
      ["questions.0.options"],
    ],
    ["and its values", [first, { ...second, max: 4 }, third], ["questions.1.max"]],
  ])("%s", (_name, questions, paths) => expect(conflicts(questions, ["c", "s", "t"])).toEqual(paths));
});
