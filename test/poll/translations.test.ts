import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Definition } from "../../worker/poll/definition.ts";
import { frameAsSeenBy, type PollStageFrame, stageFrame } from "../../worker/poll/snapshots.ts";
import { asWritten, frameIn, languageFor } from "../../worker/poll/translations.ts";
import { limits } from "../../worker/shared/limits.ts";
import { mapTexts } from "../../worker/shared/people-texts.ts";
import { isPlainObject } from "../../worker/shared/plain-object.ts";
import { choice, grid, number, points, ranking, scale, text, words } from "../questions/questions.ts";
import { parsed, problems } from "./parsing.ts";

const question = {
  id: "q",
  type: "choice",
  text: { sv: "Vilken?", en: "Which one?" },
  options: [{ id: "a", text: { en: "Yes", sv: "Ja" } }, { text: { sv: "Nej", en: "No" } }, { id: "c", text: "ABB" }],
};
const poll = { title: { sv: "Träff", en: "Meeting" }, language: "sv", questions: [question] };
const withQuestion = (changes: object) => ({ ...poll, questions: [{ ...question, ...changes }] });

const everyType = [choice, words, text, scale, ranking, points, number, grid];

/** The stage with the first question on it, as attendees get it. */
function onStage(definition: Definition): PollStageFrame {
  const [first] = definition.questions;
  const stage = {
    phase: "question" as const,
    run: 1,
    asked: {},
    question: first?.id ?? "",
    round: 1,
    voting: { state: "open" as const, closesAt: null },
    results: "hidden" as const,
  };
  return stageFrame(stage, definition, 1, 0, "attendees");
}

describe("texts in several languages", () => {
  test("leave a poll in its own language, with the others beside it", () => {
    const definition = parsed(poll);
    expect(definition).toMatchObject({
      title: "Träff",
      questions: [{ text: "Vilken?", options: [{ id: "a", text: "Ja" }, { text: "Nej" }, { text: "ABB" }] }],
      translations: {
        en: {
          title: "Meeting",
          "questions.q.text": "Which one?",
          "questions.q.options.a.text": "Yes",
          "questions.q.options.id1.text": "No",
        },
      },
    });
    expect(parsed({ ...poll, title: "Träff", questions: [choice] })).not.toHaveProperty("translations");
  });

  test("are cleaned as others are, and written back as they came", () => {
    const definition = parsed(withQuestion({ text: { sv: " Vilken? ", en: " Which one?\u0000" } }));
    expect(asWritten(definition)).toMatchObject({ ...poll, questions: [{ text: question.text }] });
    expect(parsed(asWritten(definition))).toEqual(definition);
  });

  test("may stand wherever a text for people does, in every type", () => {
    const strings = (node: unknown, path: string): string[] => {
      if (typeof node === "string") return [path];
      return Object.entries(Object(node)).flatMap(([name, value]) =>
        ["id", "type"].includes(name) ? [] : strings(value, `${path}.${name}`),
      );
    };
    const translatable = mapTexts({ questions: everyType }, () => ({}));
    expect(strings(translatable, "")).toEqual([]);
    expect(strings({ questions: everyType }, "").length).toBeGreaterThan(20);
  });

  test.each<[string, unknown, string[]]>([
    ["the poll's own missing", withQuestion({ text: { en: "Which?" } }), ["questions.0.text.sv: missing"]],
    ["none at all", withQuestion({ text: {} }), ["questions.0.text.sv: missing"]],
    ["no text", withQuestion({ text: { sv: "Vilken?", en: 1 } }), ["questions.0.text.en: string"]],
    ["no text in its own", withQuestion({ text: { sv: null, en: "Which?" } }), ["questions.0.text.sv: string"]],
    ["a blank text", withQuestion({ text: { sv: "Vilken?", en: " " } }), ["questions.0.text.en: check"]],
    [
      "too long a text in each",
      withQuestion({ text: { sv: "å".repeat(501), en: "x".repeat(501) } }),
      ["questions.0.text.sv: check", "questions.0.text.en: check"],
    ],
    [
      "a wrong option",
      withQuestion({ options: [{ text: { sv: "Ja", en: "" } }, { text: "Nej" }] }),
      ["questions.0.options.0.text.en: check"],
    ],
    ["no language", withQuestion({ text: { sv: "Vilken?", "?": "x" } }), ["questions.0.text.?: language"]],
    [
      "a name that objects have",
      withQuestion({ text: JSON.parse('{"sv": "Vilken?", "__proto__": "x"}') }),
      ["questions.0.text.__proto__: language"],
    ],
    [
      "more languages than a poll can have",
      { ...poll, title: Object.fromEntries(["sv", "en", "fi", "nb", "da", "is", "de"].map((tag) => [tag, "x"])) },
      ["title.de: languages"],
    ],
    ["what is no text", withQuestion({ maxChoices: { sv: 1, en: 1 } }), ["questions.0.maxChoices: number"]],
    ["a field that the type lacks", withQuestion({ unit: { sv: "m", en: "m" } }), ["questions.0.unit: unknown-field"]],
    ["notes", withQuestion({ notes: { sv: "x", en: "y" } }), ["questions.0.notes: string"]],
    ["no language of the poll", { ...poll, language: 1, questions: [choice] }, ["title: string", "language: string"]],
    ["the field inside", { ...parsed(poll) }, ["translations: unknown-field"]],
  ])("%s is refused", (_, input, expected) => {
    expect(problems(input)).toEqual(expected);
  });

  test("as many languages as a poll can have are taken", () => {
    const tags = ["sv", "en", "fi", "nb", "da", "is"];
    expect(tags).toHaveLength(limits.languages);
    const definition = parsed({ ...poll, title: Object.fromEntries(tags.map((tag) => [tag, tag])) });
    expect(Object.keys(definition.translations ?? {}).sort()).toEqual(tags.slice(1).sort());
  });
});

/** Each text in some of three languages, or as it was. */
const anyPoll = fc
  .record({
    questions: fc.shuffledSubarray(everyType, { minLength: 1 }),
    given: fc.infiniteStream(fc.subarray(["en", "fi", "toString"])),
    words: fc.infiniteStream(fc.stringMatching(/^[a-zåäö]{1,9}$/)),
  })
  .map(({ questions, given, words: other }) =>
    mapTexts({ title: "Träff", language: "sv", questions }, (own) => {
      const languages = given.next().value ?? [];
      if (languages.length === 0) return undefined;
      return Object.fromEntries([["sv", own], ...languages.map((tag: string) => [tag, other.next().value])]);
    }),
  );

test("a poll that is read and created again is the same poll, and each text is the one that was given", () => {
  fc.assert(
    fc.property(anyPoll, (sent) => {
      const definition = parsed(sent);
      expect(parsed(asWritten(definition))).toEqual(definition);
      for (const language of ["en", "fi", "toString"]) {
        const sentTexts = new Map<string, unknown>();
        mapTexts(sent, (value, path) => {
          const texts = isPlainObject(value) ? value : { sv: value };
          sentTexts.set(path, Object.hasOwn(texts, language) ? texts[language] : texts.sv);
        });
        for (const [index, { id }] of definition.questions.entries()) {
          const { question: asked } = frameIn(
            onStage({ ...definition, questions: definition.questions.filter((other) => other.id === id) }),
            definition,
            language,
          );
          mapTexts({ questions: [asked] }, (value, path) => {
            expect([path, value]).toEqual([path, sentTexts.get(path.replace("questions.0", `questions.${index}`))]);
          });
        }
      }
    }),
    { numRuns: 60 },
  );
});

describe("an attendee's frame", () => {
  const definition = parsed(withQuestion({ randomOrder: true }));
  const frame = onStage(definition);

  test("is in the language that is wished, with its tag", () => {
    expect(frame).toMatchObject({ title: "Träff", language: "sv", languages: ["sv", "en"] });
    expect(frameIn(frame, definition, "en")).toMatchObject({
      title: "Meeting",
      language: "en",
      question: { text: "Which one?", options: [{ text: "Yes" }, { text: "No" }, { text: "ABB" }] },
      untranslated: ["ABB"],
    });
    expect(frame).not.toHaveProperty("untranslated");
  });

  test("is the very same in the poll's own, and where nothing of it is given in the language", () => {
    expect(frameIn(frame, definition, "sv")).toBe(frame);
    expect(frameIn(frame, definition, "toString")).toBe(frame);
    const other = parsed({ ...poll, questions: [choice, question] });
    const untranslated = onStage(other);
    expect(frameIn(untranslated, other, "en")).toBe(untranslated);
  });

  test("has the options in the attendee's order whatever its language", () => {
    const orders = ["sv", "en"].map((language) => {
      const seen = frameAsSeenBy(frameIn(frame, definition, language), "somebody").question;
      return seen?.type === "choice" ? seen.options.map(({ id }) => id) : [];
    });
    expect(orders[0]).toHaveLength(3);
    expect(orders[0]).toEqual(orders[1]);
  });

  test.each([
    [["en"], "en"],
    [["en-GB", "sv"], "en"],
    [["EN"], "en"],
    [["fi", "en-US", "sv"], "en"],
    [["sv-FI", "en"], "sv"],
    [["fi"], "sv"],
    [[], "sv"],
    [["toString"], "sv"],
  ])("with the wishes %j comes in %s", (wishes, language) => {
    expect(languageFor(definition, wishes)).toBe(language);
  });
});
