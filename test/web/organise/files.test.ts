import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { organiseSv } from "../../../web/messages/organise.sv.ts";
import { translator } from "../../../web/messages/translate.ts";
import { type Draft, definitionOf, emptyDraft, readDraft } from "../../../web/organise/draft.ts";
import { appended } from "../../../web/organise/files/append.ts";
import { fileProblemText } from "../../../web/organise/files/file-problem.ts";
import { jsonFile } from "../../../web/organise/files/poll-file.ts";
import { readBrought, readBroughtFile } from "../../../web/organise/files/read-file.ts";
import { yamlFile } from "../../../web/organise/files/yaml-text.ts";
import { templates } from "../../../web/organise/templates/templates.ts";
import { parseDefinition } from "../../../worker/poll/definition.ts";
import { asWritten } from "../../../worker/poll/translations.ts";
import { countedKeys } from "./keys.ts";

const t = translator(organiseSv, "sv");
const schema = "https://example.se/api/poll-schema.json";

const draftOf = (definition: unknown, newKey = countedKeys()) => readDraft(definition, "sv", newKey).draft;

async function pollIn(text: string, language = "sv"): Promise<Draft> {
  const read = await readBrought(text, language);
  if (!read.ok) throw new Error(read.error.map((problem) => fileProblemText(problem, t)).join(" "));
  if (read.value.kind !== "poll") throw new Error("no poll");
  return read.value.poll;
}

async function refusal(brought: string | File): Promise<string> {
  const read = typeof brought === "string" ? await readBrought(brought, "sv") : await readBroughtFile(brought, "sv");
  if (read.ok) throw new Error("was taken");
  return read.error.map((problem) => fileProblemText(problem, t)).join(" ");
}

/** Texts as people write them, and those that a file format might take for something else. */
const text = fc.oneof(
  fc.constantFrom(
    "yes",
    "no",
    "null",
    "~",
    "2024",
    "1e3",
    "0x1F",
    "- a",
    "# b",
    "a: b",
    "<<",
    "*x",
    "&y",
    "!z",
    "'",
    '"',
    "true",
  ),
  fc.constantFrom("Åre – ”vänner”", "två\nrader", "🙂👩‍👩‍👧", " x", "{a}", "[b]", "%", "@c", "`d", "a #b", "---", "?"),
  fc.string({ minLength: 1, maxLength: 20, unit: "grapheme" }),
);
const id = fc.option(fc.stringMatching(/^[A-Za-z0-9_-]{1,32}$/), { nil: undefined });
const inLanguages = fc.oneof({ weight: 4, arbitrary: text }, fc.record({ sv: text, en: text, no: text }));
const item = fc.record({ id, text: inLanguages });
const items = (min: number, max: number) =>
  fc.uniqueArray(item, { minLength: min, maxLength: max, selector: (one) => one.id ?? one });
const common = {
  id,
  text: inLanguages,
  changeable: fc.boolean(),
  skippable: fc.boolean(),
  resultsHidden: fc.boolean(),
  notes: fc.option(text, { nil: undefined }),
};
const question = fc.oneof(
  fc.record({
    ...common,
    type: fc.constant("choice"),
    options: items(2, 5),
    maxChoices: fc.integer({ min: 1, max: 2 }),
    allowOther: fc.boolean(),
  }),
  fc.record({ ...common, type: fc.constant("words"), maxWords: fc.integer({ min: 1, max: 20 }) }),
  fc.record({
    ...common,
    type: fc.constant("text"),
    maxLength: fc.integer({ min: 1, max: 2000 }),
    approveFirst: fc.boolean(),
  }),
  fc.record({
    ...common,
    type: fc.constant("scale"),
    statements: items(1, 3),
    min: fc.integer({ min: 0, max: 2 }),
    max: fc.integer({ min: 3, max: 9 }),
    minLabel: inLanguages,
  }),
  fc.record({ ...common, type: fc.constantFrom("ranking", "points"), options: items(2, 4) }),
  fc.record({
    ...common,
    type: fc.constant("number"),
    min: fc.integer(),
    max: fc.constant(1e12),
    unit: text,
    rightValue: fc.constant(1e12),
  }),
  fc.record({ ...common, type: fc.constant("grid"), items: items(1, 3), xLabels: fc.tuple(text, inLanguages) }),
);
const definition = fc
  .record({
    title: inLanguages,
    language: fc.constant("sv"),
    questions: fc.uniqueArray(question, { minLength: 1, maxLength: 4, selector: (one) => one.id ?? one }),
    settings: fc.record({
      blockList: fc.boolean(),
      embed: fc.constantFrom(true, undefined),
      blockedWords: fc.constantFrom(["kaffe", "2024"], undefined),
    }),
  })
  .map((raw) => parseDefinition(JSON.parse(JSON.stringify(raw)), countedKeys()))
  .filter((parsed) => parsed.ok)
  .map((parsed) => asWritten(parsed.value))
  // What is left empty is as good as not there.
  .filter((poll) => !JSON.stringify(poll).includes('"notes":""'));

describe("a poll that goes out as a file and comes in again is the same", () => {
  it.each(["json", "yaml"] as const)("as %s", async (format) => {
    await fc.assert(
      fc.asyncProperty(definition, async (poll) => {
        const draft = draftOf(poll);
        const file = format === "json" ? jsonFile(draft, schema) : yamlFile(draft);
        const back = parseDefinition(definitionOf(await pollIn(file)), countedKeys());
        expect(back.ok && asWritten(back.value)).toEqual(poll);
      }),
      { numRuns: 150 },
    );
  });

  it.each(templates)("$id, short and without what goes without saying", async ({ definition: poll }) => {
    const draft = draftOf(poll);
    const yaml = yamlFile(draft);
    expect(yaml).not.toMatch(/changeable|resultsOnPhones|settings|key:/);
    expect(definitionOf(await pollIn(yaml))).toEqual(definitionOf(draft));
    expect(yamlFile(await pollIn(yaml))).toBe(yaml);
    expect(definitionOf(await pollIn(jsonFile(draft, schema)))).toEqual(definitionOf(draft));
  });

  it("also while it is being written, with fields that are still empty", async () => {
    const draft = draftOf({
      title: "",
      language: "sv",
      questions: [{ type: "choice", options: [{}, {}] }, { type: "number" }],
    });
    expect(definitionOf(await pollIn(yamlFile(draft)))).toEqual(definitionOf(draft));
  });
});

const head = "title: Fika\nlanguage: sv\nquestions:\n";

describe("a text file that a person has written", () => {
  it("may have its options as plain texts, numbers and all", async () => {
    const poll = await pollIn(`${head}  - type: choice\n    text: Vilket år?\n    options: [2024, 2025, nej]\n`);
    expect(poll.questions[0]).toMatchObject({ options: [{ text: "2024" }, { text: "2025" }, { text: "nej" }] });
  });

  it.each([
    ["title: &a Fika\nquestions: []\n", "Rad 1: Ankare och hänvisningar"],
    ["title: Fika\nquestions:\n  - text: *a\n", "Rad 3: Ankare"],
    [`a: &a ["x","x"]\nb: &b [*a,*a,*a]\nc: [*b,*b]\ntitle: x\n`, "Ankare"],
    ["title: !!js/function 'x'\n", "Rad 1: Taggar"],
    ["title: !!binary eA==\n", "Taggar"],
    ["title: Fika\nquestions:\n  - <<: {type: text}\n", "Rad 3: Sammanslagning"],
    ["title: a\ntitle: b\n", "Rad 2, 1: Samma nyckel"],
    ["title: a\n__proto__: {x: 1}\n", "Rad 2: Den nyckeln"],
    ["title: 'a\nquestions: []\n", "går inte att läsa som YAML"],
    [`title: a\n---\ntitle: b\n`, "går inte att läsa som YAML"],
    [`title: a\nquestions: ${"[".repeat(20_000)}`, "YAML"],
    ["- a\n- b\ntitle: c\n", "YAML"],
    ["questions: 7\n", "rätt"],
  ])("is refused in words: %j", async (written, words) => {
    if (words === "rätt") expect(await refusal(written)).toContain("questions");
    else expect(await refusal(written)).toContain(words);
  });
});

describe("a file that is not what it says", () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]);

  it.each([
    [new File([png], "bild.yaml"), "ingen textfil"],
    [new File([new Uint8Array([...new TextEncoder().encode("title: "), 0xe5])], "latin.yaml"), "inte i UTF-8"],
    [new File([`title: a\u0000`], "noll.yaml"), "ingen textfil"],
    [new File([""], "tom.json"), "inget i den"],
    [new File(["{title:"], "fel.json"), "inte JSON"],
    [new File(["[1]"], "lista.json"), "ingen omröstning"],
    [new File([JSON.stringify({ hello: 1 })], "annan.json"), "ingen omröstning"],
    [new File(['{"title":"x","__proto__":{"y":1}}'], "proto.json"), "__proto__"],
    [new File([JSON.stringify({ title: "x", questions: [{ type: "dance" }] })], "typ.json"), "questions.0"],
    [new File([JSON.stringify({ title: 7, questions: [] })], "titel.json"), "title"],
    [
      new File([JSON.stringify({ title: "x", questions: Array(500).fill({ type: "text", text: "?" }) })], "stor.json"),
      "500 frågor är fler än de 100",
    ],
  ])("is refused in words (%#)", async (file, words) => {
    expect(await refusal(file)).toContain(words);
  });

  it("has no more levels than can be followed", async () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    expect(await readBrought(`{"title":${deep}}`, "sv")).toMatchObject({
      ok: false,
      error: [{ text: "file.tooDeep" }],
    });
    expect(await readBrought(`title: ${deep}\nquestions: []\n`, "sv")).toMatchObject({ ok: false });
  });
  it("is not even read where it is too large", async () => {
    const file = new File(["x"], "stor.yaml");
    Object.defineProperty(file, "size", { value: 50 * 1024 * 1024 });
    file.arrayBuffer = () => Promise.reject(new Error("it was read"));
    expect(await refusal(file)).toContain("50 MB");
  });

  it("may be UTF-16, as Windows saves some", async () => {
    const written = `\ufefftitle: Åre\nquestions: []\n`;
    const bytes = new Uint8Array(
      [...written].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
    );
    const read = await readBroughtFile(new File([bytes], "u16.yaml"), "sv");
    expect(read).toMatchObject({ ok: true, value: { poll: { title: "Åre" } } });
  });
});

it("questions that are added last get names of their own, and their texts in other languages", async () => {
  let count = 0;
  const brought = draftOf(
    {
      title: "x",
      language: "sv",
      questions: [{ id: "a", type: "choice", text: { sv: "Hur?", en: "How?" }, options: [{ id: "o", text: "Bra" }] }],
    },
    () => `brought-${++count}`,
  );
  const draft = draftOf({ title: "Mina", language: "sv", questions: [{ id: "a", type: "text", text: "Min" }] });
  const next = appended(draft, { kind: "poll", poll: brought }, () => `new-${++count}`);
  expect(definitionOf(next)).toMatchObject({
    title: "Mina",
    questions: [
      { id: "a", text: "Min" },
      { text: { sv: "Hur?", en: "How?" }, options: [{ text: "Bra" }] },
    ],
  });
  expect(JSON.stringify(next.questions[1])).not.toContain('"id"');
  // In a poll of the other language its texts change places.
  const english = appended(emptyDraft("en"), { kind: "poll", poll: brought }, () => `new-${++count}`);
  expect(definitionOf(english)).toMatchObject({
    language: "en",
    questions: [{ text: { sv: "Hur?", en: "How?" }, options: [{ text: "Bra" }] }],
  });
  // In one of a third language they stay as they are.
  const german = appended(emptyDraft("de"), { kind: "poll", poll: brought }, () => `new-${++count}`);
  expect(definitionOf(german)).toMatchObject({ questions: [{ text: { de: "Hur?", en: "How?" } }] });
  expect(appended(emptyDraft("sv"), { kind: "questions", questions: [] }, countedKeys()).questions).toEqual([]);
});
