import { describe, expect, it } from "vitest";
import { jsonStorage } from "../../../web/connection/json-storage.ts";
import { organiseEn } from "../../../web/messages/organise.en.ts";
import { organiseSv } from "../../../web/messages/organise.sv.ts";
import { translator } from "../../../web/messages/translate.ts";
import {
  type Draft,
  definitionOf,
  duplicateQuestion,
  moveQuestion,
  readDraft,
  removeQuestion,
} from "../../../web/organise/draft.ts";
import { translationAt, withTranslation } from "../../../web/organise/draft-translations.ts";
import { fieldErrorText } from "../../../web/organise/error-text.ts";
import { indexedPath, keyedPath, placeInWords, stillWrong } from "../../../web/organise/field-place.ts";
import { storeDraft, storedDraft } from "../../../web/organise/stored-draft.ts";
import { parseDefinition } from "../../../worker/poll/definition.ts";
import { asWritten } from "../../../worker/poll/translations.ts";
import { MemoryStore } from "../connection/memory-store.ts";
import { countedKeys } from "./keys.ts";

const inTwo = (sv: string, en: string) => ({ sv, en });
const definition = {
  title: { sv: "Fika", en: "Coffee", fi: "Kahvi" },
  language: "sv",
  questions: [
    {
      id: "drink",
      type: "choice",
      text: inTwo("Te eller kaffe?", "Tea or coffee?"),
      options: [
        { id: "t", text: inTwo("Te", "Tea") },
        { id: "k", text: "Kaffe" },
      ],
    },
    {
      id: "far",
      type: "number",
      text: "Hur långt?",
      min: 0,
      max: 9,
      unit: inTwo("mil", "leagues"),
    },
    {
      id: "place",
      type: "grid",
      text: inTwo("Var?", "Where?"),
      items: [{ id: "i", text: inTwo("Bulle", "Bun") }],
      xLabels: ["", inTwo("Mycket", "A lot")],
    },
    {
      id: "well",
      type: "scale",
      text: inTwo("Hur?", "How?"),
      statements: [{ id: "s", text: inTwo("Bra", "Well") }],
      minLabel: inTwo("Nej", "No"),
    },
  ],
  settings: { blockList: true },
};

function stored(raw: unknown): object {
  const parsed = parseDefinition(raw, countedKeys());
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return asWritten(parsed.value);
}

const read = (raw: unknown = definition) => readDraft(raw, "sv", countedKeys()).draft;
const textsIn = (draft: Draft, language: string) => Object.values(draft.translations[language] ?? {}).sort();

describe("a draft of a poll in several languages", () => {
  it("holds all of them, shows the first, and gives them back", () => {
    const { draft, left } = readDraft(definition, "sv", countedKeys());
    expect(left).toEqual([]);
    expect(draft).toMatchObject({ title: "Fika", language: "sv", also: "en" });
    expect(stored(definitionOf(draft))).toEqual(stored(definition));
    expect(read(stored(definition)).translations).toEqual(draft.translations);
  });

  it("is as ever where there is one", () => {
    const own = { ...definition, title: "Fika", questions: [{ ...definition.questions[1], unit: "mil" }] };
    expect(read(own)).toMatchObject({ also: "", translations: {} });
    expect(definitionOf(read(own))).toMatchObject(own);
  });

  it("keeps a text's translation with it when its question is moved, and drops what was emptied", () => {
    const draft = read();
    const first = draft.questions[0]?.key ?? "";
    const moved = { ...definition, questions: [1, 0, 2, 3].map((index) => definition.questions[index]) };
    expect(stored(definitionOf(moveQuestion(draft, first, 1)))).toEqual(stored(moved));
    const emptied = withTranslation(draft.translations, "en", `questions.${first}.text`, " ");
    expect(definitionOf({ ...draft, translations: emptied })).toHaveProperty("questions.0.text", "Te eller kaffe?");
  });

  it("has a copy of a question in all its languages, and none of one that is gone", () => {
    const draft = read();
    const first = draft.questions[0]?.key ?? "";
    const copied = duplicateQuestion(draft, first, () => `copy${Math.random()}`);
    const { id: _, options, ...rest } = definition.questions[0] ?? expect.unreachable();
    const copy = { ...rest, options: options?.map(({ text }) => ({ text })) };
    expect(definitionOf(copied)).toMatchObject({ questions: [definition.questions[0], copy, {}, {}, {}] });
    expect(JSON.stringify(definitionOf(removeQuestion(draft, first)))).not.toContain("Tea");
  });

  it("is saved in its own language alone once no other is wanted", () => {
    const alone = definitionOf({ ...read(), also: "" });
    expect(JSON.stringify(alone)).not.toMatch(/Coffee|Kahvi|Tea/);
    expect(read(alone)).toMatchObject({ title: "Fika", translations: {} });
  });

  it("keeps them in the browser", () => {
    const browser = new MemoryStore();
    const storage = jsonStorage(() => browser);
    storeDraft(storage, null, { draft: read(), json: null, tag: null });
    expect(stored(definitionOf(storedDraft(storage, null, "en")?.draft ?? read({})))).toEqual(stored(definition));
  });

  it("mixes up no texts where something can't be read, and takes names that objects have for names", () => {
    const options = [null, { text: inTwo("Te", "Tea") }];
    const odd = { type: "unknown", text: inTwo("?", "?!") };
    const raw = { ...definition, title: JSON.parse('{"sv":"Fika","__proto__":"x"}'), questions: [odd] };
    const draft = read({ ...raw, questions: [odd, { ...definition.questions[0], options }] });
    expect(textsIn(draft, "en")).toEqual(["Tea", "Tea or coffee?"]);
    expect(definitionOf(draft)).toMatchObject({ questions: [{ options: [{ text: inTwo("Te", "Tea") }] }] });
    expect(Object.keys(draft.translations)).toContain("__proto__");
  });
});

describe("an error in a translation", () => {
  const wrong = {
    ...definition,
    title: { sv: " ", en: "Coffee" },
    questions: [
      {
        ...definition.questions[0],
        options: [{ text: inTwo("Te", "x".repeat(201)) }, { text: inTwo("Kaffe", "") }],
      },
      { ...definition.questions[2], xLabels: [inTwo("Lite", "x".repeat(61)), ""] },
    ],
  };
  const parsed = parseDefinition(wrong, countedKeys());
  const errors = parsed.ok ? [] : parsed.error;
  const draft = read(wrong);
  const keyed = errors.map((error) => ({ ...error, path: keyedPath(draft, error.path) }));

  it("belongs to its own field, and one in the poll's own language to the text's", () => {
    const [choice, grid] = draft.questions;
    if (choice?.type !== "choice" || grid === undefined) throw new Error("a choice and a grid");
    const option = (index: number) => `questions.${choice.key}.options.${choice.options[index]?.key}.text.en`;
    expect(keyed.map(({ path }) => path)).toEqual([
      "title",
      option(0),
      option(1),
      `questions.${grid.key}.xLabels.0.en`,
    ]);
    expect(keyed.map(({ path }) => indexedPath(draft, path))).toEqual([
      "title",
      "questions.0.options.0.text.en",
      "questions.0.options.1.text.en",
      "questions.1.xLabels.0.en",
    ]);
  });

  it("is told with its language", () => {
    const inWords = (t: Parameters<typeof placeInWords>[1]) =>
      errors.map((error) => `${placeInWords(error.path, t)}: ${fieldErrorText(error, t)}`);
    expect(inWords(translator(organiseSv, "sv"))).toEqual([
      "Titel (sv): Skriv något här.",
      "Fråga 1, alternativ 1 (en): För långt: högst 200 tecken.",
      "Fråga 1, alternativ 2 (en): Skriv något här.",
      "Fråga 2, vad längst till vänster betyder (en): För långt: högst 60 tecken.",
    ]);
    const english = translator(organiseEn, "en");
    const many = Object.fromEntries(["sv", "en", "fi", "nb", "da", "is", "de"].map((tag) => [tag, "x"]));
    const tooMany = parseDefinition({ ...definition, title: many }, countedKeys());
    expect(tooMany.ok ? [] : tooMany.error.map((each) => fieldErrorText(each, english))).toEqual([
      "More languages than the 6 that a poll can have.",
    ]);
  });

  it("goes once that very text has changed", () => {
    const place = keyed[1]?.path.replace(/\.en$/, "") ?? "";
    expect(translationAt(draft.translations, "en", place)).toHaveLength(201);
    const mended = { ...draft, translations: withTranslation(draft.translations, "en", place, "Tea") };
    expect(stillWrong(keyed, draft, mended)).toEqual(keyed.filter((_, index) => index !== 1));
    expect(stillWrong(keyed, draft, { ...draft, settings: { ...draft.settings, embed: true } })).toEqual(keyed);
  });
});
