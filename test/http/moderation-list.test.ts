import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { answerAll, moderable, moderate, pollAt, shows } from "./moderating.ts";
import { bodyOf, createPoll, problemOf } from "./poll-client.ts";

describe("the list", () => {
  const hide = { question: "w", action: "hide", entry: "ja" } as const;

  test("is the presenter's and the organiser's", async () => {
    const poll = await pollAt("w");
    const [{ token }, attendee] = [await poll.join(), await poll.attendee()];
    await problemOf(moderate(poll, hide, token), 401);
    expect(await attendee.request({ type: "moderate", ...hide })).toMatchObject({ type: "error", code: "forbidden" });
    expect((await moderate(poll, hide, poll.organiserKey)).status).toBe(200);
  });

  test("is refused clearly, with nothing changed", async () => {
    const poll = await pollAt("w");
    const presenter = await poll.presenter();
    const wrong: [string, object][] = [
      ["question", { ...hide, question: "nope" }],
      ["question", { ...hide, question: "c" }],
      ["question", { action: "hide", entry: "ja" }],
      ["action", { ...hide, action: "erase" }],
      ["entry", { ...hide, entry: "!" }],
      ["entry", { ...hide, question: "t" }],
      ["into", { ...hide, action: "merge" }],
      ["extra", { ...hide, extra: 1 }],
    ];
    for (const [path, body] of wrong) {
      const { errors } = await problemOf(poll.call("POST", "/moderation", { body }), 422);
      expect(errors?.map((error) => error.path)).toContain(path);
      expect(await presenter.request({ type: "moderate", ...body })).toMatchObject({ type: "error", code: "invalid" });
    }
    await bodyOf(moderate(poll, { ...hide, action: "merge", into: "nej" }));
    await problemOf(moderate(poll, { question: "w", action: "merge", entry: "nej", into: "ja" }), 409);
    expect(await bodyOf(moderate(poll, { ...hide, action: "restore" }))).toMatchObject({ hidden: [], shown: [] });
  });

  test("belongs to a live run, and to that run alone", async () => {
    const poll = await createPoll(moderable);
    await problemOf(moderate(poll, hide), 409);
    await poll.stage({ question: "w" });
    await answerAll(poll, "w", [{ words: ["ja"] }]);
    await bodyOf(moderate(poll, hide));
    await poll.close();
    await problemOf(moderate(poll, { ...hide, action: "restore" }), 409);
    await poll.startRun();
    await poll.stage({ question: "w" });
    await answerAll(poll, "w", [{ words: ["ja"] }]);
    expect(await poll.tally("w", 1)).toMatchObject({ words: [], hidden: 1 });
    expect(await poll.tally("w", 2)).toMatchObject({ words: [{ word: "ja" }], hidden: 0 });
  });

  test("outlives the objects' memory, in every shard", async () => {
    const poll = await pollAt("w");
    await answerAll(poll, "w", [{ words: ["ja", "jo"] }, { words: ["jo"] }, { words: ["nej"] }]);
    await answerAll(poll, "w", [{ words: ["ja"] }, { words: ["ja", "jo"] }]);
    await bodyOf(moderate(poll, { ...hide, entry: "nej" }));
    await bodyOf(moderate(poll, { question: "w", action: "merge", entry: "jo", into: "ja" }));
    const tally = await poll.tally("w");
    expect(tally).toMatchObject({ hidden: 1, words: [{ word: "ja", count: 4 }] });
    await evictDurableObject(env.AUDIENCE_SHARD.getByName(`${poll.id}:0`));
    await evictDurableObject(env.POLL_ROOM.getByName(poll.id));
    expect(await poll.tally("w")).toEqual(tally);
    const presenter = await poll.presenter();
    expect((await presenter.next("tally")).tally).toEqual(tally);
  });

  test("tells phones nothing of the stage anew when words are merged", async () => {
    const poll = await pollAt("w");
    const [attendee] = await answerAll(poll, "w", [{ words: ["ja"] }]);
    const stages = () => attendee?.received.filter(({ type }) => type === "stage").length;
    const before = stages();
    await bodyOf(moderate(poll, { question: "w", action: "merge", entry: "ja", into: "jo" }));
    await attendee?.next("tally", { where: shows("jo") });
    expect(stages()).toBe(before);
    // Its line goes on: what is cast and shown after it meets the same stage.
    expect(await attendee?.answer("w", { words: ["nej"] })).toBe("ack");
    await attendee?.next("tally", { where: shows("nej") });
  });
});

test("a room that was made before there was moderation has it when it wakes", async () => {
  const poll = await pollAt("w");
  await answerAll(poll, "w", [{ words: ["ja"] }]);
  const room = env.POLL_ROOM.getByName(poll.id);
  await runInDurableObject(room, (_, { storage }) => {
    storage.sql.exec("DROP TABLE moderation");
    storage.sql.exec("DELETE FROM applied_steps WHERE step = (SELECT max(step) FROM applied_steps)");
  });
  await evictDurableObject(room);
  expect(await poll.tally("w")).toMatchObject({ words: [{ word: "ja" }] });
  await bodyOf(moderate(poll, { question: "w", action: "hide", entry: "ja" }));
  expect(await poll.tally("w")).toMatchObject({ words: [], hidden: 1 });
});
