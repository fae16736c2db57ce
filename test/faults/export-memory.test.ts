import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { apiClient } from "../support/api-client.ts";
import { Attendee } from "../support/attendee.ts";
import { Service } from "../support/service.ts";

// A large hall's ballots go out as they are read: the service must not hold them.

const ballots = 50_000;
const roomFor = 64 * 1024 * 1024;
const question = "tankar";
const definition = {
  title: "Tankar",
  language: "sv",
  questions: [{ id: question, type: "text", text: "Vad tänker du?", maxLength: 1000 }],
};
const answer = JSON.stringify({ text: `åäö ${"0123456789".repeat(24)}` });

let service: Service;
let poll: { id: string; organiserKey: string };

beforeAll(async () => {
  service = await Service.start();
  const api = apiClient(service.address);
  const created = await api.createPoll(definition);
  poll = created;
  await api.stage(poll.id, poll.organiserKey, { question });
  const attendee = await Attendee.join(service.address, created.code);
  await attendee.answer(question, { text: "en" });
  await api.close(poll.id, poll.organiserKey);
  await attendee.close();
  await vi.waitFor(() => expect(archived(service.dataDir)).toBe(1), { timeout: 30_000 });
  await service.stop();
  addBallots(service.dataDir);
  await service.start();
});

afterAll(() => service?.dispose());

test.each(["ballots.csv", "results.xlsx"])(
  "50,000 ballots in %s cost the service less than 64 MiB, however slowly they are read",
  async (file) => {
    // What a small export loads is loaded.
    await read("results.csv", 0);
    const before = await steady();
    let most = before;
    const bytes = await read(file, 1, () => {
      most = Math.max(most, service.workerdRss());
    });
    expect(bytes).toBeGreaterThan(file === "results.xlsx" ? 500_000 : ballots * 60);
    expect(most - before).toBeLessThan(roomFor);
  },
);

/** How many bytes it has. Waits `ms` after every megabyte, for the reader to be behind. */
async function read(file: string, ms: number, look: () => void = () => undefined): Promise<number> {
  const response = await fetch(`${service.address}/api/polls/${poll.id}/${file}`, {
    headers: { authorization: `Bearer ${poll.organiserKey}`, "accept-encoding": "identity" },
  });
  expect(response.status).toBe(200);
  let [bytes, looked] = [0, 0];
  for await (const piece of response.body ?? []) {
    bytes += piece.length;
    if (bytes - looked < 1_000_000) continue;
    looked = bytes;
    look();
    await delay(ms);
  }
  look();
  return bytes;
}

/** The memory once it has stopped growing by more than a hundredth in half a second, or after five seconds. */
async function steady(): Promise<number> {
  let last = service.workerdRss();
  for (let look = 0; look < 10; look++) {
    await delay(500);
    const now = service.workerdRss();
    if (now < last * 1.01) return now;
    last = now;
  }
  return last;
}

function inArchive<T>(dataDir: string, use: (database: DatabaseSync) => T): T {
  const folder = join(dataDir, "state/d1/miniflare-D1DatabaseObject");
  const file = readdirSync(folder).find((name) => /^[0-9a-f]+\.sqlite$/.test(name));
  const database = new DatabaseSync(join(folder, file ?? ""));
  try {
    return use(database);
  } finally {
    database.close();
  }
}

function archived(dataDir: string): number {
  return inArchive(dataDir, (database) => Number(database.prepare("SELECT count(*) AS n FROM casts").get()?.["n"]));
}

/** Straight into the archive: fifty thousand people would take their time. */
function addBallots(dataDir: string): void {
  inArchive(dataDir, (database) => {
    database
      .prepare(
        `WITH RECURSIVE more (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM more WHERE n < ?)
         INSERT INTO casts (poll, run, shard, number, asking, replaces, digest, attendee, answer, cast_at, salt)
         SELECT poll, run, shard, n, asking, replaces, digest, attendee || n, ?, cast_at, hex(randomblob(16)) FROM casts, more`,
      )
      .run(ballots, answer);
  });
}
