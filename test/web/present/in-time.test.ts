import { expect, test } from "vitest";
import { Problem } from "../../../web/connection/api.ts";
import { inTime } from "../../../web/present/in-time.ts";

const hour = 3_600_000;

/** A service whose clock is `behind` this one, milliseconds, and what it was asked and has done. */
function serviceWith(behind: number) {
  const asked: string[] = [];
  const clock = {
    known: 0,
    ahead: () => clock.known,
    learn(ahead: number) {
      clock.known = ahead;
    },
  };
  const call = async (until: string) => {
    asked.push(until);
    const now = Date.now() - behind;
    if (now > Date.parse(until)) throw new Problem(409, "late", [], new Date(now).toISOString());
    return "done";
  };
  return { asked, clock, call };
}

test.each([-hour, 0, hour])(
  "a command in time is carried out, however far the clocks are apart: %d ms",
  async (behind) => {
    const { call, clock } = serviceWith(behind);
    const wanted = () => inTime(call, Date.now() + 4000, AbortSignal.timeout(4000), clock);
    expect(await wanted()).toBe("done");
    expect(await wanted()).toBe("done");
  },
);

test("what a clock is set by is asked once, not each time", async () => {
  const { call, clock, asked } = serviceWith(-hour);
  for (let n = 0; n < 3; n++) await inTime(call, Date.now() + 4000, AbortSignal.timeout(4000), clock);
  expect(asked).toHaveLength(4);
  expect(clock.known).toBeLessThanOrEqual(-hour + 1000);
});

test("given up, it is not asked for again", async () => {
  const { call, clock, asked } = serviceWith(0);
  await expect(inTime(call, Date.now() - 1, AbortSignal.abort(), clock)).rejects.toThrow("late");
  expect(asked).toHaveLength(1);
});

test("any other refusal is that", async () => {
  const { clock } = serviceWith(0);
  const refused = () => Promise.reject(new Problem(409, "closed", []));
  await expect(inTime(refused, Date.now() + 4000, AbortSignal.timeout(4000), clock)).rejects.toThrow("closed");
});
