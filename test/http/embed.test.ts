import { evictDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { limits } from "../../worker/shared/limits.ts";
import { fetchPath } from "./fetch-path.ts";
import { LiveLine, upgrade } from "./live-line.ts";
import { moderate } from "./moderating.ts";
import { choiceQuestion, createPoll, sampleDefinition, type TestPoll } from "./poll-client.ts";

const red = { choices: ["red"] };

const embeddable = { ...sampleDefinition, settings: { embed: true } };

async function watch(poll: TestPoll, query = ""): Promise<LiveLine> {
  const response = await upgrade(`/api/polls/${poll.id}/watch${query}`, ["handupp.v1"]);
  if (response.webSocket === null) throw new Error(`the upgrade was answered ${response.status}`);
  return new LiveLine(response.webSocket);
}

const withQuestion = { where: (frame: { question: object | null }) => frame.question !== null };
const withoutQuestion = { where: (frame: { question: object | null }) => frame.question === null };

describe("a frame in slides", () => {
  test("sees the question and its tally while the stage shows results", async () => {
    const poll = await createPoll(embeddable);
    const frame = await watch(poll);
    expect(await frame.next("stage")).toMatchObject({ question: null, results: "hidden", title: "Nätverksmötet" });
    await poll.stage({ question: "colour" });
    expect(await frame.next("stage", withQuestion)).toMatchObject({ question: { id: "colour" }, results: "shown" });
    const attendee = await poll.attendeeAt("colour");
    expect(await attendee.answer("colour", red)).toBe("ack");
    const tally = await frame.next("tally", { where: ({ answered }) => answered === 1 });
    expect(tally).toMatchObject({ question: "colour", tally: { counts: { red: 1, blue: 0 } } });
    expect(tally).not.toHaveProperty("joined");
  });

  test("sees neither question nor figures before results are shown, nor once they are hidden", async () => {
    const poll = await createPoll(embeddable);
    const frame = await watch(poll);
    const presenter = await poll.presenter();
    await poll.stage({ question: "colour", results: "hidden" });
    const attendee = await poll.attendeeAt("colour");
    expect(await attendee.answer("colour", red)).toBe("ack");
    await presenter.next("tally", { where: ({ answered }) => answered === 1 });
    await poll.stage({ results: "shown" });
    await frame.next("tally", { where: ({ answered }) => answered === 1 });
    await poll.stage({ results: "hidden" });
    await frame.next("stage", { where: ({ seq, question }) => seq > 0 && question === null });
    const other = await poll.attendeeAt("colour");
    expect(await other.answer("colour", red)).toBe("ack");
    await presenter.next("tally", { where: ({ answered }) => answered === 2 });
    const late = await watch(poll);
    expect(await late.next("stage")).toMatchObject({ question: null });
    const told = frame.received.map((got) => ("answered" in got ? got.answered : 0));
    expect(Math.max(...told)).toBe(1);
    for (const got of [...frame.received, ...late.received]) {
      expect(JSON.stringify(got)).not.toContain(poll.code);
      expect(got).not.toHaveProperty("joined");
      expect(got).not.toHaveProperty("asking");
    }
    expect(late.received.some(({ type }) => type === "tally")).toBe(false);
  });

  test("with a question of its own sees that one alone", async () => {
    const poll = await createPoll(embeddable);
    const frame = await watch(poll, "?question=words");
    await poll.stage({ question: "colour" });
    const attendee = await poll.attendeeAt("colour");
    expect(await attendee.answer("colour", red)).toBe("ack");
    const presenter = await poll.presenter();
    await presenter.next("tally", { where: ({ answered }) => answered === 1 });
    await poll.stage({ question: "words" });
    expect((await frame.next("stage", withQuestion)).question?.id).toBe("words");
    expect(await attendee.answer("words", { words: ["fika"] })).toBe("ack");
    const { cloud } = await frame.next("tally", { where: ({ answered }) => answered === 1 });
    expect(cloud?.words).toMatchObject([{ word: "fika" }]);
    const questions = frame.received.flatMap((got) => ("question" in got ? JSON.stringify(got.question) : []));
    expect(questions.join()).not.toContain("colour");
  });

  test("does not see listed words", async () => {
    const poll = await createPoll(embeddable);
    await poll.stage({ question: "words" });
    const frame = await watch(poll);
    const attendee = await poll.attendeeAt("words");
    expect(await attendee.answer("words", { words: ["röv", "rov"] })).toBe("ack");
    await frame.next("tally", { where: ({ answered }) => answered === 1 });
    expect(JSON.stringify(frame.received)).not.toContain("röv");
  });

  test("loses a word with the frame after a moderator has hidden it, from its cloud too", async () => {
    const poll = await createPoll(embeddable);
    await poll.stage({ question: "words" });
    const frame = await watch(poll);
    const attendee = await poll.attendeeAt("words");
    expect(await attendee.answer("words", { words: ["fika", "tid"] })).toBe("ack");
    await frame.next("tally", { where: ({ answered }) => answered === 1 });
    const before = frame.received.length;
    await moderate(poll, { question: "words", action: "hide", entry: "Fika" });
    const { cloud } = await frame.next("tally", { where: ({ tally }) => JSON.stringify(tally).includes('"hidden":1') });
    expect(cloud?.words.map(({ word }) => word)).toEqual(["tid"]);
    expect(JSON.stringify(frame.received.slice(before))).not.toContain("fika");
    expect(frame.received.some((got) => "moderation" in got)).toBe(false);
  });

  test("counts as no attendee and is none", async () => {
    const poll = await createPoll(embeddable);
    await poll.stage({ question: "colour" });
    const presenter = await poll.presenter();
    const [frame] = [await watch(poll), await watch(poll)];
    const attendee = await poll.attendeeAt("colour");
    expect(await frame.request({ type: "answer", question: "colour", answer: red })).toMatchObject({
      code: "forbidden",
    });
    expect(await frame.request({ type: "stage", question: null })).toMatchObject({ code: "forbidden" });
    expect(await attendee.answer("colour", red)).toBe("ack");
    expect(await presenter.next("tally", { where: ({ answered }) => answered === 1 })).toMatchObject({
      joined: 1,
      present: 1,
    });
    expect(await poll.results()).toMatchObject({ joined: 1 });
    expect((await poll.describe()).status).toBe("live");
  });

  test("goes on after the room has slept", async () => {
    const poll = await createPoll(embeddable);
    await poll.stage({ question: "colour" });
    const frame = await watch(poll);
    await frame.next("stage");
    await evictDurableObject(env.POLL_ROOM.getByName(poll.id));
    const attendee = await poll.attendeeAt("colour");
    expect(await attendee.answer("colour", red)).toBe("ack");
    await frame.next("tally", { where: ({ answered }) => answered === 1 });
    expect(frame.received.some((got) => "joined" in got)).toBe(false);
  });

  test("shows the last result after the poll has closed", async () => {
    const poll = await createPoll(embeddable);
    await poll.stage({ question: "colour" });
    const frame = await watch(poll);
    await poll.close();
    const closed = await frame.next("stage", { where: ({ status }) => status === "closed" });
    expect(closed).toMatchObject({ question: { id: "colour" }, results: "shown" });
  });
});

describe("who may watch", () => {
  test("nobody, unless the organiser allows it", async () => {
    for (const settings of [{}, { embed: false }]) {
      const poll = await createPoll({ ...sampleDefinition, settings });
      expect((await (await watch(poll)).closed).code).toBe(4401);
      const page = await fetchPath(`/embed/${poll.id}`);
      expect(page.status).toBe(403);
      expect(await page.text()).toContain("visas inte på andra sidor");
    }
  });

  test("nobody any more once it is no longer allowed", async () => {
    const poll = await createPoll(embeddable);
    const [frame, presenter] = [await watch(poll), await poll.presenter()];
    await frame.next("stage");
    await poll.call("PUT", "", { body: sampleDefinition });
    expect((await frame.closed).code).toBe(4401);
    await poll.stage({ question: "colour" });
    await presenter.next("stage", withQuestion);
  });

  test("no page of another site, and no one who does not speak the protocol", async () => {
    const poll = await createPoll(embeddable);
    const path = `/api/polls/${poll.id}/watch`;
    expect((await upgrade(path, ["handupp.v1"], { origin: "https://evil.example" })).status).toBe(403);
    expect((await upgrade(path, [])).status).toBe(400);
    expect((await fetchPath(path)).status).toBe(426);
  });

  test("no poll or question that is not there", async () => {
    const poll = await createPoll(embeddable);
    const gone = await upgrade("/api/polls/AAAAAAAAAAAAAAAA/watch", ["handupp.v1"]);
    expect(gone.webSocket && (await new LiveLine(gone.webSocket).closed).code).toBe(4404);
    expect((await (await watch(poll, "?question=%0d%0a")).closed).code).toBe(4404);
    for (const path of ["/embed/AAAAAAAAAAAAAAAA", "/embed/x", `/embed/${poll.id}?question=none`]) {
      const page = await fetchPath(path);
      expect(page.status).toBe(404);
      expect(await page.text()).toContain("inget att visa");
    }
  });

  test("so many at once, and no more", async () => {
    const poll = await createPoll(embeddable);
    const lines = await Promise.all(Array.from({ length: limits.viewersPerPoll }, () => watch(poll)));
    expect((await (await watch(poll)).closed).code).toBe(4429);
    await Promise.all(lines.map((line) => line.next("stage")));
  });

  test("a key or a cookie changes nothing of what is seen", async () => {
    const poll = await createPoll(embeddable);
    await poll.stage({ question: "colour", results: "hidden" });
    const response = await upgrade(`/api/polls/${poll.id}/watch`, ["handupp.v1", `bearer.${poll.presenterKey}`]);
    if (response.webSocket === null) throw new Error("no socket");
    const line = new LiveLine(response.webSocket);
    expect((await line.next("stage", withoutQuestion)).question).toBeNull();
  });
});

describe("framing", () => {
  test("is allowed for the frame's page, its refusals too, and for nothing else", async () => {
    const poll = await createPoll({ ...embeddable, questions: [choiceQuestion()] });
    const headersOf = async (path: string) => {
      const { headers } = await fetchPath(path);
      return [headers.get("x-frame-options"), headers.get("content-security-policy")?.includes("frame-ancestors")];
    };
    for (const path of [`/embed/${poll.id}`, "/embed/AAAAAAAAAAAAAAAA"]) {
      expect(await headersOf(path)).toEqual([null, false]);
    }
    for (const path of ["/", "/organise", `/present/${poll.id}`, `/results/${poll.id}`, `/${poll.code}`]) {
      expect(await headersOf(path)).toEqual(["DENY", true]);
    }
  });

  test("the page has no code, no key and nothing of the questions in it", async () => {
    const poll = await createPoll(embeddable);
    await poll.stage({ question: "colour" });
    const html = await (await fetchPath(`/embed/${poll.id}`)).text();
    for (const secret of [poll.code, poll.organiserKey, poll.presenterKey, "Vilken färg?"]) {
      expect(html).not.toContain(secret);
    }
  });
});
