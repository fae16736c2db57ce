import { describe, expect, test } from "vitest";
import { call, choiceQuestion, createPoll, pollOnStage, problemOf, sampleDefinition } from "./poll-client.ts";

type Call = { method: string; rest: string; body?: unknown; presenter: boolean };

const calls: Call[] = [
  { method: "GET", rest: "", presenter: true },
  { method: "PUT", rest: "", body: sampleDefinition, presenter: false },
  { method: "POST", rest: "/stage", body: { question: "words" }, presenter: true },
  { method: "GET", rest: "/results.json", presenter: true },
  { method: "GET", rest: "/results.csv", presenter: true },
  { method: "GET", rest: "/results.xlsx", presenter: true },
  { method: "GET", rest: "/ballots.csv", presenter: false },
  { method: "POST", rest: "/close", presenter: true },
  { method: "POST", rest: "/runs", presenter: false },
  { method: "DELETE", rest: "", presenter: false },
];

describe.each(calls)("$method /api/polls/{id}$rest", ({ method, rest, body, presenter }) => {
  const options = body === undefined ? {} : { body };

  test("is 401 without a key, with a wrong one, an attendee's token or another poll's key", async () => {
    const [poll, other] = [await pollOnStage(), await createPoll()];
    const path = `/api/polls/${poll.id}${rest}`;
    const { token } = await poll.join();
    const wrong = `${poll.organiserKey.slice(0, -1)}${poll.organiserKey.endsWith("A") ? "B" : "A"}`;
    const refused = await call(method, path, options);
    expect(refused.headers.get("www-authenticate")).toMatch(/^Bearer/);
    await problemOf(refused, 401);
    for (const key of [wrong, token, other.organiserKey, other.presenterKey, "", "x"]) {
      await problemOf(call(method, path, { ...options, key }), 401);
    }
    const basic = { authorization: `Basic ${btoa(`x:${poll.organiserKey}`)}` };
    await problemOf(call(method, path, { ...options, headers: basic }), 401);
    expect((await poll.describe()).status).toBe("live");
  });

  test(presenter ? "is the presenter's too" : "is 403 for the presenter", async () => {
    const poll = await pollOnStage();
    const response = await poll.call(method, rest, { ...options, key: poll.presenterKey });
    if (presenter) expect(response.ok).toBe(true);
    else await problemOf(response, 403);
  });

  test("is the organiser's", async () => {
    const poll = await pollOnStage();
    if (rest === "/runs") await poll.close();
    expect((await poll.call(method, rest, options)).ok).toBe(true);
  });

  test("is 404 for a poll that is not there", async () => {
    const { organiserKey: key } = await createPoll();
    for (const id of ["AAAAAAAAAAAAAAAA", "nope", "..%2f..", "%00", "å", "a".repeat(2000)]) {
      await problemOf(call(method, `/api/polls/${id}${rest}`, { ...options, key }), 404);
    }
  });
});

test("a presenter who may not edit changes nothing by trying", async () => {
  const poll = await pollOnStage();
  const before = await poll.describe();
  const body = { ...sampleDefinition, title: "Annat", questions: [choiceQuestion()] };
  await problemOf(poll.call("PUT", "", { body, key: poll.presenterKey }), 403);
  expect(await poll.describe()).toEqual(before);
});

test("an API call that does not exist is a problem, too", async () => {
  const poll = await createPoll();
  await problemOf(call("GET", "/api"), 404);
  await problemOf(call("GET", "/api/nothing"), 404);
  await problemOf(poll.call("POST", "/ballots"), 404);
});

test("the service says that it serves", async () => {
  const response = await call("GET", "/healthz");
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ status: "ok" });
});
