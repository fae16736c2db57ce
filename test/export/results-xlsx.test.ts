import readWorkbook from "read-excel-file/node";
import { expect, test } from "vitest";
import { resultsXlsx } from "../../worker/export/results-xlsx.ts";
import { sheetNameOf } from "../../worker/export/sheet-name.ts";
import { awkwardText, sampleResults, writtenAt } from "./sample-results.ts";

const read = async (results: ReturnType<typeof sampleResults>) => readWorkbook(Buffer.from(await resultsXlsx(results)));

test("opens with what the file is, in the poll's language", async () => {
  const [overview] = await read(sampleResults());
  expect(overview?.sheet).toBe("Översikt");
  expect(overview?.data.slice(0, 4).map((row) => row.slice(0, 2))).toEqual([
    ["Omröstning", "Avslutande omröstning – åäö"],
    ["Körning", 2],
    ["Datum", "2026-03-19T13:30:00.000Z"],
    ["Anslutna", 7],
  ]);
});

test("opens with how many answered and how many skipped each question, where they could", async () => {
  const [overview] = await read(sampleResults());
  expect(overview?.data[5]).toEqual([null, "Fråga", "Har svarat", "Hoppade över"]);
  expect(overview?.data.slice(6).map(([number, , ...figures]) => [number, ...figures])).toEqual([
    [1, 4, 1],
    [2, 3, null],
    [3, 2, null],
    [4, 2, null],
    [5, 2, null],
    [6, 0, 2],
    [7, 3, null],
    [8, 2, 1],
  ]);
});

test("has a sheet a question, with numbers as numbers and text as text", async () => {
  const [, choice, words, scale, text] = await read(sampleResults());
  expect(choice?.data.map((row) => row.slice(0, 2))).toEqual([
    ['=HYPERLINK("http://x")', null],
    ["Har svarat", 4],
    ["Hoppade över", 1],
    [null, null],
    ["Alternativ", "Antal"],
    ["+46 70", 3],
    ["@SUM(A1)", 1],
  ]);
  expect(words?.data.slice(-3)).toEqual([
    ["Ord", "Antal"],
    ["Höra", 2],
    ["-hora", 1],
  ]);
  expect(scale?.data.slice(-3)).toEqual([
    ["Påstående", -2, -1, 0, 1, "Medelvärde", "Median", "Hoppade över"],
    ["Relevant", 1, 1, 0, 0, -1.5, -1.5, 0],
    ["Digitalt", 0, 0, 0, 0, null, null, 2],
  ]);
  expect(text?.data.slice(-2, -1)).toEqual([[awkwardText, writtenAt]]);
});

test("has a row an option of a ranking and of points", async () => {
  const sheets = await read(sampleResults());
  const rowsOf = (text: string) => sheets.find(({ data }) => data[0]?.[0] === text)?.data.slice(-4) ?? [];
  expect(rowsOf("I vilken ordning?")).toEqual([
    ["Alternativ", "Poäng", "Ettor", "Medelplats"],
    ["=1+1", 1, 0, 2.5],
    ["Dialog", 4, 2, 1],
    ["Tid", 1, 0, 2.5],
  ]);
  expect(rowsOf("Hur mycket?").slice(-3)).toEqual([
    ["Alternativ", "Poäng", "Medelvärde"],
    ["It", 0, null],
    ["Fika", 0, null],
  ]);
});

test("has a number's figures over its bins, and a row an item of a grid", async () => {
  const sheets = await read(sampleResults());
  const rowsOf = (text: string) => sheets.find(({ data }) => data[0]?.[0] === text)?.data.slice(1) ?? [];
  expect(rowsOf("Hur långt?")).toEqual([
    ["Har svarat", 3],
    ["Medelvärde", 0.1],
    ["Median", 0.25],
    ["Minst", -0.45],
    ["Störst", 0.5],
    ["Rätt värde", 0.25],
    ["Nära är inom", 0.05],
    ["Exakt rätt", 1],
    ["Nära, exakt rätt medräknade", 2],
    [null, null],
    ["Värde", "Antal"],
    ["[-0.5, 0)", 1],
    ["[0, 0.5]", 2],
  ]);
  expect(rowsOf("Var?").slice(-3)).toEqual([
    [
      "Sak",
      "Vågrätt (x), medel",
      "Lodrätt (y), medel",
      "Placerade",
      "Hoppade över",
      "Vågrätt (x), standardavvikelse",
      "Lodrätt (y), standardavvikelse",
    ],
    ["-Webb", 2.25, 10, 2, 0, 0.25, 0],
    ["Podd", null, null, 0, 2, null, null],
  ]);
});

test("says which words count as which, below the words, and how many are hidden", async () => {
  const results = sampleResults();
  const questions = results.questions.map((question) =>
    "words" in question.tally
      ? { ...question, tally: { ...question.tally, merged: [{ word: "=lyssna", into: "Höra" }] } }
      : question,
  );
  const [, , words] = await read({ ...results, questions });
  expect(words?.data.slice(1, 3)).toEqual([
    ["Har svarat", 3],
    ["Dolda", 2],
  ]);
  expect(words?.data.slice(-3)).toEqual([
    [null, null],
    ["Sammanslaget", "Räknas som"],
    ["=lyssna", "Höra"],
  ]);
});

test("speaks English where the poll is in another language", async () => {
  const [overview] = await read({ ...sampleResults(), language: "fi" });
  expect(overview?.sheet).toBe("Overview");
});

test("can be read whatever characters people type", async () => {
  const results = sampleResults();
  results.title = "\uffff\ufffe\ud800 <![CDATA[ ]]> &amp; 😀 é";
  const [overview] = await read(results);
  expect(overview?.data[0]?.[1]).toContain("<![CDATA[ ]]> &amp; 😀 é");
});

test("sheet names are short, safe and unique", () => {
  const name = sheetNameOf(3, "Hur: väl/stämmer [det]?*\\ och så en riktigt lång fråga");
  expect(name).toBe("3. Hur väl stämmer det och så e");
  expect(sheetNameOf(12, `'${"😀".repeat(40)}'`)).toMatch(/^12\. '(😀)+$/u);
  expect(sheetNameOf(100, "?")).toBe("100.");
});
