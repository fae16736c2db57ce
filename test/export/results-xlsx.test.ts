import { strFromU8, unzipSync } from "fflate";
import readWorkbook from "read-excel-file/node";
import { expect, onTestFinished, test, vi } from "vitest";
import { resultsXlsx } from "../../worker/export/results-xlsx.ts";
import { sheetNameOf } from "../../worker/export/sheet-name.ts";
import { awkwardText, sampleResults, writtenAt } from "./sample-results.ts";

const bytesOf = async (...file: Parameters<typeof resultsXlsx>) =>
  Buffer.from(await new Response(await resultsXlsx(...file)).arrayBuffer());
const read = async (results: ReturnType<typeof sampleResults>) => readWorkbook(await bytesOf(results));

const castAt = Date.UTC(2026, 2, 19, 13);
const ballot = (attendee: string, answer: string) => ({ run: 2, question: "q~2.1", attendee, answer, castAt });

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

test("ballots have a sheet of their own, last, in the order in which they come", async () => {
  const sheets = await readWorkbook(
    await bytesOf(sampleResults(), [ballot("a", '{"text":"Å & <b>"}'), ballot("b", "null")]),
  );
  expect(sheets.at(-1)).toEqual({
    sheet: "Röstsedlar",
    data: [
      ["run", "question", "attendee", "answer", "cast_at"],
      [2, "q~2", "a", '{"text":"Å & <b>"}', "2026-03-19T13:00:00.000Z"],
      [2, "q~2", "b", "null", "2026-03-19T13:00:00.000Z"],
    ],
  });
  expect(sheets).toHaveLength((await read(sampleResults())).length + 1);
});

test("a ballot's text is text, whatever is in it", async () => {
  const awkward = ['=HYPERLINK("http://x")', "_x0041_", "a\tb\nc", "]]> &amp; 😀"];
  const sheets = await readWorkbook(
    await bytesOf(
      sampleResults(),
      awkward.map((text) => ballot("a", text)),
    ),
  );
  const answers = sheets
    .at(-1)
    ?.data.slice(1)
    .map((row) => row[3]);
  expect(answers).toEqual(awkward);
  const file = unzipSync(await bytesOf(sampleResults(), [ballot("\u0001\r\uffff\ud800", "{}")]));
  const sheet = strFromU8(file[`xl/worksheets/sheet${sheets.length}.xml`] ?? new Uint8Array());
  expect(sheet).toContain("_x0001__x000D__xFFFF_\ufffd<");
  expect(sheet).not.toContain("<f>");
});

test("the same run is the same bytes", async () => {
  const rows = [ballot("a", '{"text":"hej"}')];
  onTestFinished(() => void vi.useRealTimers());
  const [today, tomorrow] = ["2026-03-19T15:00:00Z", "2026-03-20T08:00:00Z"];
  vi.useFakeTimers({ now: new Date(today), toFake: ["Date"] });
  const first = await bytesOf(sampleResults(), rows);
  vi.setSystemTime(new Date(tomorrow));
  expect(first.equals(await bytesOf(sampleResults(), rows))).toBe(true);
});

test("ballots are read no faster than the file is", async () => {
  let asked = 0;
  let stopped = false;
  async function* many() {
    try {
      for (; asked < 100_000; asked++) yield ballot(`${asked}`, '{"choices":["a"]}');
    } finally {
      stopped = true;
    }
  }
  const reader = (await resultsXlsx(sampleResults(), many())).getReader();
  while (asked === 0) await reader.read();
  const before = asked;
  await reader.read();
  expect(asked - before).toBeLessThan(20_000);
  await reader.cancel();
  expect(stopped).toBe(true);
  expect(asked).toBeLessThan(50_000);
});
