import { describe, expect, it } from "vitest";
import {
  addQuestion,
  type Draft,
  definitionOf,
  duplicateQuestion,
  emptyDraft,
  moveQuestion,
  readDraft,
  removeQuestion,
  sameDefinition,
  withSavedIds,
} from "../../../web/organise/draft.ts";
import { templates } from "../../../web/organise/templates/templates.ts";
import { parseDefinition } from "../../../worker/poll/definition.ts";
import { countedKeys } from "./keys.ts";

const definition = {
  title: "Fika",
  language: "sv",
  questions: [
    { id: "drink", type: "choice", text: "Te eller kaffe?", options: [{ id: "tea", text: "Te" }, { text: "Kaffe" }] },
    { type: "words", text: "Tre ord", maxWords: 2, skippable: true, notes: "Tre\nräcker." },
    { type: "scale", text: "Hur gick det?", statements: [{ text: "Bra" }], min: 0, max: 10, minLabel: "Inte alls" },
  ],
  settings: {
    blockList: false,
    accent: "#c2410c",
    logo: { image: "data:image/png;base64,iVBORw0KGgo=", alt: "Vapnet" },
  },
};

const read = (raw: unknown) => readDraft(raw, "en", countedKeys());
const texts = (draft: Draft) => draft.questions.map(({ text }) => text);
const randomId = () => "new-id";

describe("a poll's draft", () => {
  it("holds all of a definition and gives it back with the defaults written out", () => {
    const { draft, left } = read(definition);
    expect(left).toEqual([]);
    expect(definitionOf(draft)).toMatchObject(definition);
    expect(parseDefinition(definitionOf(draft), countedKeys()).ok).toBe(true);
  });

  it.each([
    { type: "ranking", text: "I ordning", options: [{ id: "x", text: "Te" }, { text: "Kaffe" }] },
    { type: "points", text: "Hur mycket?", options: [{ text: "Te" }, { text: "Kaffe" }], total: 10 },
    { type: "number", text: "Hur långt?", min: -0.5, max: 1e6, unit: "m" },
    { type: "number", text: "Hur långt?", min: 0, max: 100, unit: "m", rightValue: 0, closeWithin: 2.5 },
    { type: "grid", text: "Var?", items: [{ id: "x", text: "Te" }, { text: "Kaffe" }], xLabels: ["a", "b"] },
    { type: "grid", text: "Var?", items: [{ text: "Te" }], yLabels: ["", "b"] },
  ])("holds a question of $type, its items' ids too", (question) => {
    const { draft, left } = read({ ...definition, questions: [question] });
    expect(left).toEqual([]);
    const saved = parseDefinition(definitionOf(draft), countedKeys());
    if (!saved.ok) throw new Error("the definition is right");
    expect(saved.value.questions).toMatchObject([question]);
    expect(definitionOf(withSavedIds(draft, draft, saved.value))).toEqual(saved.value);
  });

  it("names what it can't hold", () => {
    const { draft, left } = read({
      ...definition,
      colour: "red",
      questions: [
        { ...definition.questions[1], size: 3 },
        { type: "dance", text: "?" },
      ],
      settings: { blockList: true, loud: true },
    });
    expect(left).toEqual(["colour", "settings.loud", "questions.0.size", "questions.1"]);
    expect(texts(draft)).toEqual(["Tre ord"]);
  });

  it.each([null, 7, "x", [], { questions: "x" }, { questions: [null, { type: "__proto__" }] }])(
    "is empty for %j",
    (raw) => expect(read(raw).draft.questions).toEqual([]),
  );

  it("adds each type with fields that only lack their texts", () => {
    const newKey = countedKeys();
    let draft = { ...emptyDraft("sv"), title: "Ny" };
    for (const type of ["choice", "words", "text", "scale", "ranking", "points", "number", "grid"] as const)
      draft = addQuestion(draft, type, newKey);
    const parsed = parseDefinition(definitionOf(draft), randomId);
    expect(parsed.ok ? [] : parsed.error.map(({ path }) => path)).toEqual([
      "questions.0.text",
      "questions.0.options.0.text",
      "questions.0.options.1.text",
      "questions.1.text",
      "questions.2.text",
      "questions.3.text",
      "questions.3.statements.0.text",
      "questions.4.text",
      "questions.4.options.0.text",
      "questions.4.options.1.text",
      "questions.5.text",
      "questions.5.options.0.text",
      "questions.5.options.1.text",
      "questions.6.text",
      "questions.7.text",
      "questions.7.items.0.text",
    ]);
  });

  it("moves, removes and duplicates", () => {
    const { draft } = read(definition);
    const [first, second] = draft.questions.map(({ key }) => key);
    if (first === undefined || second === undefined) throw new Error("two questions");
    expect(texts(moveQuestion(draft, first, 1))).toEqual(["Tre ord", "Te eller kaffe?", "Hur gick det?"]);
    expect(texts(moveQuestion(draft, first, -1))).toEqual(texts(draft));
    expect(texts(removeQuestion(draft, second))).toEqual(["Te eller kaffe?", "Hur gick det?"]);
    let copies = 0;
    const copied = duplicateQuestion(draft, first, () => `copy-${++copies}`);
    expect(texts(copied)).toEqual(["Te eller kaffe?", "Te eller kaffe?", "Tre ord", "Hur gick det?"]);
    const copy = copied.questions[1];
    expect(copy).toMatchObject({ key: expect.stringContaining("copy"), options: [{ text: "Te" }, { text: "Kaffe" }] });
    expect(JSON.stringify(copy)).not.toMatch(/"id"/);
  });

  it("takes the ids that the service gave, also where questions were moved meanwhile", () => {
    const { draft: sent } = read(definition);
    const saved = parseDefinition(definitionOf(sent), countedKeys());
    if (!saved.ok) throw new Error("the definition is right");
    const meanwhile = moveQuestion(sent, sent.questions[0]?.key ?? "", 1);
    const ids = withSavedIds(meanwhile, sent, saved.value).questions.map(({ id }) => id);
    const [choice, words, scale] = saved.value.questions.map(({ id }) => id);
    expect(ids).toEqual([words, choice, scale]);
    expect(definitionOf(withSavedIds(sent, sent, saved.value))).toEqual(saved.value);
  });

  it("is the same as another that would store the same", () => {
    expect(sameDefinition(read(definition).draft, readDraft(definition, "sv", () => "other").draft)).toBe(true);
    expect(sameDefinition(read(definition).draft, read({ ...definition, title: "Te" }).draft)).toBe(false);
  });

  it.each(templates)("can begin with the template $id, which the service takes as it is", (template) => {
    const { draft, left } = read(template.definition);
    expect(left).toEqual([]);
    expect(parseDefinition(definitionOf(draft), countedKeys()).ok).toBe(true);
  });
});

it("keeps the poll's own words a line each, and leaves the list out where there are none", () => {
  const settings = { blockList: true, blockedWords: ["kaffe", "två ord"] };
  const kept = readDraft({ title: "x", language: "sv", questions: [], settings }, "sv", countedKeys());
  expect(kept.left).toEqual([]);
  expect(kept.draft.settings).toMatchObject({ blockedWords: "kaffe\ntvå ord", allowedWords: "" });
  expect(definitionOf(kept.draft)).toMatchObject({ settings });
  const typed = { ...kept.draft, settings: { ...kept.draft.settings, blockedWords: " \nkaffe\n\n" } };
  expect(definitionOf(typed)).toHaveProperty("settings", { blockList: true, blockedWords: ["kaffe"] });
});
