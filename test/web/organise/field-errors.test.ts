import { describe, expect, it } from "vitest";
import { Problem } from "../../../web/connection/api.ts";
import { organiseEn } from "../../../web/messages/organise.en.ts";
import { organiseSv } from "../../../web/messages/organise.sv.ts";
import { translator } from "../../../web/messages/translate.ts";
import { definitionOf, moveQuestion, readDraft, removeQuestion } from "../../../web/organise/draft.ts";
import { fieldErrorText, problemText } from "../../../web/organise/error-text.ts";
import {
  enclosingPaths,
  indexedPath,
  keyedPath,
  placeInWords,
  questionKey,
  stillWrong,
} from "../../../web/organise/field-place.ts";
import { definitionConflicts, parseDefinition } from "../../../worker/poll/definition.ts";
import { countedKeys } from "./keys.ts";

const sv = translator(organiseSv, "sv");
const en = translator(organiseEn, "en");

const definition = {
  title: "Fika",
  language: "sv",
  questions: [
    { id: "a", type: "choice", text: "Te eller kaffe?", options: [{ text: "Te" }, { text: " " }] },
    { id: "b", type: "scale", text: "Hur gick det?", statements: [{ text: "Bra" }], min: 5, max: 1 },
  ],
};
const { draft } = readDraft(definition, "sv", countedKeys());
const errorsOf = (raw: unknown) => {
  const parsed = parseDefinition(raw, countedKeys());
  return parsed.ok ? [] : parsed.error;
};

describe("a field error", () => {
  it("is told by place and rule in both languages", () => {
    const told = errorsOf(definition).map((error) =>
      [sv, en].map((t) => `${placeInWords(error.path, t)}: ${fieldErrorText(error, t)}`),
    );
    expect(told).toEqual([
      ["Fråga 1, alternativ 2: Skriv något här.", "Question 1, option 2: Write something here."],
      [
        "Fråga 2, högsta värde: Måste vara högre än det lägsta värdet.",
        "Question 2, highest value: Has to be higher than the lowest value.",
      ],
    ]);
  });

  it.each([
    [{ title: "x".repeat(201), language: "sv", questions: [] }, "För långt: högst 200 tecken.", "Minst 1 behövs."],
    [
      { title: "x", language: "!", questions: [{ type: "text", text: "x", maxLength: 0.5 }] },
      "Är inget språk.",
      "Skriv ett heltal.",
    ],
    [{ language: "sv", questions: [{ type: "text", text: "x", maxLength: null }] }, "Saknas.", "Skriv ett tal."],
    [
      { title: "x", language: "sv", questions: [{ type: "text", text: 1, foo: 1 }] },
      "Måste vara text.",
      "Det finns inget sådant fält.",
    ],
    [
      { title: "x", language: "sv", questions: [{ type: "dance" }, { type: "words", text: "x", maxWords: 21 }] },
      "Går inte att välja.",
      "Högst 20.",
    ],
    [
      {
        title: "x",
        language: "sv",
        questions: [{ type: "choice", text: "x", maxChoices: 3, options: [{ text: "a" }, { text: "b" }] }],
        x: 1,
      },
      "Fler än det finns alternativ.",
      "Det finns inget sådant fält.",
    ],
    [
      {
        title: "x",
        language: "sv",
        questions: [{ type: "scale", text: "x", statements: [{ text: "a" }], max: 300 }, 7],
      },
      "För många steg: högst 101.",
      "",
    ],
  ])("of %j has our words", (raw, ...expected) => {
    const told = errorsOf(raw).map((error) => fieldErrorText(error, sv));
    for (const text of expected) if (text !== "") expect(told).toContain(text);
  });

  it("of the looks says what to change", () => {
    const svg = "data:image/svg+xml;base64,PHN2Zy8+";
    const large = `data:image/jpeg;base64,${"/9j/".repeat(22_000)}`;
    const raw = (settings: object) => ({
      title: "x",
      language: "sv",
      questions: [{ type: "text", text: "x" }],
      settings,
    });
    const told = [
      { accent: "#ffd400" },
      { accent: "#222222" },
      { accent: "röd" },
      { logo: { image: svg } },
      { logo: { image: large } },
    ]
      .flatMap((settings) => errorsOf(raw(settings)))
      .map((error) => `${placeInWords(error.path, sv)}: ${fieldErrorText(error, sv)}`);
    for (const text of [
      "Färg på scenen: Syns för dåligt på ljus scen: kontrasten är 1,3:1 och behöver vara 3:1. Välj en mörkare färg.",
      "Färg på scenen: Syns för dåligt på mörk scen: kontrasten är 1,1:1 och behöver vara 3:1. Välj en ljusare färg.",
      "Färg på scenen: Skriv färgen som # och sex siffror eller bokstäver a–f, till exempel #c2410c.",
      "Logotyp: Måste vara en bild i PNG, JPEG eller WebP.",
      "Logotyp: Bilden är för stor: högst 64 kB.",
    ]) {
      expect(told).toContain(text);
    }
  });

  it("of an axis, an item or a number names its place", () => {
    const raw = {
      title: "x",
      language: "sv",
      questions: [
        { type: "grid", text: "?", items: [{ text: "a" }, { text: " " }], xLabels: ["", "x".repeat(61)] },
        { type: "number", text: "?", min: 3, max: 2, unit: "x".repeat(21) },
        { type: "number", text: "?" },
        { type: "number", text: "?", min: 0, max: 10, rightValue: 11, closeWithin: -1 },
        { type: "number", text: "?", min: 0, max: 10, closeWithin: 1 },
        { type: "number", text: "?", min: 0, max: 10, rightValue: null },
      ],
    };
    expect(errorsOf(raw).map((error) => `${placeInWords(error.path, sv)}: ${fieldErrorText(error, sv)}`)).toEqual([
      "Fråga 1, sak 2: Skriv något här.",
      "Fråga 1, vad längst till höger betyder: För långt: högst 60 tecken.",
      "Fråga 2, enhet: För långt: högst 20 tecken.",
      "Fråga 2, högsta värde: Måste vara högre än det lägsta värdet.",
      "Fråga 3, lägsta värde: Saknas.",
      "Fråga 3, högsta värde: Saknas.",
      "Fråga 4, nära är inom: Minst 0.",
      "Fråga 4, rätt svar: Måste ligga mellan det lägsta och det högsta värdet.",
      "Fråga 5, nära är inom: Skriv ett rätt svar också, eller töm det här fältet.",
      "Fråga 6, rätt svar: Skriv ett tal.",
    ]);
  });

  it("of an axis goes once that end has changed", () => {
    const read = (label: string) =>
      readDraft(
        { ...definition, questions: [{ type: "grid", text: "?", items: [{ text: "a" }], xLabels: ["", label] }] },
        "sv",
        countedKeys(),
      ).draft;
    const [before, after] = [read("x".repeat(61)), read("x")];
    const errors = errorsOf(definitionOf(before)).map(({ path }) => ({ path: keyedPath(before, path) }));
    expect(errors).toEqual([{ path: expect.stringMatching(/xLabels\.1$/) }]);
    expect(stillWrong(errors, before, before)).toEqual(errors);
    expect(stillWrong(errors, before, after)).toEqual([]);
  });

  it("falls back to the service's own words for a rule that is not known", () => {
    expect(fieldErrorText({ path: "title", rule: "moon", message: "is under water" }, sv)).toBe("is under water");
  });

  it("says what answers forbid", () => {
    const before = parseDefinition(
      {
        ...definition,
        questions: [
          {
            id: "a",
            type: "choice",
            text: "?",
            options: [
              { id: "x", text: "x" },
              { id: "y", text: "y" },
            ],
          },
        ],
      },
      countedKeys(),
    );
    const after = parseDefinition(
      {
        ...definition,
        questions: [
          {
            id: "a",
            type: "choice",
            text: "?",
            options: [
              { id: "x", text: "x" },
              { id: "z", text: "z" },
            ],
          },
        ],
      },
      countedKeys(),
    );
    const gone = parseDefinition({ ...definition, questions: [{ type: "text", text: "?" }] }, countedKeys());
    if (!before.ok || !after.ok || !gone.ok) throw new Error("the definitions are right");
    const tell = (to: typeof after.value) =>
      definitionConflicts(before.value, to, new Set(["a"])).map((error) => fieldErrorText(error, en));
    expect(tell(after.value)).toEqual([expect.stringContaining("An option that may have answers is gone.")]);
    expect(tell(gone.value)).toEqual([expect.stringContaining("A question that has answers is gone.")]);
  });

  it("says that answers to a ranking or to points hold all of what was asked", () => {
    const parsed = (total: number, ...options: string[]) => {
      const question = { type: "points", text: "?", total, options: options.map((text) => ({ id: text, text })) };
      const result = parseDefinition({ ...definition, questions: [{ ...question, id: "p" }] }, countedKeys());
      if (!result.ok) throw new Error("the definition is right");
      return result.value;
    };
    const tell = (to: ReturnType<typeof parsed>) =>
      definitionConflicts(parsed(10, "x", "y"), to, new Set(["p"])).map(
        (error) => `${placeInWords(error.path, sv)}: ${fieldErrorText(error, sv)}`,
      );
    expect(tell(parsed(20, "x", "y"))).toEqual([
      "Fråga 1, poäng att fördela: Frågan har svar, så poängen att fördela måste vara kvar.",
    ]);
    expect(tell(parsed(10, "x", "y", "z"))).toEqual([
      "Fråga 1, alternativ: Frågan har svar, och varje svar gäller alla alternativ. Lägg till en ny fråga i stället.",
    ]);
  });

  it("stays with its question when that is moved, and leaves with it", () => {
    const keyed = keyedPath(draft, "questions.0.options.1.text");
    const first = questionKey(keyed) ?? "";
    expect(first).toBe(draft.questions[0]?.key);
    expect(indexedPath(draft, keyed)).toBe("questions.0.options.1.text");
    expect(indexedPath(moveQuestion(draft, first, 1), keyed)).toBe("questions.1.options.1.text");
    expect(indexedPath(removeQuestion(draft, first), keyed)).toBeUndefined();
  });

  it("goes once its field has changed", () => {
    const errors = errorsOf(definitionOf(draft)).map(({ path }) => ({ path: keyedPath(draft, path) }));
    expect(errors).toHaveLength(2);
    const [choice, scale] = draft.questions;
    if (choice?.type !== "choice" || scale === undefined) throw new Error("a choice and a scale");
    const mended = {
      ...draft,
      questions: [{ ...choice, options: choice.options.map((option) => ({ ...option, text: "Kaffe" })) }, scale],
    };
    expect(stillWrong(errors, draft, mended)).toEqual([errors[1]]);
    expect(stillWrong(errors, draft, { ...draft, title: "Te" })).toEqual(errors);
  });

  it("without a field of its own belongs to the nearest one around it", () => {
    expect(enclosingPaths("questions.k1.options.k2.id")).toEqual([
      "questions.k1.options.k2.id",
      "questions.k1.options.k2",
      "questions.k1.options",
      "questions.k1",
      "questions",
    ]);
  });
});

describe("a refusal as a whole", () => {
  it.each([0, 401, 404, 409, 413, 422, 429, 500])("with status %i says what happened", (status) => {
    const problem = new Problem(status, "boom", []);
    expect(problemText(problem, sv)).not.toMatch(/^problem\./);
    expect(problemText(problem, en)).not.toBe(problemText(problem, sv));
  });
});

describe("an error in one of the poll's own words", () => {
  const settings = { blockedWords: ["bra", "x".repeat(41)], allowedWords: ["!"] };
  const { draft: written } = readDraft({ ...definition, settings }, "sv", countedKeys());
  const wrong = errorsOf({ ...definition, settings }).filter(({ path }) => path.startsWith("settings"));

  it("belongs to the field that holds them all, in words", () => {
    const placed = wrong.map((error) => ({ ...error, path: keyedPath(written, error.path) }));
    expect(placed.map((error) => [error.path, placeInWords(error.path, sv), fieldErrorText(error, sv)])).toEqual([
      ["settings.blockedWords", "Egna ord som döljs", "För långt: högst 40 tecken."],
      ["settings.allowedWords", "Egna ord som får visas", "Skriv något här."],
    ]);
  });

  it("goes once the words are changed", () => {
    const errors = wrong.map((error) => ({ ...error, path: keyedPath(written, error.path) }));
    const changed = { ...written, settings: { ...written.settings, blockedWords: "bra" } };
    expect(stillWrong(errors, written, changed).map(({ path }) => path)).toEqual(["settings.allowedWords"]);
  });
});
