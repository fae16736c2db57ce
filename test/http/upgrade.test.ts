import { describe, expect, test } from "vitest";
import { fetchPath, origin } from "./fetch-path.ts";
import { LiveLine, upgrade } from "./live-line.ts";
import { createPoll, pollOnStage, problemOf, type TestPoll } from "./poll-client.ts";

const live = (poll: TestPoll) => `/api/polls/${poll.id}/live`;

async function closeCode(pollId: string, bearer: string | null, headers?: Record<string, string>): Promise<number> {
  return (await (await LiveLine.open(pollId, bearer, headers)).closed).code;
}

/** The token with one character of its part `index` changed. */
function tampered(token: string, index: number): string {
  const parts = token.split(".");
  const part = parts[index] ?? "";
  const swapped = part.startsWith("1") ? "2" : "1";
  return parts.with(index, swapped + part.slice(1)).join(".");
}

describe("the upgrade", () => {
  test("selects handupp.v1, whatever else is offered and in which order", async () => {
    const poll = await createPoll();
    const { token } = await poll.join();
    for (const offered of [
      ["handupp.v1", `bearer.${token}`],
      [`bearer.${token}`, "other", "handupp.v1"],
    ]) {
      const response = await upgrade(live(poll), offered);
      expect(response.status).toBe(101);
      expect(response.headers.get("sec-websocket-protocol")).toBe("handupp.v1");
      response.webSocket?.accept();
      response.webSocket?.close();
    }
  });

  test("without handupp.v1, or of a plain GET, is refused before it happens", async () => {
    const poll = await createPoll();
    await problemOf(upgrade(live(poll), [`bearer.${poll.presenterKey}`]), 400);
    await problemOf(upgrade(live(poll), ["handupp.v2", `bearer.${poll.presenterKey}`]), 400);
    await problemOf(upgrade(live(poll), []), 400);
    await problemOf(fetchPath(live(poll)), 426);
  });

  test("takes the service's own Origin and refuses others with 403, cookie or not", async () => {
    const poll = await createPoll();
    const { token } = await poll.join();
    const line = await LiveLine.open(poll.id, token, { origin });
    await line.next("stage");
    for (const foreign of [
      "https://evil.test",
      "https://handupp.test.evil.test",
      "https://handupp.test:444",
      "null",
      "x",
    ]) {
      const headers = { origin: foreign, cookie: `handupp_${poll.id}=${token}` };
      await problemOf(upgrade(live(poll), ["handupp.v1"], headers), 403);
      await problemOf(upgrade(live(poll), ["handupp.v1", `bearer.${poll.organiserKey}`], { origin: foreign }), 403);
    }
  });

  test("knows the vote page by its cookie alone", async () => {
    const poll = await pollOnStage();
    const { token } = await poll.join();
    const line = await LiveLine.open(poll.id, null, { origin, cookie: `other=1; handupp_${poll.id}=${token}` });
    await line.next("stage");
    expect(await line.answer("colour", { choices: ["red"] })).toBe("ack");
    expect(await closeCode(poll.id, null, { cookie: `handupp_${poll.id}=${tampered(token, 3)}` })).toBe(4401);
  });

  test("with a token or key that is not valid closes with 4401, which a browser can read", async () => {
    const [poll, other] = [await createPoll(), await createPoll()];
    const [{ token }, strange] = [await poll.join(), await other.join()];
    const bearers = [
      null,
      "x",
      "",
      strange.token,
      other.presenterKey,
      `${poll.presenterKey.slice(0, -2)}AA`,
      ...[0, 1, 2, 3].map((index) => tampered(token, index)),
      token.replace(/^\d+/, "199"),
      token.replace(/^\d+/, "9999"),
      `${token}.`,
      token.slice(0, -1),
    ];
    for (const bearer of bearers) expect(await closeCode(poll.id, bearer), `bearer ${bearer}`).toBe(4401);
  });

  test("can't be talked into a role by headers", async () => {
    const poll = await createPoll();
    const { token } = await (await createPoll()).join();
    const headers = {
      "x-handupp-poll": poll.id,
      "x-handupp-role": "organiser",
      "x-handupp-shard": "0",
      "x-handupp-token": (await poll.join()).token,
    };
    expect(await closeCode(poll.id, null, headers)).toBe(4401);
    expect(await closeCode(poll.id, token, headers)).toBe(4401);
  });

  test("to a poll that is not there closes with 4404", async () => {
    const poll = await createPoll();
    const { token } = await poll.join();
    for (const id of ["AAAAAAAAAAAAAAAA", "nope"]) {
      for (const bearer of [token, poll.presenterKey]) expect(await closeCode(id, bearer)).toBe(4404);
    }
  });

  test("with a token of an earlier run closes with 4401; open lines of it are closed, keys stay good", async () => {
    const poll = await pollOnStage();
    const { token } = await poll.join();
    const [attendee, presenter] = [await poll.connect(token), await poll.presenter()];
    await poll.close();
    await attendee.next("stage", { where: ({ status }) => status === "closed" });
    expect((await (await poll.connect(token)).next("stage")).status).toBe("closed");
    await poll.startRun();
    expect((await attendee.closed).code).toBe(4401);
    expect(await closeCode(poll.id, token)).toBe(4401);
    expect(await presenter.next("stage", { where: ({ run }) => run === 2 })).toMatchObject({ question: null });
  });
});

describe("what a line carries", () => {
  test("ping is answered pong, to attendees and presenters", async () => {
    const poll = await createPoll();
    await (await poll.attendee()).ping();
    await (await poll.presenter()).ping();
  });

  test("a binary frame closes with 1003, and the others' lines stay", async () => {
    const poll = await pollOnStage();
    const { token } = await poll.join();
    const [bad, same, other, presenter] = await Promise.all([
      poll.connect(token),
      poll.connect(token),
      poll.attendee(),
      poll.presenter(),
    ]);
    bad.send(new TextEncoder().encode('{"type":"answer"}').buffer);
    expect((await bad.closed).code).toBe(1003);
    for (const line of [same, other, presenter]) await line.roundTrip();
    presenter.send(new ArrayBuffer(1));
    expect((await presenter.closed).code).toBe(1003);
    await other.roundTrip();
  });

  test("a frame of 8 KiB is read, one byte more is too-large, and the line stays", async () => {
    const poll = await pollOnStage();
    const line = await poll.attendee();
    const frame = { type: "answer", ref: "r", question: "colour", answer: { choices: ["red"] } };
    const full = JSON.stringify(frame).padEnd(8192);
    line.send(full);
    expect(await line.next("ack")).toEqual({ type: "ack", ref: "r" });
    line.send(`${full} `);
    expect((await line.next("error")).code).toBe("too-large");
    // Bytes count, not characters.
    line.send({ ...frame, ref: "s", answer: { choices: ["å".repeat(4090)] } });
    expect((await line.next("error")).code).toBe("too-large");
    expect(await line.answer("colour", { choices: ["blue"] })).toBe("ack");
  });

  test("frames that are too large again and again close with 1009, and others' lines stay", async () => {
    const poll = await pollOnStage();
    const [line, other] = [await poll.attendee(), await poll.attendee()];
    for (let frame = 0; frame < 20; frame++) line.send("x".repeat(9000));
    expect((await line.closed).code).toBe(1009);
    expect((await line.next("error")).code).toBe("too-large");
    await other.roundTrip();
  });
});

describe("what is no frame of the contract", () => {
  const attendeeFrames: [string, string, object][] = [
    ["no JSON", "{", { code: "invalid" }],
    ["nothing", "", { code: "invalid" }],
    ["null", "null", { code: "invalid" }],
    ["a list", "[]", { code: "invalid" }],
    ["text", '"ping"', { code: "invalid" }],
    ["no type", '{"ref":"r"}', { code: "invalid", ref: "r" }],
    ["an unknown type", '{"type":"vote","ref":"r"}', { code: "unknown", ref: "r" }],
    ["a prototype's name as type", '{"type":"constructor","ref":"r"}', { code: "unknown", ref: "r" }],
    ["a server's frame", '{"type":"tally","ref":"r","seq":1}', { code: "unknown", ref: "r" }],
    ["no ref", '{"type":"answer","question":"colour","answer":{"choices":["red"]}}', { code: "invalid" }],
    ["a ref that is a number", '{"type":"answer","ref":1,"question":"colour","answer":{}}', { code: "invalid" }],
    ["an empty ref", '{"type":"answer","ref":"","question":"colour","answer":{}}', { code: "invalid" }],
    ["no question", '{"type":"answer","ref":"r","answer":{"choices":["red"]}}', { code: "invalid", ref: "r" }],
    ["no answer", '{"type":"answer","ref":"r","question":"colour"}', { code: "invalid", ref: "r" }],
    [
      "an unknown field",
      '{"type":"answer","ref":"r","question":"colour","answer":{"choices":["red"]},"attendee":"me"}',
      { code: "invalid", ref: "r" },
    ],
    ["a command of the stage", '{"type":"stage","ref":"r","question":null}', { code: "forbidden", ref: "r" }],
  ];

  test.each(attendeeFrames)(
    "%s gets an error frame, stores nothing and leaves the line open",
    async (_, raw, error) => {
      const poll = await pollOnStage();
      const line = await poll.attendee();
      line.send(raw);
      const frame = await line.next("error");
      expect(frame).toEqual({ type: "error", message: expect.stringMatching(/./), ...error });
      expect(await line.answer("colour", { choices: ["blue"] })).toBe("ack");
      expect(await poll.tally("colour")).toMatchObject({ answered: 1, counts: { red: 0, blue: 1 } });
    },
  );
});
