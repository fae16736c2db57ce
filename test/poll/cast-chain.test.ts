import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { ballotDigest, cleared, emptyChain, extended, headAfter, seal } from "../../worker/poll/cast-chain.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const cast = (attendee: string, option: string, key = "colour") => ({
  key,
  attendee,
  answer: JSON.stringify({ choices: [option] }),
  at: Date.UTC(2026, 10, 24, 17, 0, 0, 7),
});
const salts = () => {
  let next = 0;
  return () => `salt${next++}`;
};
const nobodyBefore = () => undefined;

test("a chain begins with its poll, run and shard, and each entry takes in the one before", () => {
  const start = emptyChain("poll", 2, 3);
  expect(start).toEqual({ casts: 0, head: sha256("handupp\npoll\n2\n3") });
  const { chain, sealed } = seal(start, [cast("anna", "red"), cast("bo", "blå")], nobodyBefore, salts());
  const first = sha256('colour\nanna\n{"choices":["red"]}\n2026-11-24T17:00:00.007Z\nsalt0');
  const second = sha256('colour\nbo\n{"choices":["blå"]}\n2026-11-24T17:00:00.007Z\nsalt1');
  expect(sealed.map(({ digest }) => digest)).toEqual([first, second]);
  const afterFirst = sha256(`${start.head}\n1\ncolour~1.0\n\n${first}`);
  expect(chain).toEqual({ casts: 2, head: sha256(`${afterFirst}\n2\ncolour~1.0\n\n${second}`) });
});

test("a change names what it takes the place of, on disk or in the same group", () => {
  const group = [cast("anna", "red"), cast("bo", "red"), cast("anna", "blue"), cast("anna", "red", "colour~2.0")];
  const onDisk = (key: string, attendee: string) => (key === "colour" && attendee === "bo" ? 4 : undefined);
  const { sealed } = seal({ casts: 6, head: "" }, group, onDisk, salts());
  expect(sealed.map(({ number, replaces }) => [number, replaces])).toEqual([
    [7, null],
    [8, 4],
    [9, 7],
    [10, null],
  ]);
});

test("groups make the same chain, however the casts fall into them", () => {
  const group = [cast("anna", "red"), cast("bo", "red"), cast("cia", "blue")];
  const start = emptyChain("poll", 1, 0);
  const newSalt = salts();
  const together = seal(start, group, nobodyBefore, salts()).chain;
  const apart = group.reduce((chain, one) => seal(chain, [one], nobodyBefore, newSalt).chain, start);
  expect(apart).toEqual(together);
});

test("a clearing is an entry of its own", () => {
  const entry = { number: 1, asking: "colour~1.0", replaces: null, digest: cleared };
  const start = emptyChain("poll", 1, 0);
  expect(extended(start, entry)).toEqual({ casts: 1, head: headAfter(start.head, entry) });
});

test.each(["question", "attendee", "answer", "castAt", "salt"] as const)("the digest holds the %s", (field) => {
  const ballot = { question: "q", attendee: "a", answer: "null", castAt: "2026-11-24T17:00:00.000Z", salt: "s" };
  expect(ballotDigest({ ...ballot, [field]: "another" })).not.toBe(ballotDigest(ballot));
});
