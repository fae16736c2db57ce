import { evictDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { upgrade } from "../http/live-line.ts";
import { pollOnStage, problemOf, type TestPoll } from "../http/poll-client.ts";

// A network may deliver what a client sent on a line that it has long given up for another.

const red = { choices: ["red"] };
const blue = { choices: ["blue"] };

/** A client that goes on sending after it was told that its socket is closed, as what is still under way does. */
async function deafLine(poll: TestPoll, token: string, query: string): Promise<WebSocket> {
  const { webSocket } = await upgrade(`/api/polls/${poll.id}/live${query}`, ["handupp.v1", `bearer.${token}`]);
  if (webSocket === null) throw new Error("there was no upgrade");
  webSocket.accept({ allowHalfOpen: true });
  return webSocket;
}

test.each([false, true])("a line's later socket silences its earlier ones (asleep in between: %s)", async (sleeps) => {
  const poll = await pollOnStage();
  const { token } = await poll.join();
  const early = await deafLine(poll, token, "?line=mine");
  const heard: string[] = [];
  early.addEventListener("message", ({ data }) => heard.push(String(data)));
  const closed = new Promise<number>((resolve) => early.addEventListener("close", ({ code }) => resolve(code)));
  const late = await poll.connect(token, "?line=mine");
  expect(await late.answer("colour", blue)).toBe("ack");
  expect(await closed).toBe(4409);
  if (sleeps) await evictDurableObject(env.AUDIENCE_SHARD.getByName(`${poll.id}:0`));

  early.send(JSON.stringify({ type: "answer", ref: "delayed", question: "colour", answer: red }));
  await late.roundTrip();
  expect(await poll.tally("colour")).toMatchObject({ counts: { red: 0, blue: 1 } });
  expect(heard.filter((frame) => !frame.startsWith('{"type":"stage"'))).toEqual([]);
});

test("a page that was loaded anew names the line of the one before", async () => {
  const poll = await pollOnStage();
  const { token } = await poll.join();
  const before = await poll.connect(token, "?line=first&after=");
  const now = await poll.connect(token, "?line=second&after=first");
  expect((await before.closed).code).toBe(4409);
  expect(await now.answer("colour", blue)).toBe("ack");
});

test("tabs of one attendee, lines without a name, and other attendees go on side by side", async () => {
  const poll = await pollOnStage();
  const { token } = await poll.join();
  const own = [
    await poll.connect(token, "?line=one"),
    await poll.connect(token, "?line=two"),
    await poll.connect(token),
    await poll.connect(token),
  ];
  const other = await poll.connect((await poll.join()).token, "?line=one");
  for (const line of [...own, other]) expect(await line.answer("colour", red)).toBe("ack");
  expect(await poll.tally("colour")).toMatchObject({ counts: { red: 2, blue: 0 } });
});

test("an attendee whose earlier line has been silenced is present once, and not when it has left", async () => {
  const poll = await pollOnStage();
  const presenter = await poll.presenter();
  const { token } = await poll.join();
  const early = await poll.connect(token, "?line=mine");
  const late = await poll.connect(token, "?line=mine");
  await early.closed;
  await presenter.next("tally", { where: ({ present }) => present === 1 });
  late.close();
  await presenter.next("tally", { where: ({ present }) => present === 0 });
});

test.each(["line", "after"])("a %s that is no name is refused", async (field) => {
  const poll = await pollOnStage();
  const { token } = await poll.join();
  const query = new URLSearchParams({ line: "fine", [field]: "x".repeat(33) });
  const response = upgrade(`/api/polls/${poll.id}/live?${query}`, ["handupp.v1", `bearer.${token}`]);
  expect((await problemOf(response, 422)).errors?.[0]?.path).toBe(field);
});
