import { describe, expect, test } from "vitest";
import { fetchPath } from "./fetch-path.ts";
import { bodyOf, type Created, call, choiceQuestion, createPoll, problemOf, sampleDefinition } from "./poll-client.ts";

function create(body: unknown): Promise<Response> {
  return call("POST", "/api/polls", { body });
}

function post(body: BodyInit | null, type?: string): Promise<Response> {
  return fetchPath("/api/polls", { method: "POST", body, headers: type === undefined ? {} : { "content-type": type } });
}

/** A definition whose one question is the sample's of that type, with other fields. */
function withQuestion(type: string, fields: Record<string, unknown>) {
  const question = sampleDefinition.questions.find((candidate) => candidate.type === type);
  return { ...sampleDefinition, questions: [{ ...question, ...fields }] };
}

describe("a created poll", () => {
  test("comes with a code, two keys and links that hold the keys in their fragments alone", async () => {
    const created = await bodyOf<Created>(create(sampleDefinition), 201);
    expect(Object.keys(created).sort()).toEqual(["code", "id", "links", "organiserKey", "presenterKey"]);
    expect(created.code).toMatch(/^\d{6,10}$/);
    expect(created.organiserKey).not.toBe(created.presenterKey);
    for (const key of [created.organiserKey, created.presenterKey]) expect(key).toMatch(/^[A-Za-z0-9_-]{22,}$/);
    const { links } = created;
    expect(new URL(links.vote).pathname).toBe(`/${created.code}`);
    expect(new URL(links.present).pathname).toBe(`/present/${created.id}`);
    expect(new URL(links.organise).pathname).toBe(`/organise/${created.id}`);
    expect(new URL(links.results).pathname).toBe(`/results/${created.id}`);
    expect(links.present).toContain(`#key=${created.presenterKey}`);
    expect(links.organise).toContain(`#key=${created.organiserKey}`);
  });

  test("has the defaults of the contract filled in", async () => {
    const poll = await createPoll();
    const common = { changeable: true, skippable: false, resultsHidden: false, resultsOnPhones: false };
    expect(await poll.describe()).toMatchObject({
      id: poll.id,
      code: poll.code,
      status: "draft",
      title: "Nätverksmötet",
      language: "sv",
      settings: { blockList: true },
      questions: [
        { ...common, id: "colour", type: "choice", maxChoices: 1 },
        { ...common, id: "words", type: "words", maxWords: 3 },
        { ...common, id: "text", type: "text", maxLength: 250 },
        { ...common, id: "scale", type: "scale", min: 1, max: 5 },
      ],
    });
  });

  test("keeps ids that are given and makes those that are not", async () => {
    const options = [{ text: "Röd" }, { id: "b-_9", text: "Blå" }];
    const poll = await createPoll({ ...sampleDefinition, questions: [{ type: "choice", text: "Färg?", options }] });
    const [question] = (await poll.describe()).questions;
    expect(question?.id).toMatch(/^[A-Za-z0-9_-]{1,32}$/);
    const ids = question?.type === "choice" ? question.options.map(({ id }) => id) : [];
    expect(ids).toEqual([expect.stringMatching(/^[A-Za-z0-9_-]{1,32}$/), "b-_9"]);
  });

  test("may be written with a charset behind the type", async () => {
    expect((await post(JSON.stringify(sampleDefinition), "application/json; charset=utf-8")).status).toBe(201);
  });
});

describe("a body that can't be read", () => {
  test("of another type is 415", async () => {
    await problemOf(post(JSON.stringify(sampleDefinition), "text/plain"), 415);
    await problemOf(post(new Uint8Array([123, 125])), 415);
  });

  test("that is not JSON is 400", async () => {
    for (const body of ["", "{", "{'title': 1}", "NaN"]) await problemOf(post(body, "application/json"), 400);
  });

  test("that is not UTF-8 is 400", async () => {
    await problemOf(post(new Uint8Array([0x22, 0xff, 0xfe, 0x22]), "application/json"), 400);
  });

  test("that is too large is 413, with its length told or not", async () => {
    const body = JSON.stringify({ ...sampleDefinition, title: "å".repeat(400_000) });
    await problemOf(post(body, "application/json"), 413);
    const untold = new Response(body).body?.pipeThrough(new TransformStream()) ?? null;
    await problemOf(post(untold, "application/json"), 413);
  });
});

describe("wrong fields are 422 and named", () => {
  const long = (length: number) => "å".repeat(length);
  const option = (id: string) => ({ id, text: id });
  const cases: [string, unknown, string][] = [
    ["no object", [], ""],
    ["null", null, ""],
    ["no title", { ...sampleDefinition, title: undefined }, "title"],
    ["a blank title", { ...sampleDefinition, title: " \u00a0\u200b " }, "title"],
    ["a long title", { ...sampleDefinition, title: long(201) }, "title"],
    ["a title that is a number", { ...sampleDefinition, title: 1 }, "title"],
    ["no language", { ...sampleDefinition, language: undefined }, "language"],
    ["no real language", { ...sampleDefinition, language: "svenska språket" }, "language"],
    ["no questions", { ...sampleDefinition, questions: [] }, "questions"],
    ["questions in an object", { ...sampleDefinition, questions: {} }, "questions"],
    ["a question that is null", { ...sampleDefinition, questions: [null] }, "questions.0"],
    ["one id twice", { ...sampleDefinition, questions: [choiceQuestion(), choiceQuestion()] }, "questions"],
    [
      "too many questions",
      { ...sampleDefinition, questions: Array(101).fill({ type: "text", text: "?" }) },
      "questions",
    ],
    ["an unknown type", withQuestion("choice", { type: "guess" }), "questions.0.type"],
    ["a prototype's name as type", withQuestion("choice", { type: "constructor" }), "questions.0.type"],
    ["no type", withQuestion("choice", { type: undefined }), "questions.0.type"],
    ["no text", withQuestion("choice", { text: undefined }), "questions.0.text"],
    ["a wrong id", withQuestion("choice", { id: "å" }), "questions.0.id"],
    ["a long id", withQuestion("choice", { id: "i".repeat(33) }), "questions.0.id"],
    ["an empty id", withQuestion("choice", { id: "" }), "questions.0.id"],
    ["one option", withQuestion("choice", { options: [option("a")] }), "questions.0.options"],
    ["21 options", withQuestion("choice", { options: Array(21).fill({ text: "a" }) }), "questions.0.options"],
    ["an option's id twice", withQuestion("choice", { options: [option("a"), option("a")] }), "questions.0.options"],
    ["a blank option", withQuestion("choice", { options: [option("a"), { text: "" }] }), "questions.0.options.1.text"],
    ["too many choices", withQuestion("choice", { maxChoices: 3 }), "questions.0.maxChoices"],
    ["no choices", withQuestion("choice", { maxChoices: 0 }), "questions.0.maxChoices"],
    ["half a choice", withQuestion("choice", { maxChoices: 1.5 }), "questions.0.maxChoices"],
    ["changeable as text", withQuestion("choice", { changeable: "false" }), "questions.0.changeable"],
    ["skippable as a number", withQuestion("words", { skippable: 1 }), "questions.0.skippable"],
    ["no words", withQuestion("words", { maxWords: 0 }), "questions.0.maxWords"],
    ["text of no length", withQuestion("text", { maxLength: -1 }), "questions.0.maxLength"],
    ["no statements", withQuestion("scale", { statements: [] }), "questions.0.statements"],
    ["11 statements", withQuestion("scale", { statements: Array(11).fill({ text: "a" }) }), "questions.0.statements"],
    ["a scale of one step", withQuestion("scale", { min: 5, max: 5 }), "questions.0.max"],
    ["a scale that has no end", withQuestion("scale", { max: 1e300 }), "questions.0.max"],
    ["a setting as text", { ...sampleDefinition, settings: { blockList: "on" } }, "settings.blockList"],
    ["an unknown field", { ...sampleDefinition, titel: "a" }, "titel"],
    ["an unknown setting", { ...sampleDefinition, settings: { colour: "red" } }, "settings.colour"],
    ["an unknown field of a question", withQuestion("choice", { maxWords: 2 }), "questions.0.maxWords"],
    [
      "an unknown field of an option",
      withQuestion("choice", { options: [{ ...option("a"), right: true }, option("b")] }),
      "questions.0.options.0.right",
    ],
    ["a prototype's field", { ...sampleDefinition, constructor: 1 }, "constructor"],
    ["a prototype's field in a question", withQuestion("text", { toString: 1 }), "questions.0.toString"],
  ];

  test.each(cases)("%s", async (_, definition, path) => {
    const problem = await problemOf(create(definition), 422);
    expect(problem.errors?.map((error) => error.path)).toContain(path);
    for (const { message } of problem.errors ?? []) expect(message).not.toBe("");
  });

  test("numbers beyond all bounds and __proto__, which only JSON text can say", async () => {
    const withText = (from: string, to: string) =>
      post(JSON.stringify(sampleDefinition).replace(from, to), "application/json");
    const endless = await problemOf(withText('"options"', '"maxChoices":1e400,"options"'), 422);
    expect(endless.errors?.[0]?.path).toBe("questions.0.maxChoices");
    await problemOf(withText('"language"', '"__proto__":{"language":"sv"},"language"'), 422);
    await problemOf(withText('"options"', '"__proto__":1,"options"'), 422);
  });

  test("what is nested beyond all reason is refused like anything else", async () => {
    const nested = "[".repeat(100_000) + "]".repeat(100_000);
    const inQuestions = `{"title":"a","language":"sv","questions":${nested}}`;
    await problemOf(post(nested, "application/json"), 422);
    const problem = await problemOf(post(inQuestions, "application/json"), 422);
    expect(problem.errors?.[0]?.path).toMatch(/^questions/);
  });

  test("all of them at once", async () => {
    const problem = await problemOf(create({ title: "", language: "", questions: [], extra: 1 }), 422);
    expect(problem.errors?.map(({ path }) => path).sort()).toEqual(["extra", "language", "questions", "title"]);
  });
});

test("lengths count what a reader calls letters", async () => {
  const family = "👨‍👩‍👧‍👦";
  expect((await create({ ...sampleDefinition, title: family.repeat(200) })).status).toBe(201);
  expect((await create({ ...sampleDefinition, title: family.repeat(201) })).status).toBe(422);
});
