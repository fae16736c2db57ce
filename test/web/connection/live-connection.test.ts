import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PollStageFrame, PollTallyFrame } from "../../../worker/poll/snapshots.ts";
import { FakeLine } from "./fake-line.ts";

const stage = (seq: number, run = 1): PollStageFrame => ({
  type: "stage",
  seq,
  run,
  title: "Prov",
  question: null,
  voting: "locked",
  results: "hidden",
  status: "live",
  language: "sv",
});
const tally = (seq: number, run = 1): PollTallyFrame => ({
  type: "tally",
  seq,
  run,
  question: "q",
  answered: 0,
  present: 0,
  tally: { counts: {}, answered: 0 },
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function openLine(): FakeLine {
  const line = new FakeLine();
  line.newest.accept();
  line.newest.receive(stage(1));
  return line;
}

describe("a lost line", () => {
  it("is told once and tried again within 300 to 600 ms", () => {
    const line = openLine();
    line.newest.fail(1006);
    expect(line.lines).toEqual(["open", "lost"]);
    vi.advanceTimersByTime(299);
    expect(line.sockets).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(line.sockets).toHaveLength(2);
  });

  it("is tried less and less often, but at least every ten seconds", () => {
    const line = openLine();
    line.random = 0.999_999;
    const waits: number[] = [];
    for (let attempt = 0; attempt < 8; attempt++) {
      const before = Date.now();
      const opened = line.sockets.length;
      line.newest.fail(1006);
      while (line.sockets.length === opened) vi.advanceTimersByTime(10);
      waits.push(Date.now() - before);
    }
    expect(waits.every((wait, index) => wait >= (waits[index - 1] ?? 0))).toBe(true);
    expect(waits[0]).toBeLessThanOrEqual(600);
    expect(waits.at(-1)).toBe(10_000);
    expect(line.lines).toEqual(["open", "lost"]);
  });

  it("starts over with short waits once a frame has come", () => {
    const line = openLine();
    for (let attempt = 0; attempt < 6; attempt++) {
      line.newest.fail(1006);
      vi.advanceTimersByTime(10_000);
      line.newest.accept();
    }
    line.newest.receive(stage(2));
    line.newest.fail(1012);
    const opened = line.sockets.length;
    vi.advanceTimersByTime(300);
    expect(line.sockets).toHaveLength(opened + 1);
  });

  it.each(["online", "pageshow", "visibilitychange"] as const)("is tried at once on %s", (event) => {
    const line = openLine();
    line.newest.fail(1006);
    line.wake(event);
    expect(line.sockets).toHaveLength(2);
    vi.advanceTimersByTime(5000);
    expect(line.sockets).toHaveLength(2);
  });

  it("is left alone while the page is hidden by another", () => {
    const line = openLine();
    line.newest.fail(1006);
    line.isHidden = true;
    line.wake("visibilitychange");
    expect(line.sockets).toHaveLength(1);
  });

  it("waits five seconds or more after 4429, whatever wakes the page", () => {
    const line = openLine();
    line.newest.fail(4429);
    line.wake("visibilitychange");
    vi.advanceTimersByTime(4999);
    expect(line.sockets).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(line.sockets).toHaveLength(2);
  });

  it.each([4401, 4404])("is final after %i", (code) => {
    const line = openLine();
    line.newest.fail(code);
    vi.advanceTimersByTime(60_000);
    line.wake("online");
    expect(line.refusals).toEqual([code]);
    expect(line.sockets).toHaveLength(1);
  });
});

describe("a silent line", () => {
  it("is found out within ten seconds, without a close event", () => {
    const line = openLine();
    const silent = line.newest;
    vi.advanceTimersByTime(10_000);
    expect(silent.sent).toEqual(["ping"]);
    expect(silent.isClosed).toBe(true);
    expect(line.lines).toEqual(["open", "lost"]);
    expect(line.sockets.length).toBeGreaterThan(1);
  });

  it("is kept while pings are answered", () => {
    const line = openLine();
    for (let second = 0; second < 60; second++) {
      vi.advanceTimersByTime(1000);
      if (line.newest.sent.splice(0).includes("ping")) line.newest.receive("pong");
    }
    expect(line.sockets).toHaveLength(1);
    expect(line.lines).toEqual(["open"]);
  });

  it("is looked at as soon as the page is back", () => {
    const line = openLine();
    line.wake("visibilitychange");
    expect(line.newest.sent).toEqual(["ping"]);
    vi.advanceTimersByTime(4000);
    expect(line.lines).toEqual(["open", "lost"]);
  });

  it("is given up too where it never opens", () => {
    const line = new FakeLine();
    vi.advanceTimersByTime(10_000);
    expect(line.lines).toEqual(["lost"]);
    expect(line.sockets.length).toBeGreaterThan(1);
  });

  it("is given up too where the stage does not come first, whatever else does", () => {
    const line = openLine();
    line.newest.fail(1006);
    vi.advanceTimersByTime(300);
    line.newest.accept();
    for (let second = 0; second < 10; second++) {
      line.newest.receive(tally(5));
      line.newest.receive("pong");
      vi.advanceTimersByTime(1000);
    }
    expect(line.sockets.length).toBeGreaterThan(2);
    expect(line.lines).toEqual(["open", "lost"]);
    expect(line.frames).toEqual([stage(1)]);
  });

  it("says nothing more of a socket that was given up", () => {
    const line = openLine();
    const silent = line.newest;
    vi.advanceTimersByTime(10_000);
    silent.receive(stage(9));
    expect(line.frames).toHaveLength(1);
  });
});

describe("frames", () => {
  it("leaves out what is older than what has come, stage and tally alike", () => {
    const line = openLine();
    line.newest.receive(tally(5));
    line.newest.receive(stage(4));
    line.newest.receive(tally(3));
    line.newest.receive(stage(5));
    line.newest.receive(stage(6));
    expect(line.frames.map((frame) => "seq" in frame && frame.seq)).toEqual([1, 5, 5, 6]);
  });

  it("takes a new run, whose count begins anew, and nothing of the one before", () => {
    const line = openLine();
    line.newest.receive(stage(50));
    line.newest.receive(stage(1, 2));
    line.newest.receive(tally(51));
    expect(line.frames.map((frame) => "run" in frame && frame.run)).toEqual([1, 1, 2]);
  });

  it("takes the first frame of a new connection whatever its number", () => {
    const line = openLine();
    line.newest.receive(stage(50));
    line.newest.fail(1012);
    vi.advanceTimersByTime(600);
    line.newest.accept();
    line.newest.receive(stage(2));
    expect(line.frames).toHaveLength(3);
  });

  it("passes over what is no frame", () => {
    const line = openLine();
    for (const data of ["pong", "", "{", "null", "[]", "7", '{"seq":3}']) line.newest.receive(data);
    expect(line.frames).toHaveLength(1);
    expect(line.lines).toEqual(["open"]);
  });

  it("confirms what it has read, once for each 32 KiB", () => {
    const line = openLine();
    const large = { ...tally(2), tally: { counts: { filler: 1, ["x".repeat(20 * 1024)]: 1 }, answered: 0 } };
    line.newest.receive(large);
    expect(line.newest.frames()).toEqual([]);
    line.newest.receive({ ...large, seq: 3 });
    expect(line.newest.frames()).toEqual([{ type: "got", seq: 3 }]);
    line.newest.receive({ ...large, seq: 4 });
    line.newest.receive({ ...large, seq: 5 });
    expect(line.newest.frames().at(-1)).toEqual({ type: "got", seq: 5 });
  });
});

describe("sending", () => {
  it("says whether there was a line to send on", () => {
    const line = new FakeLine();
    const frame = { type: "answer", ref: "r", question: "q", answer: null } as const;
    expect(line.connection.send(frame)).toBe(false);
    line.newest.accept();
    expect(line.connection.send(frame)).toBe(true);
    expect(line.newest.frames()).toEqual([frame]);
    line.newest.fail(1006);
    expect(line.connection.send(frame)).toBe(false);
  });

  it("ends for good when closed", () => {
    const line = openLine();
    line.connection.close();
    vi.advanceTimersByTime(60_000);
    line.wake("online");
    expect(line.sockets).toHaveLength(1);
    expect(line.newest.isClosed).toBe(true);
  });
});
