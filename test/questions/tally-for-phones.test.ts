import { expect, test } from "vitest";
import { tallyForPhones } from "../../worker/questions/tally.ts";
import { choice, text, words } from "./questions.ts";

test("phones are sent the latest of many texts and the most frequent of many words, and how many there are besides", () => {
  const numbers = Array.from({ length: 2000 }, (_, index) => index);
  const entries = numbers.map((n) => ({ text: `Text ${n}`, at: new Date(n).toISOString() }));
  const sent = tallyForPhones({ answered: 2000, skipped: 3, entries }, text);
  expect(sent).toEqual({ answered: 2000, skipped: 3, entries: entries.slice(1950), more: 1950 });
  const many = numbers.map((n) => ({ word: `ord${n}`, count: 2000 - n, variants: {} }));
  expect(tallyForPhones({ answered: 2000, hidden: 1, words: many }, words)).toEqual({
    answered: 2000,
    hidden: 1,
    words: many.slice(0, 50),
    more: 1950,
  });
});

test("phones are sent the 50 most frequent of what others wrote in a choice, and how many wrote something", () => {
  const words = Array.from({ length: 150 }, (_, n) => ({ word: `ord${n}`, count: 1, variants: {} }));
  const sent = tallyForPhones({ answered: 150, counts: { a: 0 }, other: { count: 150, words } }, choice);
  expect(sent).toEqual({ answered: 150, counts: { a: 0 }, other: { count: 150, words: words.slice(0, 50) } });
});

test("a tally that phones show whole is sent as it is", () => {
  const few = { answered: 1, words: [{ word: "fika", count: 1, variants: { fika: 1 } }] };
  expect(tallyForPhones(few, words)).toBe(few);
  const chosen = { answered: 2, counts: { a: 2 } };
  expect(tallyForPhones(chosen, choice)).toBe(chosen);
});
