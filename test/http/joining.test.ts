import { describe, expect, test } from "vitest";
import { fetchPath, origin } from "./fetch-path.ts";
import { call, createPoll, pollOnStage, problemOf } from "./poll-client.ts";

function join(code: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return call("POST", "/api/join", { body: { code }, headers });
}

describe("joining", () => {
  test("gives the poll, a token and the socket's address", async () => {
    const poll = await createPoll();
    const joined = await poll.join();
    expect(joined.poll).toEqual({ id: poll.id, title: "Nätverksmötet", language: "sv" });
    expect(joined.live).toBe(`${origin.replace("https", "wss")}/api/polls/${poll.id}/live`);
    // Every character has to be one that a subprotocol may hold.
    expect(joined.token).toMatch(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/);
  });

  test("works in a draft's lobby, and the token is good for the run that opens", async () => {
    const poll = await createPoll();
    const attendee = await poll.attendee();
    expect((await attendee.next("stage")).question).toBeNull();
    await poll.stage({ question: "colour" });
    await attendee.next("stage", { where: ({ question }) => question?.id === "colour" });
    expect(await attendee.answer("colour", { choices: ["red"] })).toBe("ack");
  });

  test("ignores spaces in the code, the kinds that print as one too", async () => {
    const { code } = await createPoll();
    for (const space of [" ", "\u00a0", "\u2009", "\u202f", "\t"]) {
      expect((await join(` ${code.slice(0, 3)}${space}${code.slice(3)} `)).status).toBe(200);
    }
  });

  test("is 404 for a code that no poll has, whatever it looks like", async () => {
    const { code } = await createPoll();
    for (const wrong of ["", "abc", "0000000000", `${code}0`, code.slice(1), `${code}'--`, "١٢٣٤٥٦"]) {
      await problemOf(join(wrong, { "cf-connecting-ip": "192.0.2.1" }), 404);
    }
  });

  test("is 410 once the run is closed, and 200 with the same code in the next", async () => {
    const poll = await pollOnStage();
    await poll.close();
    await problemOf(join(poll.code), 410);
    await poll.startRun();
    expect((await join(poll.code)).status).toBe(200);
  });

  test("wants the code as text and nothing else", async () => {
    const { code } = await createPoll();
    await problemOf(join(Number(code)), 422);
    await problemOf(call("POST", "/api/join", { body: {} }), 422);
    await problemOf(call("POST", "/api/join", { body: { code, name: "Åsa" } }), 422);
    await problemOf(join("1".repeat(9000)), 413);
    await problemOf(fetchPath("/api/join", { method: "POST", body: JSON.stringify({ code }) }), 415);
    await problemOf(
      fetchPath("/api/join", { method: "POST", body: "{", headers: { "content-type": "application/json" } }),
      400,
    );
  });
});

describe("joined", () => {
  test("counts tokens, and reconnecting not again", async () => {
    const poll = await pollOnStage();
    const { token } = await poll.join();
    await poll.join();
    for (const line of [await poll.connect(token), await poll.connect(token)]) await line.next("stage");
    expect((await poll.results()).joined).toBe(2);
  });

  test("goes on over several shards, and every attendee's answer counts once", async () => {
    const poll = await pollOnStage();
    // The shards of these tests take four attendees each.
    const attendees = await Promise.all(Array.from({ length: 10 }, () => poll.attendee()));
    const replies = await Promise.all(
      attendees.map((attendee, index) => attendee.answer("colour", { choices: [index < 3 ? "red" : "blue"] })),
    );
    expect(replies).toEqual(Array(10).fill("ack"));
    expect(await poll.results()).toMatchObject({
      joined: 10,
      questions: [{ answered: 10, tally: { counts: { red: 3, blue: 7 } } }, {}, {}, {}],
    });
  });
});

describe("wrong codes from one address", () => {
  const address = (last: number) => ({ "cf-connecting-ip": `198.51.100.${last}` });

  test("are 429 after 30 in a minute, with the time to wait; right codes still work, and so do other addresses", async () => {
    const { code } = await createPoll();
    for (let wrong = 0; wrong < 30; wrong++) await problemOf(join("000000", address(1)), 404);
    const refused = await join("000000", address(1));
    const wait = Number(refused.headers.get("retry-after"));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    await problemOf(refused, 429);
    expect((await join(code, address(1))).status).toBe(200);
    await problemOf(join("000000", address(1)), 429);
    await problemOf(join("000000", address(2)), 404);
    expect((await call("GET", "/000000", { headers: address(1) })).status).toBe(429);
  });

  test("count on the vote page, too", async () => {
    for (let wrong = 0; wrong < 30; wrong++) {
      expect((await call("GET", "/000000", { headers: address(3) })).status).toBe(404);
    }
    const refused = await call("GET", "/000000", { headers: address(3) });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    await problemOf(join("000000", address(3)), 429);
  });

  test("are 429 to a form, too; a form to what can't be a code is 404 and doesn't count", async () => {
    const post = (path: string, headers: Record<string, string>) =>
      call("POST", path, { headers: { ...headers, "content-type": "application/x-www-form-urlencoded" } });
    for (let wrong = 0; wrong < 35; wrong++) expect((await post("/wp-login.php", address(4))).status).toBe(404);
    for (let wrong = 0; wrong < 30; wrong++) expect((await post("/000000", address(4))).status).toBe(404);
    const refused = await post("/000000", address(4));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  test("right codes from one address never count", async () => {
    const { code } = await createPoll();
    for (let right = 0; right < 40; right++) expect((await join(code, address(4))).status).toBe(200);
  });
});
