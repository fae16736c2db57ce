import { expect, test } from "vitest";
import { resultsEn } from "../../../web/messages/results.en.ts";
import { resultsSv } from "../../../web/messages/results.sv.ts";
import { translator } from "../../../web/messages/translate.ts";
import { methodNote } from "../../../web/results/method-note.ts";
import { sampleResults } from "../../export/sample-results.ts";

const when = (iso: string) => iso.slice(11, 16);
const en = { t: translator(resultsEn, "en"), language: "en", when };
const sv = { t: translator(resultsSv, "sv"), language: "sv", when };

test("says how many, when, what could be changed or skipped, and what was kept back", () => {
  const results = sampleResults();
  const times = { openedAt: "2026-03-19T13:00:00.000Z", closedAt: "2026-03-19T13:30:00.000Z" };
  const [first, second, ...rest] = results.questions;
  if (first === undefined || second === undefined) throw new Error("the sample has questions");
  const merged = [{ word: "a", into: "b" }];
  const questions = [
    { ...first, cleared: 2, definition: { ...first.definition, changeable: false } },
    { ...second, tally: { ...second.tally, merged }, secondRound: { answered: 1, tally: { ...second.tally } } },
    ...rest,
  ];
  const note = methodNote({ ...results, ...times, blockList: true, sharedDevice: true, questions }, en);
  expect(note.find((sentence) => sentence.startsWith("An attendee is"))).toContain("on one phone");
  expect(note).toContain("Question 1: the answers were cleared 2 times, and the question was answered anew.");
  expect(note).toContain("The run was open from 13:00 to 13:30.");
  expect(note).toContain("7 attendees joined; between 0 and 4 answered each question.");
  expect(note).toContain("Question 2 was asked in two rounds.");
  expect(note).toContain("The block list was on.");
  expect(note).toContain("Question 2: 2 hidden.");
  expect(note).toContain("Question 2: 1 word is counted as another.");
  expect(note.find((sentence) => sentence.startsWith("Answers could be changed"))).toContain("2, 3");
});

test("says nothing that isn't known, and in Swedish what is", () => {
  const { blockList: _, openedAt: __, ...older } = sampleResults();
  const note = methodNote({ ...older, questions: [] }, sv);
  expect(note).toEqual([
    "7 deltagare anslöt.",
    "En deltagare är en webbläsare som anslöt med koden. Ingen behövde uppge sitt namn.",
    "Inget som deltagarna skrev har dolts.",
  ]);
});

test("tells one figure where each question had as many answers", () => {
  const { questions, ...results } = sampleResults();
  expect(methodNote({ ...results, questions: questions.slice(0, 1) }, sv)[0]).toBe(
    "7 deltagare anslöt; 4 svarade på varje fråga.",
  );
});

test("results that came in from a file say so before anything else", () => {
  const origin = { poll: "poll2", importedAt: "2026-12-01T06:00:00.000Z" };
  const [first] = methodNote({ ...sampleResults(), origin }, en);
  expect(first).toMatch(/^These results were counted elsewhere and read from a file on 06:00\./);
});
