import { expect, test } from "vitest";
import { isOlder } from "../../../web/connection/frame-order.ts";

test.each<[string, boolean, [run: number, seq: number], [run: number, seq: number]]>([
  ["an earlier frame of the run", true, [1, 3], [1, 4]],
  ["the same frame again", false, [1, 4], [1, 4]],
  ["a new run, whatever its count", false, [2, 1], [1, 90]],
  ["the run before, whatever its count", true, [1, 99], [2, 1]],
  ["a rehearsal that begins", false, [-1, 5], [1, 4]],
  ["what a rehearsal said before it ended", true, [-1, 5], [1, 6]],
  ["the draft after a rehearsal", false, [1, 6], [-1, 5]],
  ["a rehearsal on a new line", false, [-1, 5], [0, 0]],
])("%s", (_name, older, frame, known) => {
  const [a, b] = [frame, known].map(([run, seq]) => ({ run, seq }));
  expect(a && b && isOlder(a, b)).toBe(older);
});
