/** A question of each type with its tally, and the tally of nobody. */
import type { Question } from "../../../worker/questions/registry.ts";
import type { ShownTally } from "../../../worker/questions/tally.ts";

export const common = { changeable: true, skippable: false, resultsHidden: false, resultsOnPhones: false };

export const samples: Record<Question["type"], { question: Question; tally: ShownTally; empty: ShownTally }> = {
  choice: {
    question: {
      ...common,
      id: "c",
      type: "choice",
      text: "Vilken?",
      maxChoices: 2,
      options: [
        { id: "a", text: "Organisation" },
        { id: "__proto__", text: "Juridik <b>" },
      ],
    },
    tally: {
      answered: 4,
      counts: Object.fromEntries([
        ["a", 3],
        ["__proto__", 1],
      ]),
    },
    empty: { answered: 0, counts: {} },
  },
  words: {
    question: { ...common, skippable: true, id: "w", type: "words", text: "Vilka ord?", maxWords: 3 },
    tally: {
      answered: 2,
      skipped: 1,
      hidden: 2,
      words: [
        { word: "höra", count: 2, variants: { höra: 2 } },
        { word: "får", count: 1, variants: { får: 1 } },
      ],
    },
    empty: { answered: 0, skipped: 0, words: [] },
  },
  text: {
    question: { ...common, id: "t", type: "text", text: "Vad?", maxLength: 250 },
    tally: {
      answered: 2,
      entries: [
        { text: "Först", at: "2026-03-18T10:00:00.000Z" },
        { text: "Sist", at: "2026-03-18T10:00:01.000Z" },
      ],
    },
    empty: { answered: 0, entries: [] },
  },
  scale: {
    question: {
      ...common,
      id: "s",
      type: "scale",
      text: "Hur väl?",
      min: 1,
      max: 3,
      minLabel: "Inte alls",
      maxLabel: "Helt",
      statements: [{ id: "x", text: "Det fanns tid" }],
    },
    tally: { answered: 3, statements: { x: { counts: { 1: 1, 2: 0, 3: 1 }, skipped: 1, mean: 2, median: 2 } } },
    empty: { answered: 0, statements: {} },
  },
  ranking: {
    question: {
      ...common,
      id: "r",
      type: "ranking",
      text: "I vilken ordning?",
      options: [
        { id: "a", text: "Dialog" },
        { id: "__proto__", text: "Kortare <kurser>" },
        { id: "c", text: "Tid" },
      ],
    },
    tally: {
      answered: 3,
      options: Object.fromEntries([
        ["a", { points: 2, firsts: 1, meanRank: 7 / 3 }],
        ["__proto__", { points: 5, firsts: 2, meanRank: 4 / 3 }],
        ["c", { points: 2, firsts: 0, meanRank: 7 / 3 }],
      ]),
    },
    empty: { answered: 0, options: {} },
  },
  points: {
    question: {
      ...common,
      skippable: true,
      id: "p",
      type: "points",
      text: "Hur mycket?",
      total: 100,
      options: [
        { id: "a", text: "It" },
        { id: "__proto__", text: "Fika" },
      ],
    },
    tally: {
      answered: 1,
      skipped: 2,
      options: Object.fromEntries([
        ["a", { points: 35, mean: 35 }],
        ["__proto__", { points: 65, mean: 65 }],
      ]),
    },
    empty: { answered: 0, skipped: 0, options: {} },
  },
  number: {
    question: { ...common, id: "n", type: "number", text: "Hur mycket?", min: 0, max: 4000, unit: "<kg>" },
    tally: {
      answered: 4,
      histogram: [
        { from: 0, to: 2000, count: 3 },
        { from: 2000, to: 4000, count: 1 },
      ],
      mean: 1500.25,
      median: 12.5,
      min: 0.5,
      max: 4000,
    },
    empty: {
      answered: 0,
      histogram: [{ from: 0, to: 4000, count: 0 }],
      mean: null,
      median: null,
      min: null,
      max: null,
    },
  },
  grid: {
    question: {
      ...common,
      skippable: true,
      id: "g",
      type: "grid",
      text: "Var?",
      xLabels: ["Lätt", "Svårt"],
      yLabels: ["", ""],
      items: [
        { id: "a", text: "Webb" },
        { id: "__proto__", text: "Podd <b>" },
        { id: "c", text: "Brev" },
      ],
    },
    tally: {
      answered: 3,
      skipped: 1,
      items: Object.fromEntries([
        ["a", { x: 2.5, y: 7, n: 3, skipped: 0 }],
        ["__proto__", { x: 6.25, y: 1.5, n: 2, skipped: 1 }],
        ["c", { x: null, y: null, n: 0, skipped: 3 }],
      ]),
      spread: Object.fromEntries([
        ["a", { x: 1.25, y: 2 }],
        ["__proto__", { x: 0, y: 0.5 }],
        ["c", { x: null, y: null }],
      ]),
    },
    empty: { answered: 0, skipped: 0, items: {}, spread: {} },
  },
};
