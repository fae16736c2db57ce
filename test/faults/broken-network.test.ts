import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { translator } from "../../web/messages/translate.ts";
import { voteEn } from "../../web/messages/vote.en.ts";
import { seededRandom } from "../../web/rehearsal/random.ts";
import { readCsv } from "../export/csv-reader.ts";
import { apiClient } from "../support/api-client.ts";
import { Attendee } from "../support/attendee.ts";
import { type Faults, FaultyProxy } from "../support/faulty-proxy.ts";
import { PageOnPhone } from "../support/page-on-phone.ts";
import { Service } from "../support/service.ts";

// Phones with the page's own code behind a network that loses, repeats, delays and cuts what they send and get.

const t = translator(voteEn, "en");
const people = 50;
const votingMs = 60_000;
const seed = Number(process.env["SEED"] ?? Date.now() % 1_000_000);
// Some are held for longer than a page waits for a line, so that they arrive after what it has sent on its next one.
const faults = { drop: 0.04, duplicate: 0.04, cut: 0.02, hold: 0.06, holdMs: 15_000 };
const ids = ["ett", "tva", "tre"];
const definition = {
  title: "Dåligt nät",
  language: "en",
  questions: ids.map((id, place) => ({ id, type: "text", text: id, resultsOnPhones: place === 0 })),
  // Answers begin with attendees' random names, and one with "Xx" in it is listed.
  settings: { blockList: false },
};

let service: Service;
const networks: FaultyProxy[] = [];
const phones: PageOnPhone[] = [];

beforeAll(async () => {
  service = await Service.start({ env: { SHARD_CAPACITY: "20" } });
});

afterAll(async () => {
  for (const phone of phones) phone.close();
  for (const network of networks) await network.stop();
  await service?.dispose();
});

/** A phone behind `network`, with the first question before it. */
async function phoneBehind(network: FaultyProxy, code: string, onDraw: (phone: PageOnPhone) => void) {
  const first = await Attendee.join(service.address, code);
  const stage = await first.onStage("ett");
  await first.close();
  const live = first.joined.live.replace(/:\d+\//, `:${network.port}/`);
  const phone = new PageOnPhone(first.joined, live, stage, onDraw);
  phones.push(phone);
  return phone;
}

async function brokenNetwork(random: () => number, what: Faults): Promise<FaultyProxy> {
  const network = await FaultyProxy.start(service.port, random, what);
  networks.push(network);
  return network;
}

test.each(["a line that it gave up", "the page before a reload"])(
  "what comes late from %s does not overwrite what was received since",
  async (from) => {
    const api = apiClient(service.address);
    const poll = await api.createPoll(definition);
    await api.stage(poll.id, poll.presenterKey, { question: "ett" });
    const network = await brokenNetwork(Math.random, { drop: 0, duplicate: 0, cut: 0, hold: 0, holdMs: 0 });
    const phone = await phoneBehind(network, poll.code, () => undefined);
    await expect.poll(() => phone.model.line, { timeout: 20_000 }).toBe("open");
    const release = network.holdUpstream();
    phone.send([["text", "först"]]);
    phone.send([["text", "sedan"]]);
    if (from.includes("reload")) phone.reload();
    await expect.poll(() => phone.says, { timeout: 40_000 }).toContain(t("status.received"));
    await release();

    const [row, ...others] = readCsv(
      new TextDecoder().decode(await api.download(poll.id, poll.organiserKey, "ballots.csv")),
    ).slice(1);
    expect([row?.[3], others]).toEqual([JSON.stringify({ text: "sedan" }), []]);
    phone.close();
  },
);

test("50 phones on a broken network: what is shown as received is counted once, and nothing else is", async () => {
  console.log(`SEED=${seed}`);
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const api = apiClient(service.address);
  const poll = await api.createPoll(definition);
  await api.stage(poll.id, poll.presenterKey, { question: "ett" });
  const network = await brokenNetwork(random, faults);
  const ledger = new Ledger();
  const hall = await Promise.all(
    Array.from({ length: people }, () => phoneBehind(network, poll.code, (phone) => ledger.see(phone))),
  );

  let going = true;
  const voters = hall.map(async (phone) => {
    while (going) {
      await delay(200 + random() * 2500);
      if (random() < 0.03) phone.reload();
      if (going && phone.isAsked) ledger.send(phone);
    }
  });
  const end = Date.now() + votingMs;
  while (Date.now() < end) {
    await delay(2000 + random() * 5000);
    const command = random() < 0.25 ? { voting: "locked" as const } : { question: pick(ids) ?? "ett" };
    await api.stage(poll.id, poll.presenterKey, command);
  }
  going = false;
  await Promise.all(voters);
  // What waits for another question than the one on stage is refused, as its phone says.
  network.heal();
  await expect.poll(() => hall.filter(({ model }) => model.pending !== null).length, { timeout: 60_000 }).toBe(0);

  const rows = readCsv(new TextDecoder().decode(await api.download(poll.id, poll.organiserKey, "ballots.csv"))).slice(
    1,
  );
  const ballots = new Map(rows.map(([, id, attendee, answer = ""]) => [`${attendee} ${id}`, JSON.parse(answer).text]));
  expect(ballots.size).toBe(rows.length);
  for (const id of ids) {
    await api.stage(poll.id, poll.presenterKey, { question: id, voting: "locked" });
    const counts = new Map(hall.map(({ name }) => [name, ballots.get(`${name} ${id}`)]));
    await expect
      .poll(() => new Map(hall.map((phone) => [phone.name, shown(phone, id)])), { timeout: 60_000 })
      .toEqual(counts);
  }
  expect(ledger.brokenPromises(ballots)).toEqual([]);

  const { questions } = await api.results(poll.id, poll.organiserKey);
  for (const { id, tally } of questions) {
    const texts = [...ballots].flatMap(([key, text]) => (key.endsWith(` ${id}`) ? [text] : []));
    expect(tally.answered).toBe(texts.length);
    expect("entries" in tally && tally.entries.map(({ text }) => text).toSorted()).toEqual(texts.toSorted());
  }
  console.log(JSON.stringify({ ballots: rows.length, ...ledger.counts(), ...network.counts }));
  const { dropped, duplicated, cut, heldPastTheirLine } = network.counts;
  expect(Math.min(dropped, duplicated, cut, heldPastTheirLine)).toBeGreaterThan(0);
});

/** The text that this phone shows as received for a question, undefined for none; null while it shows something else. */
function shown({ model }: PageOnPhone, id: string): string | null | undefined {
  if (model.stage.question?.id !== id || model.stage.voting !== "locked") return null;
  const answer = model.stored?.answer;
  return answer != null && "text" in answer ? answer.text : undefined;
}

/** What every phone was given to send, and what it said about it. Each text is sent once, so that it tells who and when. */
class Ledger {
  readonly #sent = new Map<string, string[]>();
  /** The latest text that was shown as received, and that was said not to count. */
  readonly #received = new Map<string, string>();
  readonly #refused = new Map<string, Set<string>>();

  send(phone: PageOnPhone): void {
    const key = keyOf(phone);
    const texts = this.#sent.get(key) ?? [];
    const text = `${key} ${texts.length}`;
    this.#sent.set(key, [...texts, text]);
    phone.send([["text", text]]);
  }

  see(phone: PageOnPhone): void {
    const key = keyOf(phone);
    const { stored, pending, refusal } = phone.model;
    const answer = stored?.answer;
    if (pending === null && answer != null && "text" in answer) {
      this.#received.set(key, answer.text);
      // Sent twice, it was refused once and taken once: the phone takes back what it said.
      if (refusal === null) this.#refused.get(key)?.delete(answer.text);
    }
    const last = this.#sent.get(key)?.at(-1);
    if (refusal !== null && !refusal.isEarlier && pending === null && last !== undefined) {
      this.#refused.set(key, (this.#refused.get(key) ?? new Set()).add(last));
    }
  }

  /** Received answers that were lost or have given way to an earlier one, and refused ones that count. */
  brokenPromises(ballots: ReadonlyMap<string, string>): string[] {
    const lost = [...this.#received].filter(([key, text]) => {
      const sent = this.#sent.get(key) ?? [];
      return sent.indexOf(ballots.get(key) ?? "") < sent.indexOf(text);
    });
    const counted = [...this.#refused].filter(([key, texts]) => texts.has(ballots.get(key) ?? ""));
    return [
      ...lost.map(([, text]) => `lost: ${text}`),
      ...counted.map(([key]) => `refused, but counts: ${ballots.get(key)}`),
    ];
  }

  counts() {
    const sent = [...this.#sent.values()].reduce((sum, texts) => sum + texts.length, 0);
    return { sent, received: this.#received.size, refused: this.#refused.size };
  }
}

/** As the ballots' file names it: who, and which question. */
function keyOf({ name, model }: PageOnPhone): string {
  return `${name} ${model.stage.question?.id}`;
}
