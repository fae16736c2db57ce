import fc from "fast-check";
import { expect, test } from "vitest";
import { placeOf, readEntry, writeEntry } from "../../worker/store/cast-entry.ts";

const word = fc.stringMatching(/^[A-Za-z0-9_~.-]{0,32}$/);

test("an entry is read as it was written, whatever its ref is", () => {
  const entries = fc.record({
    attendee: word,
    key: word,
    replaces: fc.option(fc.nat()),
    digest: word,
    ref: fc.string({ maxLength: 64 }),
  });
  fc.assert(
    fc.property(entries, (entry) => {
      expect(readEntry(writeEntry(entry))).toEqual({ ...entry });
    }),
  );
});

test("places grow within a run and never reach the next, rehearsals included", () => {
  for (const run of [-3, -1, 0, 1, 7]) {
    expect(placeOf(run, 2)).toBe(placeOf(run, 1) + 1);
    expect(placeOf(run, 4_000_000_000)).toBeLessThan(placeOf(run + 1, 0));
  }
});
