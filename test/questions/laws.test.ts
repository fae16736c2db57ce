/** The laws by which shards' tallies may be lost, repeated and reordered, for each question type. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answer, Question, QuestionType } from "../../worker/questions/registry.ts";
import {
  addBallot,
  type Ballot,
  emptyTally,
  mergeTallies,
  showTally,
  type Tally,
  tallyOf,
} from "../../worker/questions/tally.ts";
import { parseClientFrame } from "../../worker/shared/client-frames.ts";
import { isPlainObject } from "../../worker/shared/plain-object.ts";
import { expectOneAnswer } from "./one-answer.ts";
import {
  accepted,
  choice,
  grid,
  number,
  openChoice,
  points,
  ranking,
  scale,
  swedish,
  text,
  words,
} from "./questions.ts";
import { spoiled } from "./spoiled.ts";

const ratings = fc.option(fc.integer({ min: scale.min, max: scale.max }), { nil: null });
const coordinate = fc.oneof(
  fc.integer({ min: 0, max: 20 }).map((halves) => halves / 2),
  fc.double({ min: 0, max: 10, noNaN: true }),
);
const places = fc.option(fc.record({ x: coordinate, y: coordinate }, { noNullPrototype: true }), { nil: null });
const spelling = fc.constantFrom(
  "höra",
  "Höra",
  "HÖRA!",
  "hora",
  "får",
  "far",
  "__proto__",
  "👩‍👩‍👧",
  "god morgon",
  "ẞ",
  "ss",
);

const subjects = {
  choice: {
    question: choice,
    answers: fc
      .uniqueArray(fc.constantFrom(...choice.options.map(({ id }) => id)), { minLength: 1, maxLength: 2 })
      .map((choices) => ({ choices })),
  },
  words: {
    question: words,
    answers: fc.array(spelling, { minLength: 1, maxLength: 3 }).map((list) => ({ words: list })),
  },
  text: { question: text, answers: spelling.map((entry) => ({ text: entry })) },
  scale: {
    question: scale,
    answers: fc.tuple(ratings, ratings).map((values) => ({
      ratings: Object.fromEntries(scale.statements.map(({ id }, index) => [id, values[index] ?? null])),
    })),
  },
  number: {
    question: number,
    answers: fc
      .oneof(
        fc.integer({ min: number.min, max: number.max }),
        fc.double({ min: number.min, max: number.max, noNaN: true }),
        fc.constantFrom(-0, 0, 0.1, 85, 90),
      )
      .map((value) => ({ value })),
  },
  grid: {
    question: grid,
    answers: fc.tuple(places, places).map((values) => ({
      items: Object.fromEntries(grid.items.map(({ id }, index) => [id, values[index] ?? null])),
    })),
  },
  ranking: {
    question: ranking,
    answers: fc
      .shuffledSubarray(
        ranking.options.map(({ id }) => id),
        { minLength: ranking.options.length },
      )
      .map((order) => ({ order })),
  },
  points: {
    question: points,
    // Where the total is cut in two places: three parts that sum to it.
    answers: fc.tuple(fc.nat(points.total), fc.nat(points.total)).map((cuts) => {
      const [first = 0, second = 0] = cuts.toSorted((a, b) => a - b);
      const parts = [first, second - first, points.total - second];
      return { points: Object.fromEntries(points.options.map(({ id }, index) => [id, parts[index] ?? 0])) };
    }),
  },
} satisfies Record<QuestionType, { question: Question; answers: fc.Arbitrary<Answer> }>;

/** Where one type's questions ask for more. */
const variants = {
  "choice with something of one's own": {
    question: openChoice,
    answers: fc
      .record(
        { choices: fc.uniqueArray(fc.constantFrom("a", "b", "__proto__"), { maxLength: 1 }), other: spelling },
        { requiredKeys: ["choices"], noNullPrototype: true },
      )
      .filter(({ choices, other }) => choices.length > 0 || other !== undefined),
  },
};

/** A tally as plain data in one order, so that equal tallies are equal. */
function plain(value: unknown): unknown {
  if (isPlainObject(value)) return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry)]));
  if (!(value instanceof Map)) return value;
  return [...value]
    .map(([key, entry]): [string, unknown] => [String(key), plain(entry)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
const data = ({ answered, skipped, parts }: Tally) => ({ answered, skipped, parts: plain(parts) });

/** Answers of one shard's attendees, who are in no other. */
function shardTally(question: Question, shard: string, answers: readonly (Answer | null)[]): Tally {
  const ballots = answers.map((answer, index): Ballot => ({ attendee: `${shard}-${index}`, answer, at: index }));
  return tallyOf(question, ballots, swedish);
}

describe.each<[string, { question: Question; answers: fc.Arbitrary<Answer> }]>(
  Object.entries({ ...subjects, ...variants }),
)("%s", (_type, { question, answers }) => {
  const given = fc.array(fc.option(answers, { nil: null }), { maxLength: 8 });
  const merge = (...tallies: Tally[]) => mergeTallies(question, tallies);

  test("merging is commutative and associative, and an empty tally changes nothing", () => {
    fc.assert(
      fc.property(given, given, given, (first, second, third) => {
        const a = shardTally(question, "a", first);
        const b = shardTally(question, "b", second);
        const c = shardTally(question, "c", third);
        expect(data(merge(a, b))).toEqual(data(merge(b, a)));
        expect(data(merge(merge(a, b), c))).toEqual(data(merge(a, merge(b, c))));
        expect(data(merge(a, emptyTally(question)))).toEqual(data(a));
        expect(data(merge(emptyTally(question), a))).toEqual(data(a));
      }),
    );
  });

  test("merging leaves its parts as they were", () => {
    fc.assert(
      fc.property(given, given, (first, second) => {
        const a = shardTally(question, "a", first);
        const b = shardTally(question, "b", second);
        merge(a, b, a);
        expect(data(a)).toEqual(data(shardTally(question, "a", first)));
        expect(data(b)).toEqual(data(shardTally(question, "b", second)));
      }),
    );
  });

  test("however ballots are spread over shards and whenever reports arrive, the result is that of all ballots", () => {
    fc.assert(
      fc.property(given, fc.array(fc.nat(3)), fc.array(fc.nat(3)), (list, spread, reports) => {
        const ballots = list.map((answer, index): Ballot => ({ attendee: `x${index}`, answer, at: index }));
        const ofShard = (shard: number) => ballots.filter((_, index) => (spread[index] ?? 0) === shard);
        const latest = new Map<number, Tally>();
        for (const shard of reports) latest.set(shard, tallyOf(question, ofShard(shard).slice(0, 1), swedish));
        for (const shard of [3, 1, 0, 2, 1]) latest.set(shard, tallyOf(question, ofShard(shard), swedish));
        const result = showTally(merge(...latest.values()), question, swedish);
        expect(result).toEqual(showTally(tallyOf(question, ballots, swedish), question, swedish));
      }),
    );
  });

  test("a tally kept live through adding, changing and removing equals the one rebuilt from ballots", () => {
    const steps = fc.array(fc.tuple(fc.nat(4), fc.oneof(answers, fc.constant(null), fc.constant("remove" as const))));
    fc.assert(
      fc.property(steps, (changes) => {
        const live = emptyTally(question);
        const ballots = new Map<string, Ballot>();
        changes.forEach(([who, change], at) => {
          const attendee = `x${who}`;
          const before = ballots.get(attendee);
          if (before !== undefined) addBallot(live, question, before, -1, swedish);
          ballots.delete(attendee);
          if (change === "remove") return;
          const ballot = { attendee, answer: change, at };
          ballots.set(attendee, ballot);
          addBallot(live, question, ballot, 1, swedish);
        });
        expect(data(live)).toEqual(data(tallyOf(question, ballots.values(), swedish)));
      }),
    );
  });

  // As an answer comes: a frame's text, the one parser, the rules of its question. Undefined where it is refused.
  const taken = (json: string): Answer | null | undefined => {
    const frame = parseClientFrame(`{"type":"answer","ref":"r","question":"${question.id}","answer":${json}}`);
    if (!frame.ok || frame.value.type !== "answer") return undefined;
    return frame.value.answer === null ? null : accepted(question, frame.value.answer);
  };

  test("no JSON makes the rules throw, and what they accept is counted once and leaves no trace once removed", () => {
    const seen = { accepted: 0, refused: 0 };
    const good = answers.map((answer) => JSON.stringify(answer));
    fc.assert(
      fc.property(fc.oneof(fc.json(), spoiled(answers), spoiled(answers), good), (json) => {
        const answer = taken(json);
        seen[answer ? "accepted" : "refused"]++;
        if (answer === undefined) return;
        const tally = emptyTally(question);
        addBallot(tally, question, { attendee: "x", answer, at: 1 }, 1, swedish);
        const view = showTally(tally, question, swedish);
        // What JSON can't say, infinities and the like, would not come back from it.
        expect(JSON.parse(JSON.stringify(view))).toEqual(view);
        expect([view.answered, view.skipped]).toEqual(answer === null ? [0, 1] : [1, 0]);
        if (answer !== null) expectOneAnswer(question, view);
        addBallot(tally, question, { attendee: "x", answer, at: 1 }, -1, swedish);
        expect(data(tally)).toEqual(data(emptyTally(question)));
      }),
      { numRuns: 1500 },
    );
    // Or else only one kind was looked at.
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(50);
  });

  test("skips are counted as skips, and change nothing else of what is shown", () => {
    fc.assert(
      fc.property(fc.array(answers, { maxLength: 5 }), fc.nat(4), (list, skips) => {
        const { skipped, ...rest } = showTally(shardTally(question, "a", list), question, swedish);
        const nulls = Array.from({ length: skips }, () => null);
        const withSkips = shardTally(question, "a", [...list, ...nulls]);
        expect(skipped).toBe(0);
        expect(showTally(withSkips, question, swedish)).toEqual({ ...rest, skipped: skips });
      }),
    );
  });

  test("what is accepted once is accepted again, unchanged", () => {
    fc.assert(
      fc.property(answers, (input) => {
        const answer = accepted(question, input);
        expect(answer).toBeDefined();
        expect(accepted(question, answer)).toEqual(answer);
      }),
    );
  });
});
