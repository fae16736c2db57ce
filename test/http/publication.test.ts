import { beforeAll, describe, expect, test } from "vitest";
import { bodyOf, call, createPoll, problemOf, sampleDefinition, type TestPoll } from "./poll-client.ts";

type Published = { key: string; ballots: boolean; links: { results: string } };
type Runs = { runs: { run: number; status: string; closedAt?: string }[]; ballots: boolean };

const files = ["results.json", "results.csv", "results.xlsx"];

const publish = (poll: TestPoll, body: object = {}) =>
  bodyOf<Published>(poll.call("POST", "/publication", { body }), 201);

/** A poll with a closed run and a live one, `colour` on stage. */
async function runTwice(): Promise<TestPoll> {
  const questions = sampleDefinition.questions.map((question) => ({ ...question, notes: "Läs långsamt." }));
  const poll = await createPoll({ ...sampleDefinition, questions });
  for (const choice of ["red", "blue"]) {
    await poll.stage({ question: "colour" });
    expect(await (await poll.attendee()).answer("colour", { choices: [choice] })).toBe("ack");
    if (choice === "red") {
      await poll.close();
      await poll.startRun();
    }
  }
  return poll;
}

let poll: TestPoll;
let key: string;

beforeAll(async () => {
  poll = await runTwice();
  ({ key } = await publish(poll));
});

test("publishing gives a link with a key of its own", async () => {
  const { key: reader, ballots, links } = await publish(await createPoll());
  expect(reader).toMatch(/^[A-Za-z0-9_-]{32}$/);
  expect(ballots).toBe(false);
  expect(new URL(links.results).hash).toBe(`#key=${reader}`);
});

describe("a reader", () => {
  test("gets the closed run, in every format, whichever is live", async () => {
    const results = await bodyOf<{ run: number; status: string }>(poll.call("GET", "/results.json", { key }));
    expect(results).toMatchObject({ run: 1, status: "closed" });
    for (const file of files) {
      expect((await poll.call("GET", `/${file}?run=1`, { key })).status).toBe(200);
      await problemOf(poll.call("GET", `/${file}?run=2`, { key }), 403);
      await problemOf(poll.call("GET", `/${file}?run=3`, { key }), 404);
    }
  });

  test("sees no notes of who presents, in no file", async () => {
    expect(JSON.stringify(await poll.results(1))).toContain("Läs långsamt");
    for (const file of ["results.json", "results.csv"]) {
      expect(await (await poll.call("GET", `/${file}`, { key })).text()).not.toContain("Läs långsamt");
    }
  });

  test("is told of closed runs alone", async () => {
    const response = await poll.call("GET", "/runs", { key });
    expect(response.headers.get("x-handupp-role")).toBe("reader");
    const { runs, ballots } = await bodyOf<Runs>(response);
    expect(runs).toEqual([{ run: 1, status: "closed", closedAt: expect.stringMatching(/^\d{4}-.*Z$/) }]);
    expect(ballots).toBe(false);
    const all = await bodyOf<Runs>(poll.call("GET", "/runs", { key: poll.presenterKey }));
    expect(all.runs.map(({ status }) => status)).toEqual(["closed", "live"]);
  });

  test("may do nothing else", async () => {
    for (const [method, rest, body] of [
      ["GET", ""],
      ["PUT", "", sampleDefinition],
      ["DELETE", ""],
      ["POST", "/stage", { question: null }],
      ["POST", "/close"],
      ["POST", "/runs"],
      ["GET", "/publication"],
      ["POST", "/publication", {}],
      ["DELETE", "/publication"],
      ["GET", "/ballots.csv"],
      ["GET", "/chain.csv"],
    ] as const) {
      await problemOf(poll.call(method, rest, { key, ...(body === undefined ? {} : { body }) }), 403);
    }
    const line = await poll.connect(key);
    expect((await line.closed).code).toBe(4401);
  });

  test("has no run to read before one is closed", async () => {
    const draft = await createPoll();
    const reader = (await publish(draft)).key;
    await problemOf(draft.call("GET", "/results.json", { key: reader }), 409);
    expect((await bodyOf<Runs>(draft.call("GET", "/runs", { key: reader }))).runs).toEqual([]);
  });

  test("opens no other poll", async () => {
    const other = await createPoll();
    await problemOf(other.call("GET", "/results.json", { key }), 401);
  });
});

test("single ballots are public where the organiser says so, as long as that is so", async () => {
  const own = await runTwice();
  const reader = (await publish(own, { ballots: true })).key;
  const csv = await (await own.call("GET", "/ballots.csv", { key: reader })).text();
  expect(csv).toContain('"{""choices"":[""red""]}"');
  expect(await (await own.call("GET", "/chain.csv", { key: reader })).text()).toContain("\r\n1,0,1,colour");
  await problemOf(own.call("GET", "/chain.csv?run=2", { key: reader }), 403);
  await problemOf(own.call("GET", "/ballots.csv?run=2", { key: reader }), 403);
  await problemOf(own.call("GET", "/ballots.csv", { key: own.presenterKey }), 403);
  expect(await bodyOf(own.call("PUT", "/publication", { body: { ballots: false } }))).toEqual({
    published: true,
    ballots: false,
  });
  await problemOf(own.call("GET", "/ballots.csv", { key: reader }), 403);
  expect((await own.call("GET", "/results.csv", { key: reader })).status).toBe(200);
});

test("organisers can have what readers get", async () => {
  for (const file of files) {
    const [mine, theirs] = await Promise.all(
      [poll.organiserKey, key].map(async (one) => {
        const response = await poll.call("GET", `/${file}?run=1&for=readers`, { key: one });
        return new Uint8Array(await response.arrayBuffer());
      }),
    );
    expect(mine).toEqual(theirs);
  }
  await problemOf(poll.call("GET", "/results.csv?for=me"), 422);
});

test("what is taken back is closed at once, and a new key ends the old one", async () => {
  const own = await runTwice();
  const first = (await publish(own)).key;
  const second = (await publish(own)).key;
  await problemOf(own.call("GET", "/results.json", { key: first }), 401);
  expect((await own.call("GET", "/results.json", { key: second })).status).toBe(200);
  expect(await bodyOf(own.call("GET", "/publication"))).toEqual({ published: true, ballots: false });
  expect((await own.call("DELETE", "/publication")).status).toBe(204);
  await problemOf(own.call("GET", "/results.json", { key: second }), 401);
  expect(await bodyOf(own.call("GET", "/publication"))).toEqual({ published: false, ballots: false });
  await problemOf(own.call("PUT", "/publication", { body: { ballots: true } }), 409);
});

test("a deleted poll is public no more", async () => {
  const own = await runTwice();
  const reader = (await publish(own)).key;
  await own.call("DELETE");
  await problemOf(own.call("GET", "/results.json", { key: reader }), 404);
});

test("wrong fields are named", async () => {
  const { errors } = await problemOf(poll.call("POST", "/publication", { body: { ballots: "yes" } }), 422);
  expect(errors?.map(({ path }) => path)).toEqual(["ballots"]);
  await problemOf(poll.call("POST", "/publication", { body: { key: "mine" } }), 422);
  await problemOf(poll.call("PUT", "/publication", { body: {} }), 422);
  await problemOf(call("POST", `/api/polls/${poll.id}/publication`, { body: {} }), 401);
});
