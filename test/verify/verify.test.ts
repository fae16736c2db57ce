import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Definition } from "../../worker/poll/definition.ts";
import type { QuestionResult, Results } from "../../worker/poll/results.ts";
import { unmoderated } from "../../worker/questions/moderation.ts";
import { type Files, verify } from "../../worker/verify/verify.ts";
import { choice, openChoice, text, words } from "../questions/questions.ts";
import { type Act, SealedRun } from "./sealed-run.ts";

const definition: Definition = {
  title: "Avslutning",
  language: "sv",
  settings: { blockList: true },
  questions: [choice, words, text, openChoice],
};
const people = ["anna", "bo", "cia", "dag", "eva", "frans", "gun"];
const one = (person: number, key: string, answer: Extract<Act, { shard: number }>["answer"]): Act => ({
  shard: person % 3,
  attendee: people[person] ?? "",
  key,
  answer,
});
const each = (answer: (person: number) => Act) => people.map((_, person) => answer(person));
const spelled = ["Höra", "höra!", "hora", "fan", "=1+1"];

const acts: Act[] = [
  ...each((person) => one(person, "c", { choices: [person % 2 === 0 ? "a" : "__proto__"] })),
  one(1, "c", { choices: ["b"] }),
  one(1, "c", null),
  { clear: "w" },
  ...each((person) => one(person, "w", { words: ["skrivet i fel fråga"] })),
  { clear: "w" },
  ...each((person) => one(person, "w", { words: [spelled[person % 5] ?? "", spelled[(person + 1) % 5] ?? ""] })),
  ...each((person) => one(person, "t", { text: person < 2 ? "samma" : `text ${person}` })),
  ...each((person) => one(person, "c~2.0", { choices: ["b"] })),
  ...each((person) =>
    one(person, "o", person < 4 ? { choices: [], other: spelled[person] ?? "" } : { choices: ["1"] }),
  ),
];

let files: Files;
beforeAll(async () => {
  files = await new SealedRun(definition, 3, acts).files();
});

const lines = (csv: string) => csv.split("\r\n").slice(0, -1);
const csv = (list: readonly string[]) => list.map((line) => `${line}\r\n`).join("");
const ballotCount = () => lines(files.ballots).length - 1;
/** The finding that names the line. */
const named = (line: number) => expect.objectContaining({ line });

/** The files with results.json as `change` leaves it. */
const withResults = (change: (results: Results) => unknown): Files => {
  const results: Results = JSON.parse(files.results);
  change(results);
  return { ...files, results: JSON.stringify(results) };
};
const first = ({ questions: [result] }: Results): QuestionResult => {
  if (result === undefined) throw new Error("the run has questions");
  return result;
};

describe("what is told beside the tallies", () => {
  test.each<[string, (results: Results) => unknown]>([
    ["questions.0.answered", (results) => Object.assign(first(results), { answered: 999 })],
    ["questions.0.text", (results) => Object.assign(first(results), { text: "Vill du inte?" })],
    ["questions.0.type", (results) => Object.assign(first(results), { type: "words" })],
    ["questions.0.secondRound.answered", (results) => Object.assign(first(results).secondRound ?? {}, { answered: 1 })],
    ["questions.4.id", (results) => results.questions.push(first(results))],
    ["joined", (results) => Object.assign(results, { joined: 6 })],
    [
      "questions.1.cloud",
      ({ questions: [, result] }) => {
        const word = { word: "påhittat", x: 1, y: 1, size: 1, width: 1, colour: 0 };
        Object.assign(result ?? {}, { cloud: { width: 10, height: 10, words: [word], rest: 0 } });
      },
    ],
  ])("can't contradict the rest: %s", (place, change) => {
    expect(verify(withResults(change)).findings).toContainEqual({ kind: "contradiction", place });
  });

  test("can't be called otherwise unseen: what was asked has a fingerprint", () => {
    const swapped = withResults((results) => {
      const { definition } = first(results);
      if (definition.type !== "choice") throw new Error("the first question is a choice");
      const [a, b] = definition.options;
      if (a !== undefined && b !== undefined) [a.text, b.text] = [b.text, a.text];
    });
    const [before, after] = [verify(files).of?.asked, verify(swapped).of?.asked];
    expect(before).toMatch(/^[0-9a-f]{64}$/);
    expect(after).not.toBe(before);
    // Readers get no notes, and the same fingerprint.
    const noted = withResults((results) => Object.assign(first(results).definition, { notes: "bara för mig" }));
    expect(verify(noted).of?.asked).toBe(before);
  });

  test.each<[string, object]>([
    ["of no type there is", { type: "nope" }],
    ["of a type that every object has", { type: "constructor" }],
    ["without what its type needs", { options: undefined }],
  ])("has to be a question, and not one %s", (_, change) => {
    const odd = withResults((results) => Object.assign(first(results).definition, change));
    expect(verify(odd).findings).toContainEqual({ kind: "unreadable", file: "results.json" });
  });
});

describe("what the service wrote", () => {
  test("passes, and says how much was checked", () => {
    const { of, findings, ballots, casts, tallies } = verify(files);
    expect(findings).toEqual([]);
    expect([ballots, casts, tallies]).toEqual([7 * 5, acts.length - 2 + 3, 5]);
    expect(of).toMatchObject({ poll: "poll1", run: 1, title: "Avslutning" });
  });

  test("passes too where words are merged and hidden, and texts wait", async () => {
    const merge = { into: "hora", form: "höra", intoForm: "Hora" };
    const moderated = new SealedRun(
      { ...definition, questions: [choice, words, { ...text, approveFirst: true }, openChoice] },
      3,
      acts,
      new Map([
        ["w", { verdicts: new Map([["=1+1", "hidden" as const]]), merges: new Map([["höra", merge]]) }],
        ["o", { ...unmoderated, merges: new Map([["höra", merge]]) }],
      ]),
    );
    const shown = moderated.results.questions[1]?.tally;
    expect(shown).toMatchObject({ merged: [{ word: "Höra" }], hidden: 4 });
    expect(moderated.results.questions[2]?.tally).toMatchObject({ entries: [], waiting: 7 });
    expect(verify(await moderated.files()).findings).toEqual([]);
  });

  test("passes where nobody has answered", async () => {
    const empty = await new SealedRun(definition, 2, []).files();
    expect(verify(empty)).toMatchObject({ findings: [], ballots: 0, casts: 0 });
  });
});

describe("any single alteration of ballots.csv is found, and its line is named", () => {
  const anyLine = () => fc.integer({ min: 2, max: ballotCount() + 1 });

  test("a line that is altered in any place", () => {
    const change = fc.record({ line: anyLine(), at: fc.nat(), to: fc.constantFrom("x", "7", "å", "") });
    fc.assert(
      fc.property(change, ({ line, at, to }) => {
        const list = lines(files.ballots);
        const before = list[line - 1] ?? "";
        const place = at % before.length;
        const after = before.slice(0, place) + to + before.slice(place + 1);
        fc.pre(after !== before && !/"/.test(before.charAt(place)));
        const { findings } = verify({ ...files, ballots: csv(list.with(line - 1, after)) });
        expect(findings).toContainEqual(named(line));
      }),
    );
  });

  test("a line that is taken out", () => {
    fc.assert(
      fc.property(anyLine(), (line) => {
        const { findings } = verify({ ...files, ballots: csv(lines(files.ballots).toSpliced(line - 1, 1)) });
        expect(findings).toContainEqual(expect.objectContaining({ kind: "removed", line }));
      }),
    );
  });

  test("a line that is put in, made up or there already", () => {
    const added = fc.record({ line: anyLine(), of: fc.option(anyLine()) });
    fc.assert(
      fc.property(added, ({ line, of }) => {
        const list = lines(files.ballots);
        const made = '1,c,hilda,"{""choices"":[""a""]}",2026-11-24T17:00:00.000Z';
        const put = of === null ? made : (list[of - 1] ?? "");
        const { findings } = verify({ ...files, ballots: csv(list.toSpliced(line - 1, 0, put)) });
        const second = of === null ? line : Math.max(line, of + (of >= line ? 1 : 0));
        expect(findings).toContainEqual(expect.objectContaining({ kind: "added", line: second }));
      }),
    );
  });

  test("two lines that have changed places", () => {
    fc.assert(
      fc.property(anyLine(), anyLine(), (one, other) => {
        fc.pre(one !== other);
        const list = lines(files.ballots);
        const swapped = list.with(one - 1, list[other - 1] ?? "").with(other - 1, list[one - 1] ?? "");
        const { findings } = verify({ ...files, ballots: csv(swapped) });
        expect(findings.length).toBeGreaterThan(0);
        for (const finding of findings) expect(finding).toMatchObject({ kind: "moved" });
        expect(findings.some((finding) => "line" in finding && [one, other].includes(finding.line ?? 0))).toBe(true);
      }),
    );
  });
});

describe("of 10,000 ballots the one is named that", () => {
  const hall = Array.from({ length: 10_000 }, (_, person): Act => {
    const choices = [person % 2 === 0 ? "a" : "b"];
    return { shard: person % 10, attendee: `person-${person}`, key: "c", answer: { choices } };
  });
  let list: string[];
  let large: Files;
  beforeAll(async () => {
    large = await new SealedRun({ ...definition, questions: [choice] }, 10, hall).files();
    list = lines(large.ballots);
  });
  const findingsOf = (ballots: readonly string[]) => verify({ ...large, ballots: csv(ballots) }).findings;
  const line = 7345;
  const own = () => list[line - 1] ?? "";

  test("is none, where nothing was done", () => expect(verify(large).findings).toEqual([]));
  test("was altered", () => {
    const other = own().includes('""a""') ? own().replace('""a""', '""b""') : own().replace('""b""', '""a""');
    expect(findingsOf(list.with(line - 1, other))).toContainEqual(expect.objectContaining({ kind: "altered", line }));
  });
  test("was removed", () => {
    expect(findingsOf(list.toSpliced(line - 1, 1))).toContainEqual(expect.objectContaining({ kind: "removed", line }));
  });
  test("was added", () => {
    const added = own().replace("person-", "nobody-");
    expect(findingsOf(list.toSpliced(line - 1, 0, added))).toContainEqual({ kind: "added", line });
  });
  test("was put elsewhere", () => {
    const moved = list.toSpliced(line - 1, 1).toSpliced(2000, 0, own());
    expect(findingsOf(moved)).toContainEqual({ kind: "moved", line: 2001 });
  });
});

test("an entry of the chain can't be altered, left out or put in, also one that counts no more", () => {
  const list = lines(files.chain);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: list.length - 1 }), fc.constantFrom("digest", "out", "twice"), (at, way) => {
      const line = list[at] ?? "";
      const altered = {
        digest: list.with(at, line.replace(/[0-9a-f]{64}|cleared/, "0".repeat(64))),
        out: list.toSpliced(at, 1),
        twice: list.toSpliced(at, 0, line),
      }[way];
      const { findings } = verify({ ...files, chain: csv(altered) });
      expect(findings.some(({ kind }) => ["other-head", "other-length"].includes(kind))).toBe(true);
    }),
  );
});

test("a tally that says something else is found", () => {
  const others: [string, string, string][] = [
    ['"a":4', '"a":5', "c"],
    ['"word":"hora","count":3', '"word":"hora","count":2', "w"],
    ['"text":"text 3"', '"text":"text 8"', "t"],
    ['"hidden":2', '"hidden":3', "w"],
  ];
  for (const [from, to, question] of others) {
    expect(files.results).toContain(from);
    const { findings } = verify({ ...files, results: files.results.replace(from, to) });
    expect(findings, from).toEqual([{ kind: "tally", question, round: 1 }]);
  }
});

test("other files are not taken for these", () => {
  expect(verify({ ...files, results: "{}" }).findings).toEqual([{ kind: "unreadable", file: "results.json" }]);
  expect(verify({ ...files, ballots: files.chain }).findings).toEqual([
    { kind: "unreadable", file: "ballots.csv", line: 1 },
  ]);
  expect(verify({ ...files, ballots: files.ballots.replace("\r\n1,", '\r\n"1,') }).findings).toMatchObject([
    { kind: "unreadable", file: "ballots.csv" },
  ]);
  expect(verify({ ...files, results: files.results.replace('"run":1', '"run":2') }).findings).toContainEqual({
    kind: "other-run",
    file: "ballots.csv",
    line: 2,
  });
});
