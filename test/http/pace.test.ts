import { describe, expect, test } from "vitest";
import { createPoll, pollOnStage } from "./poll-client.ts";

const red = { choices: ["red"] };
const blue = { choices: ["blue"] };

describe("the speed of one attendee", () => {
  test("40 frames at once and then 20 a second are never too fast", async () => {
    const poll = await pollOnStage();
    const attendee = await poll.attendeeAt("colour");
    const atOnce = Array.from({ length: 40 }, (_, index) => attendee.answer("colour", index % 2 === 0 ? red : blue));
    const steady: Promise<string>[] = [];
    for (let frame = 0; frame < 40; frame++) {
      // The pace is what is tested.
      await scheduler.wait(50);
      steady.push(attendee.answer("colour", blue));
    }
    expect(new Set(await Promise.all([...atOnce, ...steady]))).toEqual(new Set(["ack"]));
  });

  test("a flood is refused as too-fast, stores nothing of what it refused, and spares the others", async () => {
    const poll = await createPoll();
    await poll.stage({ question: "text" });
    const [flood, calm] = [await poll.attendeeAt("text"), await poll.attendeeAt("text")];
    const answers = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, n) => flood.answer("text", { text: `svar ${from + n}` }, `r${from + n}`));
    const early = answers(0, 10);
    // What is not stored costs so little that no machine is slow enough to keep to the pace.
    for (let frame = 0; frame < 280; frame++) flood.send({ type: "nothing", ref: "n" });
    const replies = await Promise.all([...early, ...answers(10, 40)]);
    expect(replies.indexOf("too-fast")).toBeGreaterThanOrEqual(10);
    const last = replies.lastIndexOf("ack");
    expect(await calm.answer("text", { text: "lugnt" })).toBe("ack");
    expect(await poll.tally("text")).toMatchObject({
      answered: 2,
      entries: [{ text: `svar ${last}` }, { text: "lugnt" }],
    });
    await flood.ping();
  });

  test("a flood that goes on is closed with 4429", async () => {
    const poll = await pollOnStage();
    const [flood, calm] = [await poll.attendee(), await poll.attendee()];
    for (let frame = 0; frame < 1000; frame++) flood.send({ type: "nothing", ref: "r" });
    expect((await flood.closed).code).toBe(4429);
    expect(await calm.answer("colour", red)).toBe("ack");
  });
});
