/** A run's results with everything that a file format could stumble over. */
import type { Results } from "../../worker/poll/results.ts";

const common = { changeable: true, resultsHidden: false, resultsOnPhones: false };
export const awkwardText = 'Säg "hej", vän;\nrad två 👩‍👩‍👧 & <b>å</b> _x0041_';
export const writtenAt = "2026-03-19T13:05:00.000Z";

export function sampleResults(): Results {
  return {
    poll: "poll1",
    run: 2,
    title: "Avslutande omröstning – åäö",
    status: "closed",
    generatedAt: "2026-03-19T14:00:00.000Z",
    closedAt: "2026-03-19T13:30:00.000Z",
    joined: 7,
    language: "sv",
    questions: [
      {
        id: "__proto__",
        type: "choice",
        text: '=HYPERLINK("http://x")',
        answered: 4,
        tally: {
          answered: 4,
          skipped: 1,
          counts: Object.fromEntries([
            ["__proto__", 3],
            ["-b", 1],
          ]),
        },
        definition: {
          ...common,
          skippable: true,
          id: "__proto__",
          type: "choice",
          text: '=HYPERLINK("http://x")',
          maxChoices: 1,
          options: [
            { id: "__proto__", text: "+46 70" },
            { id: "-b", text: "@SUM(A1)" },
          ],
        },
      },
      {
        id: "w",
        type: "words",
        text: "Tre ord?",
        answered: 3,
        tally: {
          answered: 3,
          hidden: 2,
          words: [
            { word: "Höra", count: 2, variants: { Höra: 2 } },
            { word: "-hora", count: 1, variants: { "-hora": 1 } },
          ],
        },
        definition: { ...common, skippable: false, id: "w", type: "words", text: "Tre ord?", maxWords: 3 },
      },
      {
        id: "s",
        type: "scale",
        text: "Hur: väl/stämmer [det]?*\\ och så en riktigt lång fråga som inte ryms",
        answered: 2,
        tally: {
          answered: 2,
          statements: {
            a: { counts: { "0": 0, "1": 0, "-2": 1, "-1": 1 }, skipped: 0, mean: -1.5, median: -1.5 },
            b: { counts: { "0": 0, "1": 0, "-2": 0, "-1": 0 }, skipped: 2, mean: null, median: null },
          },
        },
        definition: {
          ...common,
          skippable: false,
          id: "s",
          type: "scale",
          text: "Hur: väl/stämmer [det]?*\\ och så en riktigt lång fråga som inte ryms",
          min: -2,
          max: 1,
          minLabel: "Inte alls",
          maxLabel: "Helt",
          statements: [
            { id: "a", text: "Relevant" },
            { id: "b", text: "Digitalt" },
          ],
        },
      },
      {
        id: "t",
        type: "text",
        text: "Vad härnäst?",
        answered: 2,
        tally: {
          answered: 2,
          entries: [
            { text: awkwardText, at: writtenAt },
            { text: "\t-1+2", at: writtenAt },
          ],
        },
        definition: { ...common, skippable: false, id: "t", type: "text", text: "Vad härnäst?", maxLength: 250 },
      },
      {
        id: "r",
        type: "ranking",
        text: "I vilken ordning?",
        answered: 2,
        tally: {
          answered: 2,
          options: Object.fromEntries([
            ["__proto__", { points: 4, firsts: 2, meanRank: 1 }],
            ["b", { points: 1, firsts: 0, meanRank: 2.5 }],
            ["c", { points: 1, firsts: 0, meanRank: 2.5 }],
          ]),
        },
        definition: {
          ...common,
          skippable: false,
          id: "r",
          type: "ranking",
          text: "I vilken ordning?",
          options: [
            { id: "b", text: "=1+1" },
            { id: "__proto__", text: "Dialog" },
            { id: "c", text: "Tid" },
          ],
        },
      },
      {
        id: "p",
        type: "points",
        text: "Hur mycket?",
        answered: 0,
        tally: { answered: 0, skipped: 2, options: { a: { points: 0, mean: null }, b: { points: 0, mean: null } } },
        definition: {
          ...common,
          skippable: true,
          id: "p",
          type: "points",
          text: "Hur mycket?",
          total: 100,
          options: [
            { id: "a", text: "It" },
            { id: "b", text: "Fika" },
          ],
        },
      },
      {
        id: "n",
        type: "number",
        text: "Hur långt?",
        answered: 3,
        tally: {
          answered: 3,
          histogram: [
            { from: -0.5, to: 0, count: 1 },
            { from: 0, to: 0.5, count: 2 },
          ],
          mean: 0.1,
          median: 0.25,
          min: -0.45,
          max: 0.5,
          right: { value: 0.25, closeWithin: 0.05, exact: 1, close: 2 },
        },
        definition: {
          ...common,
          skippable: false,
          id: "n",
          type: "number",
          text: "Hur långt?",
          min: -0.5,
          max: 0.5,
          unit: "m",
          rightValue: 0.25,
        },
      },
      {
        id: "g",
        type: "grid",
        text: "Var?",
        answered: 2,
        tally: {
          answered: 2,
          skipped: 1,
          items: Object.fromEntries([
            ["a", { x: 2.25, y: 10, n: 2, skipped: 0 }],
            ["__proto__", { x: null, y: null, n: 0, skipped: 2 }],
          ]),
          spread: Object.fromEntries([
            ["a", { x: 0.25, y: 0 }],
            ["__proto__", { x: null, y: null }],
          ]),
        },
        definition: {
          ...common,
          skippable: true,
          id: "g",
          type: "grid",
          text: "Var?",
          xLabels: ["Lätt", "=1+1"],
          yLabels: ["", ""],
          items: [
            { id: "a", text: "-Webb" },
            { id: "__proto__", text: "Podd" },
          ],
        },
      },
    ],
  };
}
