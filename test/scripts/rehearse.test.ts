import { afterEach, describe, expect, test, vi } from "vitest";
import { presenterOf } from "../../scripts/rehearse/presenter.ts";
import { percentile, progressLine, summary } from "../../scripts/rehearse/progress.ts";
import { readWishes } from "../../scripts/rehearse/wishes.ts";

describe("what is wished for", () => {
  test("a code alone, in groups or not, is answered by thirty at the local service", () => {
    const wishes = { origin: "http://localhost:8787", poll: { code: "482913" }, attendees: 30, paceMs: 20_000 };
    expect(readWishes(["482913"])).toMatchObject(wishes);
    expect(readWishes(["482", "913"])).toMatchObject(wishes);
  });

  test("options", () => {
    const args = ["482913", "--attendees", "200", "--language", "sv", "--pace", "5", "--url", "https://x.example/"];
    expect(readWishes(args)).toEqual({
      origin: "https://x.example",
      poll: { code: "482913" },
      attendees: 200,
      language: "sv",
      paceMs: 5000,
    });
  });

  test("the presenter's link says where the poll is, too", () => {
    expect(readWishes(["https://x.example/present/abc-1?lang=sv#key=k-1"])).toMatchObject({
      origin: "https://x.example",
      poll: { id: "abc-1", key: "k-1" },
    });
  });

  test.each([
    [[], /Give its code/],
    [["hej"], /is no code/],
    [["https://x.example/organise/abc#key=k"], /not a presenter's link/],
    [["https://x.example/present/abc"], /not a presenter's link/],
    [["482913", "--attendees", "0"], /--attendees takes a number from 1/],
    [["482913", "--attendees", "2.5"], /--attendees/],
    [["482913", "--pace", "soon"], /--pace/],
    [["482913", "--url", "localhost:8787"], /--url takes an address/],
    [["482913", "--language", "de"], /--language takes sv or en/],
    [["482913", "--loud"], /npm run rehearse/],
  ])("%j is refused in plain words", (args, words) => {
    expect(() => readWishes(args)).toThrow(words);
  });
});

const figures = { joined: 200, question: "Vilken temagrupp gav dig mest?", answered: 132, acked: 140, refused: 0 };

test("the line fits the terminal, whatever the question", () => {
  expect(progressLine(figures, 200, [10, 20, 30], 120)).toMatch(
    /█░.* 132 of 200 have answered .* p50 20 ms, p95 30 ms .*Vilken/,
  );
  const long = { ...figures, question: "Å".repeat(500) };
  for (const columns of [20, 60, 90, 200])
    expect(progressLine(long, 200, [1], columns).length).toBeLessThanOrEqual(columns);
});

test("in the lobby it says how many have come", () => {
  expect(progressLine({ ...figures, question: null, joined: 50 }, 200, [], 80)).toContain("50 of 200 have joined");
});

test("the summary says how many were acked, how soon, and what was refused", () => {
  expect(summary(figures, [4, 1])).toBe(
    "200 attendees joined; 140 answers were acked.\nFrom sending to ack: p50 1 ms, p95 4 ms.",
  );
  expect(summary({ ...figures, refused: 2 }, [])).toContain("2 were refused");
});

test("percentiles are of what was measured", () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect([percentile(hundred, 0.5), percentile(hundred, 0.95), percentile([7], 0.95)]).toEqual([50, 95, 7]);
});

describe("the rehearsal that the presenter's link begins and ends", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  /** `answers`: status and body by method and what follows the poll's address. */
  function presenterWith(answers: Record<string, [status: number, body: unknown]>) {
    vi.stubGlobal("fetch", async (url: string, { method }: { method: string }) => {
      const [status, body] = answers[`${method} ${url.replace("https://x.example/api/polls/p", "")}`] ?? [404, {}];
      return Response.json(body, { status });
    });
    return presenterOf("https://x.example", "p", "k");
  }

  test("one that is on already is found out from the results, not from words", async () => {
    const refused: [number, unknown] = [409, { detail: "In other words." }];
    const on = presenterWith({ "POST /rehearsal": refused, "GET /results.json": [200, { rehearsal: true }] });
    expect(await on.begin()).toBe(false);
    const live = presenterWith({ "POST /rehearsal": refused, "GET /results.json": [200, {}] });
    await expect(live.begin()).rejects.toThrow("In other words.");
  });

  test("an end that failed is told, one that somebody else made is an end", async () => {
    const answering = (status: number) => presenterWith({ "DELETE /rehearsal": [status, { detail: "Not now." }] });
    await expect(answering(503).end()).rejects.toThrow("Not now.");
    await answering(200).end();
    await answering(409).end();
  });
});
