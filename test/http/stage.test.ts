import { describe, expect, test, vi } from "vitest";
import { call, createPoll, pollOnStage, problemOf, type TestPoll } from "./poll-client.ts";

function stage(poll: TestPoll, body: unknown): Promise<Response> {
  return poll.call("POST", "/stage", { body });
}

describe("putting a question on stage", () => {
  test("opens run 1 of a draft, with voting open and results shown", async () => {
    const poll = await createPoll();
    expect(await poll.stage({ question: "colour" })).toMatchObject({
      type: "stage",
      run: 1,
      title: "Nätverksmötet",
      question: { id: "colour", type: "choice", text: "Vilken färg?" },
      voting: "open",
      results: "shown",
    });
    expect(await poll.describe()).toMatchObject({ status: "live", run: 1 });
  });

  test("hides results where the question says so, unless the call says otherwise", async () => {
    const poll = await pollOnStage({ resultsHidden: true });
    expect((await poll.stage({ question: "colour" })).results).toBe("hidden");
    expect((await poll.stage({ question: "colour", results: "shown" })).results).toBe("shown");
    expect((await poll.stage({ question: "words" })).results).toBe("shown");
    expect((await poll.stage({ question: "words", results: "hidden" })).results).toBe("hidden");
  });

  test("changes what is named and leaves the rest as it is", async () => {
    const poll = await pollOnStage();
    expect(await poll.stage({ voting: "locked" })).toMatchObject({ voting: "locked", results: "shown" });
    expect(await poll.stage({ results: "hidden" })).toMatchObject({ voting: "locked", results: "hidden" });
    expect(await poll.stage({ voting: "open" })).toMatchObject({ voting: "open", results: "hidden" });
    expect(await poll.stage({})).toMatchObject({ question: { id: "colour" }, voting: "open", results: "hidden" });
    expect(await poll.stage({ question: "words", voting: "locked" })).toMatchObject({
      voting: "locked",
      results: "shown",
    });
  });

  test("null is the lobby", async () => {
    const poll = await pollOnStage();
    expect(await poll.stage({ question: null })).toMatchObject({ question: null });
    const fresh = await createPoll();
    expect(await fresh.stage({})).toMatchObject({ question: null, run: 1 });
    expect((await fresh.describe()).status).toBe("live");
  });

  test("with seconds tells when voting closes, and locks it then for everyone", async () => {
    const poll = await createPoll();
    const attendee = await poll.attendee();
    const before = Date.now();
    const { closesAt = "", voting } = await poll.stage({ question: "colour", seconds: 2 });
    expect(voting).toBe("open");
    expect(closesAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(Date.parse(closesAt)).toBeGreaterThanOrEqual(before + 2000);
    expect(Date.parse(closesAt)).toBeLessThanOrEqual(Date.now() + 2000);
    expect((await attendee.next("stage", { where: ({ question }) => question !== null })).closesAt).toBe(closesAt);
    const locked = await attendee.next("stage", {
      where: (frame) => frame.question !== null && frame.voting === "locked",
    });
    expect(locked.closesAt).toBeUndefined();
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(closesAt));
    expect(await attendee.answer("colour", { choices: ["red"] })).toBe("locked");
    expect(await poll.stage({})).toMatchObject({ voting: "locked" });
  });

  test("a countdown ends with its question", async () => {
    const poll = await pollOnStage({}, { seconds: 600 });
    expect((await poll.stage({ results: "hidden" })).closesAt).toBeDefined();
    expect((await poll.stage({ voting: "locked" })).closesAt).toBeUndefined();
    expect((await poll.stage({ voting: "open" })).closesAt).toBeUndefined();
    await poll.stage({ seconds: 600 });
    expect((await poll.stage({ question: "words" })).closesAt).toBeUndefined();
  });
});

describe("a wrong stage call", () => {
  const wrong: [string, unknown, string][] = [
    ["an unknown question", { question: "nope" }, "question"],
    ["a prototype's name as question", { question: "__proto__" }, "question"],
    ["a question by number", { question: 0 }, "question"],
    ["an unknown voting", { question: "words", voting: "closed" }, "voting"],
    ["null as voting", { question: "words", voting: null }, "voting"],
    ["an unknown results", { question: "words", results: true }, "results"],
    ["no seconds", { question: "words", seconds: 0 }, "seconds"],
    ["negative seconds", { question: "words", seconds: -1 }, "seconds"],
    ["half a second", { question: "words", seconds: 0.5 }, "seconds"],
    ["seconds as text", { question: "words", seconds: "5" }, "seconds"],
    ["endless seconds", { question: "words", seconds: 1e300 }, "seconds"],
    ["an unknown field", { question: "words", votes: "open" }, "votes"],
    ["no object", ["words"], ""],
  ];

  test.each(wrong)("%s is 422, and the stage stays as it was", async (_, body, path) => {
    const poll = await pollOnStage({}, { voting: "locked" });
    const problem = await problemOf(stage(poll, body), 422);
    expect(problem.errors?.map((error) => error.path)).toContain(path);
    expect(await poll.stage({})).toMatchObject({ question: { id: "colour" }, voting: "locked" });
  });

  test("does not make a draft live", async () => {
    const poll = await createPoll();
    await problemOf(stage(poll, { question: "nope" }), 422);
    expect((await poll.describe()).status).toBe("draft");
  });

  test("that is no JSON is 400, of another type 415, too large 413", async () => {
    const poll = await createPoll();
    const empty = (type: string) => poll.call("POST", "/stage", { headers: { "content-type": type } });
    await problemOf(empty("application/json"), 400);
    await problemOf(empty("text/plain"), 415);
    await problemOf(stage(poll, { question: "q".repeat(10_000) }), 413);
  });
});

describe("a run's end", () => {
  test("closing answers with the run, locks voting and forbids the stage", async () => {
    const poll = await pollOnStage();
    const attendee = await poll.attendee();
    const response = await poll.call("POST", "/close");
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ run: 1, status: "closed" });
    expect(await poll.describe()).toMatchObject({ status: "closed", run: 1 });
    const frame = await attendee.next("stage", { where: ({ status }) => status === "closed" });
    expect(frame.voting).toBe("locked");
    expect(await attendee.answer("colour", { choices: ["red"] })).toBe("locked");
    await problemOf(stage(poll, { question: "colour" }), 409);
    await problemOf(stage(poll, {}), 409);
    await problemOf(poll.call("POST", "/close"), 409);
  });

  test("a draft has nothing to close", async () => {
    const poll = await createPoll();
    await problemOf(poll.call("POST", "/close"), 409);
    expect((await poll.describe()).status).toBe("draft");
  });

  test("a new run is empty, and the one before stays as it was", async () => {
    const poll = await pollOnStage();
    await problemOf(poll.call("POST", "/runs"), 409);
    await (await poll.attendee()).answer("colour", { choices: ["red"] });
    await poll.close();
    const first = await poll.results(1);

    const response = await poll.call("POST", "/runs");
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ run: 2, status: "live" });
    await problemOf(poll.call("POST", "/runs"), 409);
    expect(await poll.results()).toMatchObject({ run: 2, joined: 0, questions: [{ answered: 0 }, {}, {}, {}] });
    await poll.stage({ question: "colour" });
    await (await poll.attendee()).answer("colour", { choices: ["blue"] });
    expect(await poll.tally("colour")).toMatchObject({ counts: { red: 0, blue: 1 } });
    expect({ ...(await poll.results(1)), generatedAt: first.generatedAt }).toEqual(first);
  });

  test("a body where none is due is taken if empty, refused if not", async () => {
    const poll = await pollOnStage();
    await problemOf(poll.call("POST", "/close", { body: { run: 1 } }), 422);
    expect((await poll.describe()).status).toBe("live");
    expect((await poll.call("POST", "/close", { body: {} })).status).toBe(200);
  });

  test("of two who close at once both learn that it is closed, and one run is", async () => {
    const poll = await pollOnStage();
    const statuses = (await Promise.all([1, 2].map(() => poll.call("POST", "/close")))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 409]);
    await vi.waitFor(async () => expect(await poll.results(1)).toMatchObject({ status: "closed" }));
    expect((await call("POST", "/api/join", { body: { code: poll.code } })).status).toBe(410);
  });
});
