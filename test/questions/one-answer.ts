/** What a tally of a single answer must say, whatever the answer was: what the service lets through is what it can hold. */
import { expect } from "vitest";
import type { Question } from "../../worker/questions/registry.ts";
import type { ShownTally } from "../../worker/questions/tally.ts";

export function expectOneAnswer(question: Question, tally: ShownTally): void {
  if ("counts" in tally && question.type === "choice") {
    const counts = Object.values(tally.counts);
    expect(Object.keys(tally.counts).sort()).toEqual(idsOf(question.options));
    for (const count of counts) expect([0, 1]).toContain(count);
    const { count, words, hidden = 0 } = tally.other ?? { count: 0, words: [] };
    expect([count, "other" in tally]).toEqual([words.length + hidden, question.allowOther === true]);
    expectBetween(sumOf(counts) + count, 1, question.maxChoices);
  } else if ("words" in tally && question.type === "words") {
    for (const { word, count } of tally.words) expect([count, word.trim() === ""]).toEqual([1, false]);
    expectBetween(tally.words.length + (tally.hidden ?? 0), 1, question.maxWords);
  } else if ("entries" in tally && question.type === "text") {
    expect(tally.entries.length).toBe(1);
    expectBetween([...new Intl.Segmenter().segment(tally.entries[0]?.text ?? "")].length, 1, question.maxLength);
  } else if ("statements" in tally && question.type === "scale") {
    expect(Object.keys(tally.statements).sort()).toEqual(idsOf(question.statements));
    for (const { counts, skipped, mean } of Object.values(tally.statements)) {
      expect([sumOf(Object.values(counts)) + skipped, mean === null]).toEqual([1, skipped === 1]);
    }
  } else if ("options" in tally && question.type === "ranking") {
    const places = question.options.map((_, index) => index + 1);
    const options = Object.values(tally.options);
    expect(Object.keys(tally.options).sort()).toEqual(idsOf(question.options));
    expect(options.map((option) => ("meanRank" in option ? option.meanRank : null)).sort()).toEqual(places);
    expect(sumOf(options.map(({ points }) => points))).toBe(sumOf(places) - places.length);
  } else if ("options" in tally && question.type === "points") {
    const options = Object.values(tally.options);
    expect(Object.keys(tally.options).sort()).toEqual(idsOf(question.options));
    for (const { points } of options) expect(Number.isInteger(points) && points >= 0).toBe(true);
    expect(sumOf(options.map(({ points }) => points))).toBe(question.total);
  } else if ("histogram" in tally && question.type === "number") {
    const { mean, median, min, max } = tally;
    expect(sumOf(tally.histogram.map(({ count }) => count))).toBe(1);
    expect([mean, median, max]).toEqual([min, min, min]);
    expectBetween(min, question.min, question.max);
  } else if ("items" in tally && question.type === "grid") {
    expect(Object.keys(tally.items).sort()).toEqual(idsOf(question.items));
    for (const { x, y, n, skipped } of Object.values(tally.items)) {
      expect([n + skipped, x === null, y === null]).toEqual([1, skipped === 1, skipped === 1]);
      for (const mean of [x, y]) if (mean !== null) expectBetween(mean, 0, 10);
    }
  } else throw new Error(`a tally of another type than ${question.type}`);
}

function idsOf(items: readonly { id: string }[]): string[] {
  return items.map(({ id }) => id).sort();
}

function sumOf(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0);
}

function expectBetween(figure: number | null, least: number, most: number): void {
  expect(figure).not.toBeNull();
  expect(figure).toBeGreaterThanOrEqual(least);
  expect(figure).toBeLessThanOrEqual(most);
}
