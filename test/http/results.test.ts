import { beforeAll, describe, expect, test } from "vitest";
import { createPoll, pollOnStage, problemOf, sampleDefinition, type TestPoll } from "./poll-client.ts";

const formula = '=HYPERLINK("http://evil.test","Klicka")';

/** A poll that two attendees have answered, still live. */
async function answeredPoll(): Promise<TestPoll> {
  const poll = await createPoll({
    ...sampleDefinition,
    questions: sampleDefinition.questions.map((question) => ({ ...question, skippable: question.id === "scale" })),
  });
  const [one, two] = [await poll.attendee(), await poll.attendee()];
  const ask = async (question: string, first: unknown, second: unknown) => {
    await poll.stage({ question });
    expect([await one.answer(question, first), await two.answer(question, second)]).toEqual(["ack", "ack"]);
  };
  await ask("colour", { choices: ["red"] }, { choices: ["blue"] });
  await ask("words", { words: ["höra", "HÖRA!", "fika"] }, { words: ["Höra"] });
  await ask("text", { text: formula }, { text: 'Å, "ja"\noch nej' });
  await ask("scale", { ratings: { food: 5, talks: null } }, null);
  return poll;
}

async function text(poll: TestPoll, rest: string): Promise<string> {
  const response = await poll.call("GET", rest);
  expect(response.status).toBe(200);
  // As bytes first, since text() would take the byte order mark away.
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await response.arrayBuffer());
}

let live: TestPoll;
let closed: TestPoll;

beforeAll(async () => {
  [live, closed] = await Promise.all([answeredPoll(), answeredPoll()]);
  await closed.close();
});

describe.each([
  ["live", () => live],
  ["closed", () => closed],
])("of a %s run", (status, pollOf) => {
  test("results.json has the contract's form", async () => {
    const results = await pollOf().results();
    expect(results).toMatchObject({ poll: pollOf().id, run: 1, title: "Nätverksmötet", status, joined: 2 });
    expect(results.generatedAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect(results.questions.map(({ id, type, text, answered }) => ({ id, type, text, answered }))).toEqual([
      { id: "colour", type: "choice", text: "Vilken färg?", answered: 2 },
      { id: "words", type: "words", text: "Tre ord om dagen", answered: 2 },
      { id: "text", type: "text", text: "Vad tar du med dig?", answered: 2 },
      { id: "scale", type: "scale", text: "Hur var det?", answered: 1 },
    ]);
    const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect(results.questions.map(({ tally }) => tally)).toEqual([
      { answered: 2, counts: { red: 1, blue: 1 } },
      {
        answered: 2,
        hidden: 0,
        words: [
          { word: "Höra", count: 2, variants: { Höra: 1, höra: 1 } },
          { word: "fika", count: 1, variants: { fika: 1 } },
        ],
      },
      {
        answered: 2,
        entries: [
          { text: formula, at },
          { text: 'Å, "ja"\noch nej', at },
        ],
      },
      {
        answered: 1,
        skipped: 1,
        statements: {
          food: { counts: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 1 }, skipped: 0, mean: 5, median: 5 },
          talks: { counts: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 }, skipped: 1, mean: null, median: null },
        },
      },
    ]);
  });

  test("results.csv is UTF-8 with a mark, one row a figure, and holds no formula", async () => {
    const response = await pollOf().call("GET", "/results.csv");
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("content-disposition")).toContain("attachment");
    const csv = await text(pollOf(), "/results.csv");
    expect(csv.startsWith("\ufeffrun,question,type,text,item,value\r\n")).toBe(true);
    expect(csv).toContain("1,colour,choice,Vilken färg?,Röd,1\r\n");
    expect(csv).not.toMatch(/(^|,|")=HYPERLINK/m);
  });

  test("results.xlsx is a workbook", async () => {
    const response = await pollOf().call("GET", "/results.xlsx");
    expect(response.headers.get("content-type")).toBe(
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    );
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.subarray(0, 4)]).toEqual([0x50, 0x4b, 3, 4]);
  });

  test("ballots.csv has one row a ballot, from which the results can be counted again", async () => {
    const csv = await text(pollOf(), "/ballots.csv");
    expect(csv.startsWith("\ufeffrun,question,attendee,answer,cast_at\r\n")).toBe(true);
    const rows = [...csv.matchAll(/^1,(\w+),([\w-]+|'-[\w-]+),("(?:[^"]|"")*"|null),(\S+)\r$/gm)].map(
      ([, question, attendee, answer = "", at = ""]) => ({
        question,
        attendee,
        answer: JSON.parse(answer === "null" ? answer : answer.slice(1, -1).replaceAll('""', '"')),
        at,
      }),
    );
    expect(rows).toHaveLength(8);
    expect(new Set(rows.map(({ attendee }) => attendee)).size).toBe(2);
    const answersTo = (id: string) => rows.filter(({ question }) => question === id).map(({ answer }) => answer);
    expect(answersTo("colour")).toEqual(expect.arrayContaining([{ choices: ["red"] }, { choices: ["blue"] }]));
    expect(answersTo("text")).toContainEqual({ text: formula });
    expect(answersTo("scale")).toEqual(expect.arrayContaining([{ ratings: { food: 5, talks: null } }, null]));
    for (const { at } of rows) expect(at).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });

  test("another run is 404, a run that is no number 422", async () => {
    for (const file of ["results.json", "results.csv", "results.xlsx", "ballots.csv"]) {
      await problemOf(pollOf().call("GET", `/${file}?run=2`), 404);
      for (const run of ["0", "-1", "1.0", "x", "", "1e9"]) {
        await problemOf(pollOf().call("GET", `/${file}?run=${run}`), 422);
      }
      expect((await pollOf().call("GET", `/${file}?run=1`)).status).toBe(200);
    }
  });
});

test("a draft has no results yet", async () => {
  const poll = await createPoll();
  for (const file of ["results.json", "results.csv", "results.xlsx", "ballots.csv"]) {
    await problemOf(poll.call("GET", `/${file}`), 409);
  }
});

test("results are nobody's to keep in between", async () => {
  for (const file of ["results.json", "results.csv", "results.xlsx", "ballots.csv"]) {
    expect((await live.call("GET", `/${file}`)).headers.get("cache-control")).toBe("no-store");
  }
});

test("an attendee has another name in each run", async () => {
  const poll = await pollOnStage();
  await (await poll.attendee()).answer("colour", { choices: ["red"] });
  await poll.close();
  await poll.startRun();
  await poll.stage({ question: "colour" });
  await (await poll.attendee()).answer("colour", { choices: ["red"] });
  const names = await Promise.all(
    [1, 2].map(async (run) => (await text(poll, `/ballots.csv?run=${run}`)).split(",")[6]),
  );
  expect(names[0]).toMatch(/^'?[\w-]+$/);
  expect(names[0]).not.toBe(names[1]);
  expect((await text(poll, "/ballots.csv")).split("\r\n")[1]).toMatch(/^2,/);
});

test("listed words are not shown but counted, unless the poll wants them", async () => {
  for (const blockList of [true, false]) {
    const poll = await createPoll({ ...sampleDefinition, language: "en", settings: { blockList } });
    await poll.stage({ question: "words" });
    const attendee = await poll.attendee();
    expect(await attendee.answer("words", { words: ["Fuck", "fika"] })).toBe("ack");
    const fika = { word: "fika", count: 1, variants: { fika: 1 } };
    const rude = { word: "Fuck", count: 1, variants: { Fuck: 1 } };
    expect(await poll.tally("words")).toEqual(
      blockList ? { answered: 1, hidden: 1, words: [fika] } : { answered: 1, words: [rude, fika] },
    );
  }
});
