import { expect, test, vi } from "vitest";
import { healthOf } from "../../../web/present/health.ts";
import { measured } from "../../../web/present/measured-socket.ts";
import { beginning } from "../../../web/present/presentation.ts";

const well = { ...beginning, line: "open" as const, joined: 104, present: 101, ackP95: 12, roundTrips: [20, 30, 40] };

test("says who is connected and who is away, and how long things take", () => {
  expect(healthOf(well)).toEqual({ level: "good", present: 101, away: 3, ackP95: 12, roundTripP95: 40 });
  expect(healthOf({ ...well, ackP95: null, roundTrips: [] })).toMatchObject({ ackP95: null, roundTripP95: null });
  // A close that has not been noticed yet can make more present than have joined.
  expect(healthOf({ ...well, present: 105 }).away).toBe(0);
});

test("a second of delay is slow, and no line is down", () => {
  expect(healthOf({ ...well, ackP95: 1001 }).level).toBe("slow");
  expect(healthOf({ ...well, roundTrips: [20, 1200] }).level).toBe("slow");
  expect(healthOf({ ...well, roundTrips: [...Array.from({ length: 39 }, () => 20), 5000] }).level).toBe("good");
  expect(healthOf({ ...well, line: "lost", ackP95: 1001 }).level).toBe("down");
});

test("a socket's round trips are measured one by one, also those that the line asks for itself", () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
  const sent: unknown[] = [];
  const trips: number[] = [];
  const events = new EventTarget();
  const socket = measured(
    {
      readyState: 1,
      send: (data: unknown) => void sent.push(data),
      addEventListener: events.addEventListener.bind(events),
    },
    { onHeard: () => undefined, onRoundTrip: (ms) => trips.push(ms) },
  );
  const answer = (data: string) => events.dispatchEvent(Object.assign(new Event("message"), { data }));
  events.dispatchEvent(new Event("open"));
  vi.advanceTimersByTime(30);
  socket.send("ping");
  vi.advanceTimersByTime(10);
  answer("pong");
  answer('{"type":"stage"}');
  vi.advanceTimersByTime(5);
  answer("pong");
  answer("pong");
  expect(trips).toEqual([40, 15]);
  vi.advanceTimersByTime(5000);
  expect(sent).toEqual(["ping", "ping", "ping"]);
  events.dispatchEvent(new Event("close"));
  vi.advanceTimersByTime(60_000);
  expect(sent).toHaveLength(3);
  vi.useRealTimers();
});
