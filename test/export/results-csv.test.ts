import { expect, test } from "vitest";
import { resultsCsv } from "../../worker/export/results-csv.ts";
import { readCsv } from "./csv-reader.ts";
import { awkwardText, sampleResults, writtenAt } from "./sample-results.ts";

const file = resultsCsv(sampleResults());
const rows = readCsv(file.slice(1));
const figures = (question: string) => rows.filter((row) => row[1] === question).map((row) => row.slice(4));

test("begins with a byte order mark and the contract's columns", () => {
  expect(file.startsWith("\ufeff")).toBe(true);
  expect(rows[0]).toEqual(["run", "question", "type", "text", "item", "value"]);
});

test("says once how many joined", () => {
  expect(rows.filter((row) => row[4] === "joined")).toEqual([["2", "", "", "", "joined", "7"]]);
});

test("gives each question's figures, whatever its ids and texts are", () => {
  expect(figures("__proto__")).toEqual([
    ["answered", "4"],
    ["skipped", "1"],
    ["'+46 70", "3"],
    ["'@SUM(A1)", "1"],
  ]);
  expect(figures("w")).toEqual([
    ["answered", "3"],
    ["hidden", "2"],
    ["Höra", "2"],
    ["'-hora", "1"],
  ]);
  expect(figures("t")).toEqual([
    ["answered", "2"],
    [awkwardText, writtenAt],
    ["'\t-1+2", writtenAt],
  ]);
});

test("keeps negative numbers numbers, in ascending order of a scale's values", () => {
  expect(figures("s")).toEqual([
    ["answered", "2"],
    ["Relevant: -2", "1"],
    ["Relevant: -1", "1"],
    ["Relevant: 0", "0"],
    ["Relevant: 1", "0"],
    ["Relevant: mean", "-1.5"],
    ["Relevant: median", "-1.5"],
    ["Relevant: skipped", "0"],
    ["Digitalt: -2", "0"],
    ["Digitalt: -1", "0"],
    ["Digitalt: 0", "0"],
    ["Digitalt: 1", "0"],
    ["Digitalt: mean", ""],
    ["Digitalt: median", ""],
    ["Digitalt: skipped", "2"],
  ]);
});

test("gives a ranking's points, firsts and mean rank, and points with their mean", () => {
  expect(figures("r")).toEqual([
    ["answered", "2"],
    ["'=1+1: points", "1"],
    ["'=1+1: firsts", "0"],
    ["'=1+1: meanRank", "2.5"],
    ["Dialog: points", "4"],
    ["Dialog: firsts", "2"],
    ["Dialog: meanRank", "1"],
    ["Tid: points", "1"],
    ["Tid: firsts", "0"],
    ["Tid: meanRank", "2.5"],
  ]);
  expect(figures("p")).toEqual([
    ["answered", "0"],
    ["skipped", "2"],
    ["It: points", "0"],
    ["It: mean", ""],
    ["Fika: points", "0"],
    ["Fika: mean", ""],
  ]);
});

test("gives a number's figures and bins as intervals", () => {
  expect(figures("n")).toEqual([
    ["answered", "3"],
    ["mean", "0.1"],
    ["median", "0.25"],
    ["min", "-0.45"],
    ["max", "0.5"],
    ["rightValue", "0.25"],
    ["closeWithin", "0.05"],
    ["exact", "1"],
    ["close", "2"],
    ["[-0.5, 0)", "1"],
    ["[0, 0.5]", "2"],
  ]);
});

test("gives a grid's means, who placed each item and who left it out", () => {
  expect(figures("g")).toEqual([
    ["answered", "2"],
    ["skipped", "1"],
    ["'-Webb: x", "2.25"],
    ["'-Webb: y", "10"],
    ["'-Webb: placed", "2"],
    ["'-Webb: skipped", "0"],
    ["'-Webb: xSpread", "0.25"],
    ["'-Webb: ySpread", "0"],
    ["Podd: x", ""],
    ["Podd: y", ""],
    ["Podd: placed", "0"],
    ["Podd: skipped", "2"],
    ["Podd: xSpread", ""],
    ["Podd: ySpread", ""],
  ]);
});

test("lets no text start a formula", () => {
  const texts = rows.slice(1).flatMap((row) => row.slice(1, 5));
  expect(texts.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  expect(texts).toContain(`'=HYPERLINK("http://x")`);
});

test("says how many texts are held back, and which words count as which", () => {
  const results = sampleResults();
  const moderated = results.questions.map((question) => {
    const { tally } = question;
    if ("words" in tally) return { ...question, tally: { ...tally, merged: [{ word: "=Höra!", into: "Höra" }] } };
    return "entries" in tally ? { ...question, tally: { ...tally, hidden: 3, waiting: 1 } } : question;
  });
  const items = readCsv(resultsCsv({ ...results, questions: moderated }).slice(1)).map((row) => row.slice(1));
  expect(items).toContainEqual(["w", "words", "Tre ord?", "'=Höra!: mergedInto", "Höra"]);
  expect(items).toContainEqual(["t", "text", "Vad härnäst?", "hidden", "3"]);
  expect(items).toContainEqual(["t", "text", "Vad härnäst?", "waiting", "1"]);
});
