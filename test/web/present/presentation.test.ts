import { describe, expect, test } from "vitest";
import {
  beginning,
  nextPresentation,
  type Presentation,
  type PresentationEvent,
} from "../../../web/present/presentation.ts";
import type { PollStageFrame, PollTallyFrame } from "../../../worker/poll/snapshots.ts";
import type { Question } from "../../../worker/questions/registry.ts";

const now = Date.UTC(2026, 2, 19, 13);
const common = { changeable: true, skippable: false, resultsHidden: false, resultsOnPhones: false };
const question = (id: string): Question => ({ ...common, id, type: "words", text: id, maxWords: 3 });

const stage = (seq: number, more: Partial<PollStageFrame> = {}): PresentationEvent => ({
  type: "frame",
  at: now,
  frame: {
    type: "stage",
    seq,
    run: 1,
    title: "Träff",
    question: null,
    voting: "open",
    results: "shown",
    status: "live",
    language: "sv",
    ...(more.question == null ? {} : { round: 1, asking: `${more.question.id}~1.0` }),
    ...more,
  },
});

const tally = (seq: number, id: string, more: Partial<PollTallyFrame> = {}): PresentationEvent => ({
  type: "frame",
  at: now,
  frame: {
    type: "tally",
    seq,
    run: 1,
    question: id,
    answered: seq,
    present: 1,
    tally: { answered: seq, words: [] },
    ...more,
  },
});

const after = (...events: PresentationEvent[]): Presentation => events.reduce(nextPresentation, beginning);

test("the latest tally of the question on stage is shown, with who has joined", () => {
  const state = after(stage(1, { question: question("a"), joined: 3 }), tally(2, "a", { joined: 5 }), tally(3, "a"));
  expect(state).toMatchObject({ joined: 5, tally: { answered: 3 }, stage: { question: { id: "a" } } });
});

test("what is older than what is shown changes nothing", () => {
  const state = after(stage(5, { question: question("b") }), tally(6, "b"));
  expect(nextPresentation(state, stage(4, { question: question("a") }))).toBe(state);
  expect(nextPresentation(state, tally(5, "b"))).toBe(state);
});

test("a tally of another question is not shown", () => {
  expect(after(stage(1, { question: question("b") }), tally(2, "a")).tally).toBeNull();
});

test("the next question begins without the picture of the one before", () => {
  const state = after(stage(1, { question: question("a") }), tally(2, "a"), stage(3, { question: question("b") }));
  expect(state.tally).toBeNull();
});

test("so does a second round", () => {
  const second = stage(3, { question: question("a"), round: 2, asking: "a~2.0" });
  expect(after(stage(1, { question: question("a") }), tally(2, "a"), second).tally).toBeNull();
});

test("locking keeps the picture", () => {
  const on = { question: question("a") };
  expect(after(stage(1, on), tally(2, "a"), stage(3, { ...on, voting: "locked" })).tally?.answered).toBe(2);
});

test("a new run begins empty although its seq may be lower", () => {
  const on = { question: question("a") };
  const state = after(stage(90, { ...on, joined: 100 }), tally(91, "a"), stage(1, { ...on, run: 2 }));
  expect(state).toMatchObject({ tally: null, joined: 0, stage: { run: 2 } });
});

describe("while the own line is down", () => {
  const lost = after(stage(9, { question: question("a") }), tally(10, "a"), {
    type: "line",
    line: "lost",
    heardAt: now,
  });

  test("the last picture stays, and is as old as the last word of the service", () =>
    expect(lost).toMatchObject({ line: "lost", tally: { answered: 10 }, pictureFrom: now }));

  test("the state that comes with the next line is taken whatever its seq", () => {
    const back = [{ type: "line", line: "open", heardAt: now } as const, stage(2, { question: question("b") })];
    expect(back.reduce(nextPresentation, lost)).toMatchObject({
      line: "open",
      pictureFrom: null,
      stage: { seq: 2, question: { id: "b" } },
    });
  });
});

test("in the lobby it is told how many have joined", () => {
  const presence: PresentationEvent = {
    type: "frame",
    at: now,
    frame: { type: "presence", seq: 2, run: 1, joined: 41, present: 40 },
  };
  expect(after(stage(1), presence).joined).toBe(41);
});

test("clocks go by the service's time, whatever this browser's says", () => {
  const at = new Date(now - 90_000).toISOString();
  expect(after(stage(1, { now: at })).clockAhead).toBe(90_000);
  expect(after(stage(1, { now: at }), stage(2)).clockAhead).toBe(90_000);
});

test("who is there and how soon answers are kept stay known until told anew", () => {
  const on = { question: question("a") };
  const state = after(
    stage(1, { ...on, joined: 5, present: 4 }),
    tally(2, "a", { ackP95: 12, present: 3 }),
    stage(3, on),
  );
  expect(state).toMatchObject({ joined: 5, present: 3, ackP95: 12 });
  expect(after(stage(9, { joined: 5, present: 4, ackP95: 7 }), stage(1, { run: 2 }))).toMatchObject({
    joined: 0,
    present: 0,
    ackP95: null,
  });
});

test("the latest round trips are kept", () => {
  const trips = Array.from({ length: 50 }, (_, ms): PresentationEvent => ({ type: "round-trip", ms }));
  expect(after(...trips).roundTrips).toEqual(Array.from({ length: 40 }, (_, n) => n + 10));
});

test("what was pressed without a line is said until there is one again; other refusals stay to be read", () => {
  const heardAt = now;
  const refused = (refusal: "offline" | "state") =>
    [
      { type: "line", line: "lost", heardAt } as const,
      { type: "refusal", refusal } as const,
      { type: "line", line: "connecting", heardAt } as const,
    ].reduce<Presentation>(nextPresentation, beginning);
  expect(refused("offline").refusal).toBe("offline");
  expect(nextPresentation(refused("offline"), { type: "line", line: "open", heardAt }).refusal).toBeNull();
  expect(nextPresentation(refused("state"), { type: "line", line: "open", heardAt }).refusal).toBe("state");
});
