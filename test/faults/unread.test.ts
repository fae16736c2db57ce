import { randomBytes } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { apiClient } from "../support/api-client.ts";
import { Attendee } from "../support/attendee.ts";
import type { LiveSocket } from "../support/live-socket.ts";
import { Presenter } from "../support/presenter.ts";
import { Service } from "../support/service.ts";

// Readers that stop reading in the middle of a busy vote: the service must not keep what they don't take.

const silent = 25;
/** Who have written and left; their texts make each tally some 200 kB. */
const gone = 200;
const writers = 8;
const seconds = 20;
const roomFor = 200 * 1024 * 1024;
const question = "tankar";
const definition = {
  title: "Tankar",
  language: "sv",
  questions: [{ id: question, type: "text", text: "Vad tänker du?", maxLength: 1000, resultsOnPhones: true }],
};

let service: Service;

beforeAll(async () => {
  service = await Service.start();
});

afterAll(() => service?.dispose());

test("50 clients that stop reading cost no memory to speak of, and the others are served", async () => {
  const api = apiClient(service.address);
  const { id, code, presenterKey } = await api.createPoll(definition);
  await api.stage(id, presenterKey, { question });
  for (let left = 0; left < gone; left += 50) {
    const early = await Promise.all(Array.from({ length: 50 }, () => Attendee.join(service.address, code)));
    await write(early, "tidigt");
    await Promise.all(early.map((attendee) => attendee.close()));
  }
  const stopped: LiveSocket[] = [];
  // Compressed, what the sockets of the system hold back would be too little to notice.
  const careless = { confirm: false, compress: false };
  for (let client = 0; client < silent; client++) {
    stopped.push((await Presenter.open(service.address, id, presenterKey, careless)).socket);
    stopped.push((await Attendee.join(service.address, code, careless)).socket);
  }
  const watcher = await Presenter.open(service.address, id, presenterKey);
  let seen = "";
  watcher.socket.listen((frame) => {
    if (frame.type === "tally") seen = JSON.stringify(frame.tally);
  });
  const attendees = await Promise.all(Array.from({ length: writers }, () => Attendee.join(service.address, code)));
  // They read what they get, and keep none of it.
  for (const attendee of attendees) attendee.socket.listen(() => undefined);
  await write(attendees, "början");
  const before = service.workerdRss();

  for (const socket of stopped) socket.pause();
  const end = performance.now() + seconds * 1000;
  let most = 0;
  for (let round = 0; performance.now() < end; round++) {
    // An attendee may send twenty answers a second.
    await Promise.all([write(attendees, `varv ${round}`), delay(60)]);
    most = Math.max(most, service.workerdRss());
  }
  await write(attendees, "slutet");

  expect(most - before).toBeLessThan(roomFor);
  await expect.poll(() => seen.split("slutet").length - 1, { timeout: 20_000 }).toBe(writers);
  await Promise.all([watcher.close(), ...attendees.map((attendee) => attendee.close())]);
  for (const socket of stopped) socket.drop();
});

/** Everyone writes a long text that ends with `mark` and does not compress, and has its ack. */
async function write(attendees: readonly Attendee[], mark: string): Promise<void> {
  await Promise.all(
    attendees.map((attendee, place) =>
      attendee.answer(question, { text: `${place} ${randomBytes(700).toString("base64")} ${mark}` }),
    ),
  );
}
