import { expect, test } from "vitest";
import { type BallotRow, ballotsCsv } from "../../worker/export/ballots-csv.ts";
import { readCsv } from "./csv-reader.ts";

const ballot = (attendee: string, answer: unknown): BallotRow => ({
  run: 1,
  question: "q",
  attendee,
  answer: JSON.stringify(answer),
  castAt: Date.UTC(2026, 2, 19, 13, 5, 0, 7),
});

async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await new Response(stream).arrayBuffer());
}

test("writes a row a ballot, with its JSON and its time", async () => {
  const answers = [{ text: 'å "citat",\nrad' }, null, { words: ["=1+1", "👩‍👩‍👧"] }];
  const file = await textOf(ballotsCsv(answers.map((answer, index) => ballot(`a${index}`, answer))));
  expect(file.startsWith("\ufeff")).toBe(true);
  const [head, ...rows] = readCsv(file.slice(1));
  expect(head).toEqual(["run", "question", "attendee", "answer", "cast_at"]);
  expect(rows.map((row) => JSON.parse(row[3] ?? ""))).toEqual(answers);
  expect(rows[0]).toEqual(["1", "q", "a0", JSON.stringify(answers[0]), "2026-03-19T13:05:00.007Z"]);
});

test("a run without ballots is the columns alone", async () => {
  expect(readCsv((await textOf(ballotsCsv([]))).slice(1))).toHaveLength(1);
});

test("gives every row of many, and reads no faster than the reader", async () => {
  let taken = 0;
  async function* many() {
    for (let i = 0; i < 20_000; i++) {
      taken++;
      yield ballot(`a${i}`, { choices: ["x"] });
    }
  }
  const reader = ballotsCsv(many()).getReader();
  await reader.read();
  await reader.read();
  expect(taken).toBeLessThan(3000);
  let rest = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) rest += piece.value.byteLength;
  expect(taken).toBe(20_000);
  expect(rest).toBeGreaterThan(0);
});

test("stops reading where the reader goes away", async () => {
  let stopped = false;
  async function* endless() {
    try {
      for (;;) yield ballot("a", null);
    } finally {
      stopped = true;
    }
  }
  const reader = ballotsCsv(endless()).getReader();
  await reader.read();
  await reader.read();
  await reader.cancel();
  expect(stopped).toBe(true);
});

test("a failing source fails the file instead of ending it early", async () => {
  async function* failing() {
    yield ballot("a", null);
    throw new Error("the database is gone");
  }
  await expect(textOf(ballotsCsv(failing()))).rejects.toThrow();
});
