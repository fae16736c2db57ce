import { describe, expect, test } from "vitest";
import { bodyOf, createPoll, pollOnStage, problemOf } from "./poll-client.ts";

const past = () => new Date(Date.now() - 1000).toISOString();
const soon = () => new Date(Date.now() + 60_000).toISOString();

/** Of a call that came too late: what a clock can be set by. */
async function serviceTime(response: Promise<Response>): Promise<number> {
  const problem = await problemOf(response, 409);
  return Date.parse("now" in problem ? String(problem.now) : "");
}

describe("a command that says until when it is wanted", () => {
  test("does nothing after that, and hears the service's time", async () => {
    const poll = await pollOnStage();
    const began = Date.now();
    const now = await serviceTime(poll.call("POST", "/stage", { body: { question: "words", until: past() } }));
    expect(now).toBeGreaterThanOrEqual(began);
    expect(now).toBeLessThanOrEqual(Date.now());
    await serviceTime(poll.call("POST", "/stage", { body: { answers: "clear", until: past() } }));
    await serviceTime(poll.call("POST", "/close", { body: { until: past() } }));
    await serviceTime(
      poll.call("POST", "/moderation", { body: { question: "words", action: "hide", entry: "ord", until: past() } }),
    );
    expect(await poll.stage({})).toMatchObject({ question: { id: "colour" }, voting: "open", status: "live" });
    expect((await poll.presenter().then((line) => line.next("stage"))).restorableUntil).toBeUndefined();
  });

  test("is carried out before it as any other", async () => {
    const poll = await pollOnStage();
    const stage = await bodyOf(poll.call("POST", "/stage", { body: { question: "words", until: soon() } }));
    expect(stage).toMatchObject({ question: { id: "words" } });
    expect(await bodyOf(poll.call("POST", "/stage", { body: { answers: "clear", until: soon() } }))).toMatchObject({
      voting: "locked",
    });
    const moderation = { question: "words", action: "hide", entry: "ord", until: soon() };
    await bodyOf(poll.call("POST", "/moderation", { body: moderation }));
    expect(await bodyOf(poll.call("POST", "/close", { body: { until: soon() } }))).toMatchObject({ status: "closed" });
  });

  test("begins and ends a rehearsal in time alone", async () => {
    const poll = await createPoll();
    await serviceTime(poll.call("POST", "/rehearsal", { body: { until: past() } }));
    await bodyOf(poll.call("POST", "/rehearsal", { body: { until: soon() } }), 201);
    await serviceTime(poll.call("DELETE", "/rehearsal", { body: { until: past() } }));
    await bodyOf(poll.call("DELETE", "/rehearsal", { body: { until: soon() } }));
  });

  test("is answered on a presenter's line by an error that says so, and the line stays", async () => {
    const poll = await pollOnStage();
    const line = await poll.presenter();
    const late = await line.request({ type: "stage", question: "words", until: past() });
    expect(late).toMatchObject({ type: "error", code: "too-late" });
    const moderation = { type: "moderate", question: "words", action: "hide", entry: "ord" };
    expect(await line.request({ ...moderation, until: past() })).toMatchObject({ type: "error", code: "too-late" });
    expect((await line.request({ type: "stage", question: "words", until: soon() })).type).toBe("ack");
  });

  test.each(["tomorrow", "", 5, null, "2026-13-01T00:00:00Z", "2099-01-01T00:00:00+02"])(
    "is refused where that is no time: %j",
    async (until) => {
      const poll = await pollOnStage();
      for (const [path, body] of [
        ["/stage", { question: "words" }],
        ["/moderation", { question: "words", action: "hide", entry: "ord" }],
        ["/close", {}],
      ] as const) {
        const { errors } = await problemOf(poll.call("POST", path, { body: { ...body, until } }), 422);
        expect(errors?.map(({ path: field }) => field)).toEqual(["until"]);
      }
      expect(await poll.stage({})).toMatchObject({ question: { id: "colour" }, status: "live" });
    },
  );
});
