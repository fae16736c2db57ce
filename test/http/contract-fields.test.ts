import { beforeAll, describe, expect, test } from "vitest";
import type { Results } from "../../worker/poll/results.ts";
import type { QuestionType } from "../../worker/questions/registry.ts";
import { fullQuestions, goodAnswers } from "./every-type.ts";
import type { FrameOf } from "./live-line.ts";
import { createPoll } from "./poll-client.ts";

/**
 * Outside clients compare what they get to the contract field by field. What a poll has that says none of this service's
 * own optional settings is pinned here whole: a new field comes with its setting, or stands beside these and is listed here.
 */

const types = Object.values(fullQuestions).map(({ type }) => type);
const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/);
const number = expect.any(Number);

/** The tally of each type's one good answer, without what every tally has. */
const contract = {
  choice: { counts: { 1: 0, 2: 1, 3: 0 } },
  words: {
    words: [
      { word: "Åre", count: 1, variants: { Åre: 1 } },
      { word: "öppenhet", count: 1, variants: { öppenhet: 1 } },
    ],
    hidden: 0,
  },
  text: { entries: [{ text: "Mer fika\ni Örebro", at }] },
  scale: {
    statements: {
      1: { counts: { "-2": 1, "-1": 0, 0: 0, 1: 0, 2: 0 }, skipped: 0, mean: -2, median: -2 },
      2: { counts: { "-2": 0, "-1": 0, 0: 0, 1: 0, 2: 0 }, skipped: 1, mean: null, median: null },
    },
  },
  ranking: {
    options: {
      1: { points: 1, firsts: 0, meanRank: 2 },
      2: { points: 0, firsts: 0, meanRank: 3 },
      3: { points: 2, firsts: 1, meanRank: 1 },
    },
  },
  points: { options: { 1: { points: 6, mean: 6 }, 2: { points: 4, mean: 4 }, 3: { points: 0, mean: 0 } } },
  number: { histogram: expect.any(Array), mean: 12.5, median: 12.5, min: 12.5, max: 12.5 },
  grid: {
    items: { 1: { x: 6.5, y: 0, n: 1, skipped: 0 }, 2: { x: null, y: null, n: 0, skipped: 1 } },
    // This service's own, and the only one.
    spread: { 1: { x: 0, y: 0 }, 2: { x: null, y: null } },
  },
} satisfies Record<QuestionType, object>;

const questionFields = ["answered", "definition", "id", "tally", "text", "type"];
const resultsFields = ["generatedAt", "joined", "language", "poll", "questions", "run", "status", "title"];
const frameFields = ["answered", "present", "question", "run", "seq", "tally", "type"];

/** A question or an answer with what the contract says of its type, and nothing of this service's own. */
const own = ["notes", "allowOther", "other", "randomOrder", "approveFirst", "rightValue", "closeWithin"];
const asAgreed = (parts: object) => Object.fromEntries(Object.entries(parts).filter(([field]) => !own.includes(field)));

const fieldsOf = (value: object | undefined) => Object.keys(value ?? {}).toSorted();
/** The fields with others of this service's own. */
const and = (fields: readonly string[], ...more: string[]) => [...fields, ...more].toSorted();

describe.each([
  ["can't be skipped", false],
  ["can be skipped", true],
])("of questions that %s", (_, skippable) => {
  let live: Results;
  let closed: Results;
  const phones = new Map<QuestionType, FrameOf<"tally">>();
  const presenters = new Map<QuestionType, FrameOf<"tally">>();

  beforeAll(async () => {
    const poll = await createPoll({
      title: "Som avtalet säger",
      language: "sv",
      questions: Object.values(fullQuestions).map((question) => ({ ...asAgreed(question), skippable })),
    });
    const [phone, presenter] = [await poll.attendee(), await poll.presenter()];
    for (const type of types) {
      await poll.stage({ question: type, results: "shown" });
      await phone.next("stage", { where: ({ question }) => question?.id === type });
      expect(await phone.answer(type, asAgreed(goodAnswers[type]))).toBe("ack");
      const counted = { where: ({ question, answered }: FrameOf<"tally">) => question === type && answered === 1 };
      phones.set(type, await phone.next("tally", counted));
      presenters.set(type, await presenter.next("tally", counted));
    }
    live = await poll.results();
    await poll.close();
    closed = await poll.results();
  });

  test.each(types)("the tally of a %s has the contract's fields, in results and frames", (type) => {
    const expected = { ...contract[type], answered: 1, ...(skippable ? { skipped: 0 } : {}) };
    const tallies = [live, closed].map(({ questions }) => questions.find(({ id }) => id === type)?.tally);
    const shown = presenters.get(type)?.tally;
    // What a presenter hides a text by.
    if (shown !== undefined && "entries" in shown) for (const entry of shown.entries) delete entry.id;
    for (const tally of [...tallies, phones.get(type)?.tally, shown]) {
      expect(tally).toEqual(expected);
      if (tally === undefined || !("histogram" in tally)) continue;
      for (const bin of tally.histogram) expect(bin).toEqual({ from: number, to: number, count: number });
    }
  });

  test.each(types)("the frames with the tally of a %s have the contract's fields and those listed", (type) => {
    expect(fieldsOf(phones.get(type))).toEqual(frameFields);
    // `ackP95` may come a frame later than the first answer.
    const told = fieldsOf(presenters.get(type)).filter((field) => field !== "ackP95");
    const more = { words: ["cloud", "moderation"], text: ["moderation"] };
    expect(told).toEqual(and(frameFields, "joined", ...(type === "words" || type === "text" ? more[type] : [])));
  });

  test("the results and their questions have the contract's fields and those listed", () => {
    expect(fieldsOf(live)).toEqual(and(resultsFields, "blockList", "chain", "openedAt"));
    expect(fieldsOf(closed)).toEqual(and(resultsFields, "blockList", "chain", "openedAt", "closedAt"));
    for (const question of [...live.questions, ...closed.questions]) {
      expect(fieldsOf(question)).toEqual(and(questionFields, ...(question.type === "words" ? ["cloud"] : [])));
    }
  });
});
