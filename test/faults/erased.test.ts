import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readCsv } from "../export/csv-reader.ts";
import { apiClient } from "../support/api-client.ts";
import { Attendee } from "../support/attendee.ts";
import { Service } from "../support/service.ts";

// What was erased is in no file any more, once the next start has compacted them.

let service: Service;

beforeAll(async () => {
  service = await Service.start();
});

afterAll(() => service?.dispose());

const people = 20;
/** Too few to fill a page of a file, so that none becomes free. */
const few = 1;

/** A closed poll all of whose texts hold `mark`, and its ballots once they are archived. */
async function closedPoll(mark: string, people: number) {
  const api = apiClient(service.address);
  const questions = [
    { id: "val", type: "choice", text: `Fråga ${mark}`, options: [{ text: `Ja ${mark}` }, { text: `Nej ${mark}` }] },
    { id: "ord", type: "words", text: `Ord ${mark}` },
    { id: "text", type: "text", text: `Text ${mark}`, notes: `Anteckning ${mark}` },
  ];
  const poll = await api.createPoll({ title: `Möte ${mark}`, language: "sv", questions });
  await api.stage(poll.id, poll.presenterKey, { question: "ord" });
  const attendees = await Promise.all(Array.from({ length: people }, () => Attendee.join(service.address, poll.code)));
  const answers = { ord: { words: [`ord-${mark}`] }, text: { text: `Svar ${mark} ${"å".repeat(200)}` } };
  for (const [question, answer] of Object.entries(answers)) {
    await api.stage(poll.id, poll.presenterKey, { question });
    await Promise.all(attendees.map((attendee) => attendee.answer(question, answer)));
  }
  await api.close(poll.id, poll.organiserKey);
  await Promise.all(attendees.map((attendee) => attendee.close()));
  const file = new TextDecoder().decode(await api.download(poll.id, poll.organiserKey, "ballots.csv"));
  const names = [
    ...new Set(
      readCsv(file)
        .slice(1)
        .map(([, , attendee = ""]) => attendee),
    ),
  ];
  return { ...poll, names };
}

/** Files below the data folder that hold one of `texts`. */
function filesWith(texts: readonly string[]): string[] {
  return readdirSync(service.dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return texts.some((text) => bytes.includes(text));
    });
}

test("a deleted poll's texts, and erased ballots, are in no file after the next start", async () => {
  const api = apiClient(service.address);
  const [gone, kept] = [await closedPoll("FJÄLLRIPA-7391", people), await closedPoll("SKOGSHARE-2846", people)];
  const [smallGone, smallKept] = [await closedPoll("LODJUR-5120", few), await closedPoll("JÄRV-6633", few)];
  expect(gone.names).toHaveLength(people);
  expect(filesWith(["FJÄLLRIPA-7391"])).not.toEqual([]);
  await api.deletePoll(gone.id, gone.organiserKey);
  await api.deletePoll(smallGone.id, smallGone.organiserKey);
  for (const { id, organiserKey } of [kept, smallKept]) await api.eraseBallots(id, organiserKey);

  await service.restart();

  const names = [gone, kept, smallGone, smallKept].flatMap((poll) => poll.names);
  expect(filesWith(["FJÄLLRIPA-7391", "LODJUR-5120", ...names])).toEqual([]);
  const { questions } = await api.results(kept.id, kept.organiserKey);
  expect(questions.map(({ answered }) => answered)).toEqual([0, people, people]);
});
