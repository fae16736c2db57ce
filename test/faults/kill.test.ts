import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verify } from "../../worker/verify/verify.ts";
import { readCsv } from "../export/csv-reader.ts";
import { apiClient } from "../support/api-client.ts";
import { ReturningAttendee } from "../support/attendee.ts";
import { Presenter } from "../support/presenter.ts";
import { Service } from "../support/service.ts";

// A room of people who answer and change their minds while the service is killed under them, three times.

const people = 200;
const kills = 3;
const voting = 1500;
const question = "dryck";
const options = ["kaffe", "te", "mjolk", "saft"];
const definition = {
  title: "Vad dricker du?",
  language: "sv",
  questions: [
    { id: question, type: "choice", text: "Vad dricker du?", options: options.map((id) => ({ id, text: id })) },
    { id: "sedan", type: "words", text: "Och sedan?" },
  ],
};

let service: Service;

beforeAll(async () => {
  // Several shards, so that a kill meets them in different states.
  service = await Service.start({ env: { SHARD_CAPACITY: "60" } });
});

afterAll(() => service?.dispose());

test("three kills during voting lose no acked answer and count none twice", async () => {
  const api = apiClient(service.address);
  const { id, code, organiserKey, presenterKey } = await api.createPoll(definition);
  await api.stage(id, presenterKey, { question, results: "hidden" });
  const attendees = await Promise.all(
    Array.from({ length: people }, () => ReturningAttendee.join(service.address, code)),
  );
  const hall = vote(attendees);

  for (let kill = 0; kill < kills; kill++) {
    const before = hall.acked();
    await expect.poll(hall.acked, { timeout: 60_000 }).toBeGreaterThan(before + people);
    await delay(voting);
    await service.kill9(kill === 1 ? "service" : "everything");
    await service.start();
    const stage = await stageNow(id, presenterKey);
    expect([stage.question?.id, stage.voting, stage.results]).toEqual([question, "open", "hidden"]);
  }
  await expect
    .poll(() => attendees.filter((attendee) => attendee.reconnections < kills).length, { timeout: 90_000 })
    .toBe(0);
  await hall.end();

  const ballots = readCsv(new TextDecoder().decode(await api.download(id, organiserKey, "ballots.csv"))).slice(1);
  const byAttendee = new Map(ballots.map(([, , attendee = "", answer = ""]) => [attendee, JSON.parse(answer)]));
  expect(ballots).toHaveLength(people);
  expect(byAttendee.size).toBe(people);
  for (const attendee of attendees) expect(byAttendee.get(nameOf(attendee))).toEqual(attendee.acked.get(question));

  const results = await api.results(id, organiserKey);
  const text = async (file: "ballots.csv" | "chain.csv") =>
    new TextDecoder().decode(await api.download(id, organiserKey, file));
  const files = {
    results: JSON.stringify(results),
    ballots: await text("ballots.csv"),
    chain: await text("chain.csv"),
  };
  expect(verify(files)).toMatchObject({ findings: [], ballots: people });

  const { questions, joined } = results;
  const cast = (option: string) =>
    attendees.filter((attendee) => attendee.acked.get(question) === answers[option]).length;
  expect(joined).toBe(people);
  expect(questions[0]?.tally).toMatchObject({
    answered: people,
    counts: Object.fromEntries(options.map((option) => [option, cast(option)])),
  });
  await Promise.all(attendees.map((attendee) => attendee.stop()));
});

const answers: Record<string, object> = Object.fromEntries(options.map((option) => [option, { choices: [option] }]));

/** Everyone answers, waits for the ack and a moment, and answers something else, until the end; then all acks are in. */
function vote(attendees: readonly ReturningAttendee[]) {
  let acked = 0;
  let going = true;
  const voters = attendees.map(async (attendee, person) => {
    for (let round = 0; going; round++) {
      await attendee.answer(question, answers[options[(person + round) % options.length] ?? ""]);
      acked++;
      await delay(50 + ((person * 7) % 100));
    }
  });
  const all = Promise.all(voters);
  // A voter that fails before the end is heard of at the end.
  all.catch(() => undefined);
  return {
    acked: () => acked,
    async end() {
      going = false;
      await all;
    },
  };
}

async function stageNow(id: string, key: string) {
  const presenter = await Presenter.open(service.address, id, key);
  const stage = await presenter.socket.next("stage");
  await presenter.close();
  return stage;
}

/** The attendee's part of the token: what the ballots' file calls them. */
function nameOf({ joined }: ReturningAttendee): string {
  return joined.token.split(".")[2] ?? "";
}
