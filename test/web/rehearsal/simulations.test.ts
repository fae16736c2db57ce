import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { simulationOf } from "../../../web/questions/simulations.ts";
import { planFor } from "../../../web/rehearsal/attendee-plan.ts";
import { seededRandom } from "../../../web/rehearsal/random.ts";
import type { Question } from "../../../worker/questions/registry.ts";
import {
  accepted,
  choice,
  grid,
  number,
  points,
  ranking,
  scale,
  shown,
  text,
  words,
} from "../../questions/questions.ts";
import { questionTypes } from "../question-types.ts";

const ids = fc.constantFrom("a", "b-1", "__proto__", "constructor", "långt id");
const items = (min: number, max: number) =>
  fc
    .uniqueArray(fc.constantFrom(...["__proto__", "constructor", ..."abcdefghijklmnopqr"]), {
      minLength: min,
      maxLength: max,
    })
    .map((list) => list.map((id) => ({ id, text: id })));
const pair = (min: number, max: number) =>
  fc
    .uniqueArray(fc.integer({ min, max }), { minLength: 2, maxLength: 2 })
    .map(([a = 0, b = 0]) => ({ min: Math.min(a, b), max: Math.max(a, b) }));
const ends = fc.oneof(
  pair(-50, 50),
  fc
    .uniqueArray(fc.double({ min: -1e12, max: 1e12, noNaN: true }), { minLength: 2, maxLength: 2 })
    .map(([a = 0, b = 0]) => ({ min: Math.min(a, b), max: Math.max(a, b) }))
    .filter(({ min, max }) => min < max),
  fc.constantFrom({ min: 0, max: 5e-324 }, { min: 0.1, max: 0.3 }, { min: -1e12, max: 1e12 }),
);

const questions: [string, fc.Arbitrary<Question>][] = [
  [
    "choice",
    fc.tuple(ids, items(2, 20), fc.nat(), fc.boolean()).map(([id, options, most, allowOther]) => {
      const marks = options.length + (allowOther ? 1 : 0);
      return { ...choice, id, options, allowOther, maxChoices: 1 + (most % marks) };
    }),
  ],
  ["words", fc.tuple(ids, fc.integer({ min: 1, max: 20 })).map(([id, maxWords]) => ({ ...words, id, maxWords }))],
  ["text", fc.tuple(ids, fc.integer({ min: 1, max: 300 })).map(([id, maxLength]) => ({ ...text, id, maxLength }))],
  [
    "scale",
    fc
      .tuple(ids, items(1, 10), pair(-50, 50))
      .map(([id, statements, range]) => ({ ...scale, id, statements, ...range })),
  ],
  ["ranking", fc.tuple(ids, items(2, 10)).map(([id, options]) => ({ ...ranking, id, options }))],
  [
    "points",
    fc
      .tuple(ids, items(2, 10), fc.integer({ min: 1, max: 1000 }))
      .map(([id, options, total]) => ({ ...points, id, options, total })),
  ],
  ["number", fc.tuple(ids, ends).map(([id, range]) => ({ ...number, id, ...range }))],
  ["grid", fc.tuple(ids, items(1, 8)).map(([id, list]) => ({ ...grid, id, items: list }))],
];

test("every type is among them", () => {
  expect(new Set(questions.map(([type]) => type.split(" ")[0]))).toEqual(new Set(questionTypes));
});

describe.each(questions)("%s", (_type, question) => {
  test("every answer is one that the question takes, in either language", () => {
    fc.assert(
      fc.property(question, fc.integer(), fc.constantFrom("sv", "en", "fi"), (asked, seed, language) => {
        const random = seededRandom(seed);
        for (let attendee = 0; attendee < 10; attendee++) {
          const answer = simulationOf(asked.type).answer(asked, { random, language });
          expect(accepted(asked, answer), JSON.stringify(answer)).toBeDefined();
        }
      }),
    );
  });

  test("the same seed answers the same", () => {
    fc.assert(
      fc.property(question, fc.integer(), (asked, seed) => {
        const plan = () => planFor(asked, { random: seededRandom(seed), language: "sv" }, 20_000);
        expect(plan()).toEqual(plan());
      }),
    );
  });
});

/** What `attendees` do with the question, first answers alone. */
function crowd(question: Question, attendees: number) {
  return Array.from({ length: attendees }, (_, seed) =>
    planFor(question, { random: seededRandom(seed), language: "sv" }, 20_000),
  );
}

test("a crowd looks like one: some favourites, some who say nothing, skip or change their mind", () => {
  const plans = crowd({ ...choice, maxChoices: 1 }, 400);
  const silent = plans.filter((steps) => steps.length === 0).length;
  const changing = plans.filter((steps) => steps.length === 2).length;
  expect(silent).toBeGreaterThan(10);
  expect(silent).toBeLessThan(80);
  expect(changing).toBeGreaterThan(20);
  expect(plans.some(([first]) => first?.answer === null)).toBe(true);
  const firsts = plans.flatMap(([first]) => first?.answer ?? []);
  const tally = shown({ ...choice, maxChoices: 1 }, firsts);
  const counts = "counts" in tally ? Object.values(tally.counts).sort((a, b) => b - a) : [];
  expect(counts[0]).toBeGreaterThan(2 * (counts.at(-1) ?? 0));
});

test("who has the options in another order leans the same way", () => {
  const shuffled = { ...choice, randomOrder: true, options: choice.options.toReversed() };
  expect(crowd(shuffled, 20)).toEqual(crowd(choice, 20));
});

test("they take their time, but not longer than they were given", () => {
  const times = crowd(words, 200).flatMap(([first]) => first?.afterMs ?? []);
  expect(Math.min(...times)).toBeGreaterThan(1000);
  expect(Math.max(...times)).toBeLessThanOrEqual(20_000);
});

test("words cluster: a few are said by many, and spelled in more than one way", () => {
  const tally = shown(
    words,
    crowd(words, 200).flatMap(([first]) => first?.answer ?? []),
  );
  const list = "words" in tally ? tally.words : [];
  expect(list.length).toBeGreaterThan(30);
  expect(list[0]?.count).toBeGreaterThan(30);
  expect(list.some(({ variants }) => Object.keys(variants).length > 1)).toBe(true);
  expect("hidden" in tally && tally.hidden).toBe(0);
});

test("a question that can't be skipped or changed is answered once", () => {
  const plans = crowd({ ...choice, skippable: false, changeable: false }, 200);
  expect(plans.every((steps) => steps.length <= 1 && steps[0]?.answer !== null)).toBe(true);
});
