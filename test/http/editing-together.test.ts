import { describe, expect, test } from "vitest";
import { bodyOf, call, choiceQuestion, createPoll, problemOf, sampleDefinition, type TestPoll } from "./poll-client.ts";

async function tagOf(poll: TestPoll): Promise<string> {
  const response = await poll.call("GET");
  await response.body?.cancel();
  return response.headers.get("etag") ?? "none";
}

function put(poll: TestPoll, title: string, match?: string): Promise<Response> {
  const headers: Record<string, string> = match === undefined ? {} : { "if-match": match };
  return poll.call("PUT", "", { body: { ...sampleDefinition, title }, headers });
}

describe("two organisers at once", () => {
  test("the second, who knows an older definition, is told with 412, and nothing changes", async () => {
    const poll = await createPoll();
    const known = await tagOf(poll);
    expect(known).toMatch(/^"[\w]+"$/);
    const first = await put(poll, "Den ena", known);
    expect(first.status).toBe(200);
    const second = await problemOf(put(poll, "Den andra", known), 412);
    expect(second.detail).toContain("changed");
    expect((await poll.describe()).title).toBe("Den ena");
    expect((await put(poll, "Den andra", first.headers.get("etag") ?? "")).status).toBe(200);
  });

  test("of two at the same moment one is told", async () => {
    const poll = await createPoll();
    const known = await tagOf(poll);
    const answers = await Promise.all([put(poll, "Den ena", known), put(poll, "Den andra", known)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  test("without If-Match, or with any, the definition is replaced as ever", async () => {
    const poll = await createPoll();
    expect((await put(poll, "Utan")).status).toBe(200);
    expect((await put(poll, "Vilken som helst", "*")).status).toBe(200);
    await problemOf(put(poll, "Ingen", '""'), 412);
    await problemOf(put(poll, "Ingen", "nonsense"), 412);
  });

  test("what saves by itself does so while the poll is a draft, and not once a run has begun", async () => {
    const poll = await createPoll();
    const save = (condition: string) => poll.call("PUT", `?while=${condition}`, { body: sampleDefinition });
    expect((await save("draft")).status).toBe(200);
    expect((await problemOf(save("live"), 422)).errors?.[0]?.path).toBe("while");
    await poll.stage({ question: "colour" });
    await problemOf(save("draft"), 409);
  });

  test("a tag is of the definition: a run changes nothing of it, a proxy may make it a weak one", async () => {
    const poll = await createPoll();
    const known = await tagOf(poll);
    await poll.stage({ question: "colour" });
    expect(await tagOf(poll)).toBe(known);
    expect((await put(poll, "Ny", `"other", W/${known}`)).status).toBe(200);
    expect(await tagOf(poll)).not.toBe(known);
    expect((await put(poll, sampleDefinition.title)).status).toBe(200);
    await expect(tagOf(await createPoll())).resolves.not.toBe("none");
  });
});

describe("a definition looked at before it is saved", () => {
  const check = (body: unknown) => call("POST", "/api/polls/check", { body });

  test("has the errors that creating it would be refused with", async () => {
    const wrong = { ...sampleDefinition, title: " ", questions: [choiceQuestion({ options: [{ text: "Röd" }] })] };
    const { errors } = await bodyOf<{ errors: { path: string; rule: string }[] }>(check(wrong));
    expect(errors.map(({ path }) => path)).toEqual(["title", "questions.0.options"]);
    const refused = await problemOf(call("POST", "/api/polls", { body: wrong }), 422);
    expect(refused.errors).toEqual(errors);
  });

  test("has none where it is right, as it stands in a file too", async () => {
    expect(await bodyOf(check(sampleDefinition))).toEqual({ errors: [] });
    const poll = await createPoll({ $schema: "https://example.se/api/poll-schema.json", ...sampleDefinition });
    expect(await bodyOf(check(await poll.describe()))).toEqual({ errors: [] });
    expect(await poll.describe()).not.toHaveProperty("$schema");
  });

  test("is no poll's address", async () => {
    await problemOf(call("GET", "/api/polls/check"), 404);
  });
});
