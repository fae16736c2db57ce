/** What a hall might have answered: the same figures for the same question, however often it is drawn. Pure. */
import type { Question } from "../../../worker/questions/registry.ts";
import type { ShownTally } from "../../../worker/questions/tally.ts";
import type { CloudPicture } from "../../../worker/shared/cloud-picture.ts";
import { simulatedTexts } from "../../questions/text/simulated-texts.ts";
import { simulatedWords } from "../../questions/words/simulated-words.ts";
import { popularity } from "../../rehearsal/crowd.ts";

/** Attendees. */
const hall = 48;
const bars = 10;
/** Where each word of the cloud stands: its centre and its letters' size, the most frequent first. */
const wordPlaces = [
  [500, 250, 120],
  [270, 130, 76],
  [730, 380, 70],
  [740, 130, 62],
  [260, 380, 58],
  [500, 45, 46],
  [500, 455, 44],
  [120, 250, 40],
  [880, 250, 38],
] as const;
const cloudSize = { width: 1000, height: 500 };

export function madeUpTally(question: Question, language: string): ShownTally {
  return { ...figures(question, language), ...(question.skippable ? { skipped: 2 } : {}) };
}

/** Where the words of a cloud stand; undefined for any other question. */
export function madeUpCloud({ type }: Question, language: string): CloudPicture | undefined {
  if (type !== "words") return undefined;
  const words = simulatedWords(language);
  return {
    ...cloudSize,
    words: wordPlaces.map(([x, y, size], index) => {
      const word = words[index] ?? "";
      return { word, x, y, size, width: Math.min(word.length * size * 0.6, 400), colour: index % 8 };
    }),
    rest: 0,
  };
}

function figures(question: Question, language: string): ShownTally {
  switch (question.type) {
    case "choice": {
      const { options, maxChoices, allowOther } = question;
      const counts = shares(options.length, hall * Math.min(1.6, maxChoices));
      const words = simulatedWords(language).slice(0, 2);
      const other = { count: 3, words: words.map((word, index) => counted(word, 2 - index)) };
      return { answered: hall, counts: byId(options, (index) => counts[index] ?? 0), ...(allowOther ? { other } : {}) };
    }
    case "words": {
      const words = simulatedWords(language).slice(0, wordPlaces.length);
      return { answered: hall, words: words.map((word, index) => counted(word, Math.round(20 / (index + 1)) + 1)) };
    }
    case "text": {
      const texts = simulatedTexts(language).slice(0, 8);
      const at = new Date(0).toISOString();
      return {
        answered: texts.length,
        entries: texts.map((text) => ({ text: text.slice(0, question.maxLength), at })),
      };
    }
    case "scale": {
      const { statements, min, max } = question;
      return { answered: hall, statements: byId(statements, (index) => rated(min, max, index)) };
    }
    case "ranking": {
      const { options } = question;
      const places = order(options.length);
      const firsts = shares(options.length, hall);
      return {
        answered: hall,
        options: byId(options, (index) => {
          // Nobody is ranked first by all: means lie nearer to the middle than places do.
          const meanRank = 1 + ((places[index] ?? 0) * 0.7 + 0.15 * (options.length - 1));
          return { points: Math.round(hall * (options.length - meanRank)), firsts: firsts[index] ?? 0, meanRank };
        }),
      };
    }
    case "points": {
      const { options, total } = question;
      const points = shares(options.length, total * hall);
      return {
        answered: hall,
        options: byId(options, (index) => ({ points: points[index] ?? 0, mean: (points[index] ?? 0) / hall })),
      };
    }
    case "number":
      return guessed(question.min, question.max, question.rightValue);
    case "grid": {
      const { items } = question;
      const [across, upwards] = [order(items.length), order(items.length + 1)];
      const at = (places: number[], index: number) => 1.5 + (7 * ((places[index] ?? 0) + 0.5)) / places.length;
      return {
        answered: hall,
        items: byId(items, (index) => ({ x: at(across, index), y: at(upwards, index), n: hall, skipped: 0 })),
        spread: byId(items, () => ({ x: 1.2, y: 1 })),
      };
    }
  }
}

function counted(word: string, count: number) {
  return { word, count, variants: { [word]: count } };
}

function byId<T>(items: readonly { id: string }[], figure: (index: number) => T): Record<string, T> {
  return Object.fromEntries(items.map(({ id }, index) => [id, figure(index)]));
}

/** `total` spread over so many, a few of them much liked. */
function shares(count: number, total: number): number[] {
  const weights = popularity(`of ${count}`, count);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => Math.round((total * weight) / sum));
}

/** The place of each, from 0, the most liked first. */
function order(count: number): number[] {
  const weights = popularity(`of ${count}`, count);
  return weights.map((own) => weights.filter((weight) => weight > own).length);
}

/** Counts around `centre`, which as all else here is a share of the range. */
function bell(steps: number, centre: number): number[] {
  return Array.from({ length: steps }, (_, step) => {
    const off = (step / Math.max(1, steps - 1) - centre) / 0.24;
    return Math.round(hall * Math.exp(-off * off) * Math.min(0.4, 2.4 / steps));
  });
}

function rated(min: number, max: number, index: number) {
  const centre = [0.72, 0.45, 0.85, 0.3][index % 4] ?? 0.5;
  const counts = bell(max - min + 1, centre);
  const mean = min + centre * (max - min);
  const values = counts.map((count, step): [number, number] => [min + step, count]);
  return { counts: Object.fromEntries(values), skipped: 0, mean, median: Math.round(mean) };
}

function guessed(min: number, max: number, rightValue: number | undefined): ShownTally {
  const width = (max - min) / bars;
  const histogram = bell(bars, 0.55).map((count, bar) => ({
    from: min + bar * width,
    to: bar === bars - 1 ? max : min + (bar + 1) * width,
    count,
  }));
  const middle = min + 0.55 * (max - min);
  const right =
    rightValue === undefined ? {} : { right: { value: rightValue, closeWithin: width, exact: 1, close: 12 } };
  return { answered: hall, histogram, mean: middle, median: middle, min: min + width, max: max - width, ...right };
}
