import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { upgrade } from "./live-line.ts";
import {
  bodyOf,
  call,
  choiceQuestion,
  createPoll,
  pollOnStage,
  problemOf,
  sampleDefinition,
  type TestPoll,
} from "./poll-client.ts";

async function replace(poll: TestPoll, change: object): Promise<Response> {
  return poll.call("PUT", "", { body: { ...sampleDefinition, ...change } });
}

/** A poll whose choice question has one answer and is off the stage again. */
async function answeredPoll(): Promise<TestPoll> {
  const poll = await pollOnStage();
  await (await poll.attendee()).answer("colour", { choices: ["red"] });
  await poll.stage({ question: null });
  return poll;
}

describe("replacing a definition", () => {
  test("replaces all of it", async () => {
    const poll = await createPoll();
    const questions = [{ id: "new", type: "text", text: "Något annat?" }];
    expect((await replace(poll, { title: "Nytt", language: "en", questions })).status).toBe(200);
    const described = await poll.describe();
    expect(described).toMatchObject({ id: poll.id, code: poll.code, status: "draft", title: "Nytt", language: "en" });
    expect(described.questions.map(({ id }) => id)).toEqual(["new"]);
  });

  test("with a wrong field changes nothing", async () => {
    const poll = await createPoll();
    const before = await poll.describe();
    const problem = await problemOf(replace(poll, { title: "Nytt", questions: [choiceQuestion({ text: "" })] }), 422);
    expect(problem.errors?.[0]?.path).toBe("questions.0.text");
    await problemOf(replace(poll, { title: "Nytt", theme: "dark" }), 422);
    expect(await poll.describe()).toEqual(before);
  });

  test("is 409 where a question with answers is left out or has another type", async () => {
    const poll = await answeredPoll();
    const before = await poll.describe();
    const others = sampleDefinition.questions.slice(1);
    await problemOf(replace(poll, { questions: others }), 409);
    const retyped = await problemOf(
      replace(poll, { questions: [{ id: "colour", type: "text", text: "?" }, ...others] }),
      409,
    );
    expect(retyped.errors?.[0]?.path).toBe("questions.0.type");
    expect(await poll.describe()).toEqual(before);
  });

  test("is still 409 once the run with the answers is closed, and the next one has none", async () => {
    const poll = await answeredPoll();
    await poll.close();
    await problemOf(replace(poll, { questions: sampleDefinition.questions.slice(1) }), 409);
    await poll.startRun();
    await problemOf(replace(poll, { questions: sampleDefinition.questions.slice(1) }), 409);
  });

  test("lets an answered question have another text and place, and keeps its answers", async () => {
    const poll = await answeredPoll();
    const [, ...others] = sampleDefinition.questions;
    expect((await replace(poll, { questions: [...others, choiceQuestion({ text: "Vilken då?" })] })).status).toBe(200);
    const result = (await poll.results()).questions.at(-1);
    expect(result).toMatchObject({
      id: "colour",
      text: "Vilken då?",
      answered: 1,
      tally: { counts: { red: 1, blue: 0 } },
    });
  });

  test("shows attendees the new text at once", async () => {
    const poll = await pollOnStage();
    const attendee = await poll.attendee();
    await replace(poll, { questions: [choiceQuestion({ text: "Vilken då?" })] });
    const frame = await attendee.next("stage", { where: ({ question }) => question?.text === "Vilken då?" });
    expect(frame.voting).toBe("open");
  });
});

describe("deleting a poll", () => {
  test("answers 204 without a body, and the poll is gone everywhere", async () => {
    const poll = await answeredPoll();
    await poll.close();
    await poll.startRun();
    await poll.stage({ question: "colour" });
    const joined = await poll.join();
    const [attendee, presenter] = [await poll.connect(joined.token), await poll.presenter()];
    await attendee.answer("colour", { choices: ["blue"] });

    const response = await poll.call("DELETE");
    expect(response.status).toBe(204);
    expect(await response.text()).toBe("");

    expect((await attendee.closed).code).toBe(4404);
    expect((await presenter.closed).code).toBe(4404);
    for (const rest of ["", "/results.json", "/results.json?run=1", "/ballots.csv?run=1"]) {
      await problemOf(poll.call("GET", rest), 404);
    }
    await problemOf(poll.call("DELETE"), 404);
    await problemOf(call("POST", "/api/join", { body: { code: poll.code } }), 404);
    expect((await call("GET", `/${poll.code}`)).status).toBe(404);
    expect((await (await poll.connect(joined.token)).closed).code).toBe(4404);
    expect((await (await poll.presenter()).closed).code).toBe(4404);
    expect((await upgrade(`/api/polls/${poll.id}/live`, ["handupp.v1"])).status).toBe(101);
    expect(await rowsOf(poll.id)).toBe(0);
  });

  test("leaves other polls alone", async () => {
    const [poll, other] = [await answeredPoll(), await answeredPoll()];
    await bodyOf(other.call("GET"));
    expect((await poll.call("DELETE")).status).toBe(204);
    expect(await other.tally("colour")).toMatchObject({ counts: { red: 1, blue: 0 } });
  });
});

/** Rows that name the poll, in all of D1's tables. */
async function rowsOf(id: string): Promise<number> {
  const { results: tables } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND (name = 'polls' OR sql LIKE '% poll TEXT %')",
  ).all<{ name: string }>();
  const counts = await Promise.all(
    tables.map(({ name }) =>
      env.DB.prepare(`SELECT COUNT(*) FROM ${name} WHERE ${name === "polls" ? "id" : "poll"} = ?`)
        .bind(id)
        .first<number>("COUNT(*)"),
    ),
  );
  expect(tables.length).toBeGreaterThan(2);
  return counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}
