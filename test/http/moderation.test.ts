import { describe, expect, test } from "vitest";
import { answerAll, moderable, moderate, pollAt, shows, textsOf, wordsOf } from "./moderating.ts";
import { bodyOf, createPoll } from "./poll-client.ts";

describe("words", () => {
  test("hidden on one screen, a word is gone from every one, and comes back everywhere", async () => {
    const poll = await pollAt("w");
    const [one, two, phone] = [await poll.presenter(), await poll.presenter(), await poll.attendee()];
    await answerAll(poll, "w", [{ words: ["ja", "nej"] }, { words: ["ja"] }]);
    const screens = [one, two, phone];
    await Promise.all(screens.map((line) => line.next("tally", { where: ({ answered }) => answered === 2 })));

    const reply = await one.request({ type: "moderate", question: "w", action: "hide", entry: "JA" });
    expect(reply.type).toBe("ack");
    for (const line of screens) {
      const frame = await line.next("tally", { where: (tally) => !shows("ja")(tally) && tally.answered === 2 });
      expect(wordsOf(frame)).toEqual([["nej", 1]]);
      expect(frame.tally).toMatchObject({ answered: 2, hidden: 2 });
      expect(frame.moderation).toEqual(
        line === phone
          ? undefined
          : { hidden: [{ entry: "ja", text: "ja", count: 2, by: "moderator" }], waiting: [], merged: [] },
      );
    }
    // From then on no screen gets it again.
    await answerAll(poll, "w", [{ words: ["kanske"] }]);
    for (const line of screens) {
      expect(wordsOf(await line.next("tally", { where: shows("kanske") }))).toEqual([
        ["kanske", 1],
        ["nej", 1],
      ]);
    }
    await bodyOf(moderate(poll, { question: "w", action: "restore", entry: "ja" }));
    for (const line of screens) {
      expect(wordsOf(await line.next("tally", { where: shows("ja") }))[0]).toEqual(["ja", 2]);
    }
  });

  test("merged words count each attendee once, over all shards, and undone they are as before", async () => {
    const poll = await pollAt("w");
    // Shards take four: these stand in three.
    const both = { words: ["samarbete", "samverkan"] };
    const answers = [both, { words: ["Samarbete"] }, both, { words: ["samverkan"] }, both, { words: ["dialog"] }];
    await answerAll(poll, "w", [...answers, { words: ["samarbete"] }, { words: ["fika"] }, both]);
    const before = await poll.tally("w");
    expect(
      await bodyOf(moderate(poll, { question: "w", action: "merge", entry: "samarbete", into: "samverkan" })),
    ).toEqual({ question: "w", hidden: [], shown: [], merged: [{ word: "samarbete", into: "samverkan" }] });

    expect(await poll.tally("w")).toEqual({
      answered: 9,
      hidden: 0,
      words: [
        // Whoever gave both counts with the spelling that came first.
        { word: "samverkan", count: 7, variants: { Samarbete: 1, samarbete: 5, samverkan: 1 } },
        { word: "dialog", count: 1, variants: { dialog: 1 } },
        { word: "fika", count: 1, variants: { fika: 1 } },
      ],
      merged: [{ word: "samarbete", into: "samverkan" }],
    });
    const presenter = await poll.presenter();
    const frame = await presenter.next("tally", { where: (tally) => wordsOf(tally)[0]?.[1] === 7 });
    expect(frame.moderation?.merged).toEqual([{ word: "samarbete", into: "samverkan" }]);

    // A later answer, and one that is changed, are counted in the same way.
    const [late] = await answerAll(poll, "w", [both]);
    expect(await poll.tally("w")).toMatchObject({ words: [{ word: "samverkan", count: 8 }, {}, {}] });
    expect(await late?.answer("w", { words: ["fika"] })).toBe("ack");
    expect(await poll.tally("w")).toMatchObject({ words: [{ count: 7 }, { word: "fika", count: 2 }, {}] });
    expect(await late?.answer("w", { words: ["te"] })).toBe("ack");

    await bodyOf(moderate(poll, { question: "w", action: "unmerge", entry: "samarbete" }));
    const { words } = before !== undefined && "words" in before ? before : { words: [] };
    const again = await poll.tally("w");
    expect(again).toMatchObject({ answered: 10, words: expect.arrayContaining(words) });
    expect(again).not.toHaveProperty("merged");
  });

  test("ballots are untouched, and every file says what is hidden and merged", async () => {
    const poll = await pollAt("w");
    await answerAll(poll, "w", [{ words: ["samarbete", "samverkan"] }, { words: ["kaffe"] }]);
    const file = (name: string) => poll.call("GET", `/${name}`).then((response) => response.text());
    const ballots = await file("ballots.csv");
    await bodyOf(moderate(poll, { question: "w", action: "merge", entry: "samarbete", into: "samverkan" }));
    await bodyOf(moderate(poll, { question: "w", action: "hide", entry: "kaffe" }));
    const expected = {
      answered: 2,
      hidden: 1,
      words: [{ word: "samverkan", count: 1, variants: { samarbete: 1 } }],
    };
    expect(await poll.tally("w")).toMatchObject(expected);
    for (const live of [true, false]) {
      if (!live) await poll.close();
      expect(await poll.tally("w")).toMatchObject({ ...expected, merged: [{ word: "samarbete", into: "samverkan" }] });
      const csv = await file("results.csv");
      expect(csv).toContain("1,w,words,Tre ord?,hidden,1");
      expect(csv).toContain("1,w,words,Tre ord?,samarbete: mergedInto,samverkan");
      expect(csv).not.toContain("kaffe");
      expect(await file("ballots.csv")).toBe(ballots);
    }
  });

  test("the block list can be overruled by hand, and a poll has words of its own", async () => {
    const poll = await createPoll({ ...moderable, settings: { blockedWords: ["kaffe"], allowedWords: ["fan"] } });
    await poll.stage({ question: "w" });
    await answerAll(poll, "w", [{ words: ["KAFFE!", "fan", "röv"] }]);
    expect(await poll.tally("w")).toMatchObject({ hidden: 2, words: [{ word: "fan" }] });
    const presenter = await poll.presenter();
    expect((await presenter.next("tally")).moderation?.hidden).toEqual([
      { entry: "KAFFE!", text: "KAFFE!", count: 1, by: "list" },
      { entry: "röv", text: "röv", count: 1, by: "list" },
    ]);
    await bodyOf(moderate(poll, { question: "w", action: "show", entry: "röv" }));
    expect(await poll.tally("w")).toMatchObject({ hidden: 1, words: [{ word: "fan" }, { word: "röv" }] });
    // What the organiser allows later counts at once, also for what has been answered.
    const { id: _, code: __, status: ___, run: ____, ...own } = await poll.describe();
    await bodyOf(poll.call("PUT", "", { body: { ...own, settings: { ...own.settings, blockedWords: [] } } }));
    expect(await poll.tally("w")).toMatchObject({ hidden: 0, words: [{}, {}, {}] });
  });
});

describe("texts", () => {
  test("presenters have ids to hide them by, phones and results have none", async () => {
    const poll = await pollAt("t");
    const [presenter, phone] = [await poll.presenter(), await poll.attendee()];
    await answerAll(poll, "t", [{ text: "Bra" }, { text: "Dåligt" }]);
    const frame = await presenter.next("tally", { where: ({ answered }) => answered === 2 });
    const entries = "entries" in frame.tally ? frame.tally.entries : [];
    const id = entries.find(({ text }) => text === "Dåligt")?.id ?? "";
    expect(id).toMatch(/^[0-9a-f]{20}$/);
    expect(JSON.stringify(phone.received)).not.toContain(`"id":"${id}`);

    await bodyOf(moderate(poll, { question: "t", action: "hide", entry: id }));
    expect(textsOf(await phone.next("tally", { where: ({ tally }) => "hidden" in tally }))).toEqual(["Bra"]);
    expect(await poll.tally("t")).toEqual({
      answered: 2,
      hidden: 1,
      entries: [{ text: "Bra", at: expect.any(String) }],
    });
    await bodyOf(moderate(poll, { question: "t", action: "restore", entry: id }));
    expect(await poll.tally("t")).toEqual({
      answered: 2,
      entries: [
        { text: "Bra", at: expect.any(String) },
        { text: "Dåligt", at: expect.any(String) },
      ],
    });
  });

  test("approved first, a text is seen by nobody before; changed, it waits again", async () => {
    const poll = await pollAt("a");
    const [presenter, phone] = [await poll.presenter(), await poll.attendee()];
    const [writer] = await answerAll(poll, "a", [{ text: "Bra" }]);
    const waiting = await presenter.next("tally", { where: ({ answered }) => answered === 1 });
    expect(waiting.tally).toEqual({ answered: 1, entries: [], waiting: 1 });
    const id = waiting.moderation?.waiting[0]?.entry ?? "";
    await phone.next("tally", { where: ({ answered }) => answered === 1 });
    expect(JSON.stringify(phone.received)).not.toContain("Bra");

    await bodyOf(moderate(poll, { question: "a", action: "show", entry: id }));
    expect(textsOf(await phone.next("tally", { where: (frame) => textsOf(frame).length === 1 }))).toEqual(["Bra"]);
    expect(await writer?.answer("a", { text: "Något helt annat" })).toBe("ack");
    expect(await poll.tally("a")).toEqual({ answered: 1, entries: [], waiting: 1 });
    expect(await poll.call("GET", "/results.csv").then((response) => response.text())).toContain(",waiting,1");
  });
});

test("what is hidden or merged is so in every round of the question", async () => {
  const poll = await pollAt("w");
  const [first, second] = await answerAll(poll, "w", [{ words: ["ja", "jo"] }, { words: ["jo", "nej"] }]);
  await bodyOf(moderate(poll, { question: "w", action: "merge", entry: "jo", into: "ja" }));
  await bodyOf(moderate(poll, { question: "w", action: "hide", entry: "nej" }));
  await poll.stage({ round: 2 });
  expect(await first?.answer("w", { words: ["nej", "jo", "ja"] })).toBe("ack");
  expect(await second?.answer("w", { words: ["jo"] })).toBe("ack");
  const { questions } = await poll.results();
  expect(questions[0]?.tally).toMatchObject({ hidden: 1, words: [{ word: "ja", count: 2 }] });
  expect(questions[0]?.secondRound?.tally).toMatchObject({ hidden: 1, words: [{ word: "ja", count: 2 }] });
});
