import { describe, expect, test } from "vitest";
import { pollOnStage } from "./poll-client.ts";

const red = { choices: ["red"] };
const blue = { choices: ["blue"] };

describe("when an answer is taken", () => {
  test("not for another question than the one on stage, nor for one that is unknown", async () => {
    const poll = await pollOnStage();
    const attendee = await poll.attendeeAt("colour");
    expect(await attendee.answer("text", { text: "Hej" })).toBe("not-on-stage");
    expect(await attendee.answer("nope", red)).toBe("not-on-stage");
    expect(await attendee.answer("__proto__", red)).toBe("not-on-stage");
    await poll.stage({ question: null });
    expect(await attendee.answer("colour", red)).toBe("not-on-stage");
  });

  test("not while voting is locked, and again once it is open", async () => {
    const poll = await pollOnStage({}, { voting: "locked" });
    const attendee = await poll.attendeeAt("colour");
    expect(await attendee.answer("colour", red)).toBe("locked");
    await poll.stage({ voting: "open" });
    expect(await attendee.answer("colour", red)).toBe("ack");
  });

  test("changed as often as one likes until voting locks, counted once", async () => {
    const poll = await pollOnStage();
    const attendee = await poll.attendeeAt("colour");
    for (const answer of [red, blue, red, blue]) expect(await attendee.answer("colour", answer)).toBe("ack");
    await poll.stage({ voting: "locked" });
    expect(await attendee.answer("colour", red)).toBe("locked");
    expect(await poll.tally("colour")).toEqual({ answered: 1, counts: { red: 0, blue: 1 } });
  });

  test("once where it is not changeable, also of two at the same instant", async () => {
    const poll = await pollOnStage({ changeable: false });
    const { token } = await poll.join();
    const [one, two] = [await poll.connect(token), await poll.connect(token)];
    const replies = await Promise.all([
      one.answer("colour", red, "a"),
      one.answer("colour", blue, "b"),
      two.answer("colour", blue, "c"),
    ]);
    expect(replies.filter((reply) => reply === "ack")).toHaveLength(1);
    expect(replies.filter((reply) => reply === "unchangeable")).toHaveLength(2);
    expect(await poll.tally("colour")).toMatchObject({ answered: 1 });
  });

  test("skipped where it is skippable, counted as skipped and open to change", async () => {
    const poll = await pollOnStage({ skippable: true });
    const { token } = await poll.join();
    const attendee = await poll.connect(token);
    expect(await attendee.answer("colour", null)).toBe("ack");
    expect(await poll.tally("colour")).toEqual({ answered: 0, skipped: 1, counts: { red: 0, blue: 0 } });
    expect((await (await poll.connect(token)).next("stage")).answer).toBeNull();
    expect(await attendee.answer("colour", red)).toBe("ack");
    expect(await poll.tally("colour")).toEqual({ answered: 1, skipped: 0, counts: { red: 1, blue: 0 } });
  });

  test("by attendees alone", async () => {
    const poll = await pollOnStage();
    for (const key of [poll.presenterKey, poll.organiserKey]) {
      expect(await (await poll.connect(key)).answer("colour", red)).toBe("forbidden");
    }
    expect((await poll.tally("colour"))?.answered).toBe(0);
  });

  test("on two lines of one attendee, it is one attendee's", async () => {
    const poll = await pollOnStage();
    const { token } = await poll.join();
    const [one, two] = [await poll.connect(token), await poll.connect(token)];
    await one.answer("colour", red, "a");
    await two.answer("colour", blue, "b");
    expect(await poll.tally("colour")).toEqual({ answered: 1, counts: { red: 0, blue: 1 } });
  });
});

describe("a ref that has been acked is acked again, without effect", () => {
  test("with another answer, on another line, after the lock, off stage and after the close", async () => {
    const poll = await pollOnStage();
    const { token } = await poll.join();
    const attendee = await poll.connect(token);
    expect(await attendee.answer("colour", red, "mine")).toBe("ack");
    expect(await attendee.answer("colour", blue, "mine")).toBe("ack");
    expect(await attendee.answer("colour", { choices: [] }, "mine")).toBe("ack");
    await poll.stage({ voting: "locked" });
    expect(await attendee.answer("colour", blue, "mine")).toBe("ack");
    expect(await (await poll.connect(token)).answer("colour", blue, "mine")).toBe("ack");
    await poll.stage({ question: "words" });
    expect(await attendee.answer("colour", blue, "mine")).toBe("ack");
    expect(await attendee.answer("words", { words: ["fika"] }, "mine")).toBe("ack");
    await poll.close();
    expect(await attendee.answer("colour", blue, "mine")).toBe("ack");
    expect(await poll.tally("colour")).toEqual({ answered: 1, counts: { red: 1, blue: 0 } });
    expect(await poll.tally("words")).toMatchObject({ answered: 0 });
  });

  test("an older one, too, when the answer has been changed since", async () => {
    const poll = await pollOnStage();
    const attendee = await poll.attendeeAt("colour");
    await attendee.answer("colour", red, "first");
    await attendee.answer("colour", blue, "second");
    expect(await attendee.answer("colour", red, "first")).toBe("ack");
    expect(await poll.tally("colour")).toEqual({ answered: 1, counts: { red: 0, blue: 1 } });
  });

  test("sent twice at the same instant", async () => {
    const poll = await pollOnStage();
    const attendee = await poll.attendeeAt("colour");
    const replies = await Promise.all([attendee.answer("colour", red, "r"), attendee.answer("colour", blue, "r")]);
    expect(replies).toEqual(["ack", "ack"]);
    expect(await poll.tally("colour")).toEqual({ answered: 1, counts: { red: 1, blue: 0 } });
  });

  test("and where the answer is final", async () => {
    const poll = await pollOnStage({ changeable: false });
    const attendee = await poll.attendeeAt("colour");
    expect(await attendee.answer("colour", red, "first")).toBe("ack");
    expect(await attendee.answer("colour", blue, "second")).toBe("unchangeable");
    expect(await attendee.answer("colour", red, "first")).toBe("ack");
  });

  test("a ref that was refused is free, and the same ref of another attendee is another's", async () => {
    const poll = await pollOnStage();
    const [one, two] = [await poll.attendeeAt("colour"), await poll.attendeeAt("colour")];
    expect(await one.answer("colour", { choices: [] }, "r")).toBe("invalid");
    expect(await one.answer("colour", red, "r")).toBe("ack");
    expect(await two.answer("colour", red, "r")).toBe("ack");
    expect(await poll.tally("colour")).toEqual({ answered: 2, counts: { red: 2, blue: 0 } });
  });
});
