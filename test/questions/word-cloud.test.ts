import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Cloud, updateCloud } from "../../worker/questions/words/cloud/layout.ts";
import { pictureOf } from "../../worker/questions/words/cloud/picture.ts";
import { area, type CloudWord, smallestSize } from "../../worker/questions/words/cloud/sizes.ts";
import { floodUpdates, recordedUpdates, recordings } from "../support/recorded-words.ts";

const tiny = 1e-6;

const wordsOf = (...texts: string[]): CloudWord[] => texts.map((word) => ({ key: word, word, count: 1 }));

function overlaps({ placed }: Cloud): string[] {
  return placed.flatMap((a, i) =>
    placed
      .slice(i + 1)
      .filter((b) => Math.abs(a.x - b.x) < (a.width + b.width) / 2 - tiny)
      .filter((b) => Math.abs(a.y - b.y) < (a.height + b.height) / 2 - tiny)
      .map((b) => `${a.word} and ${b.word}`),
  );
}

function outside({ placed }: Cloud): string[] {
  return placed
    .filter(
      ({ x, y, width, height }) =>
        x - width / 2 < -tiny ||
        y - height / 2 < -tiny ||
        x + width / 2 > area.width + tiny ||
        y + height / 2 > area.height + tiny,
    )
    .map(({ word }) => word);
}

/** Everything that must never happen, over all updates. */
function troublesOf(updates: Iterable<CloudWord[]>) {
  const troubles = {
    overlap: [] as string[],
    outside: [] as string[],
    moved: [] as string[],
    recoloured: [] as string[],
    topMissing: [] as string[],
    uncounted: [] as number[],
    tooSmall: [] as string[],
    disproportionate: [] as string[],
  };
  let cloud: Cloud | undefined;
  for (const words of updates) {
    const before = new Map(cloud?.placed.map((word) => [word.key, word]));
    cloud = updateCloud(cloud, words);
    troubles.overlap.push(...overlaps(cloud));
    troubles.outside.push(...outside(cloud));
    for (const now of cloud.placed) {
      const was = before.get(now.key);
      if (was?.count === now.count && (was.x !== now.x || was.y !== now.y)) troubles.moved.push(now.word);
      if (was !== undefined && was.colour !== now.colour) troubles.recoloured.push(now.word);
    }
    const shown = new Map(cloud.placed.map((word) => [word.key, word]));
    // Of words that share the twentieth place by count, those may be there that were there before.
    const top = words.slice(0, 20).filter(({ count }) => count > (words[20]?.count ?? 0));
    if (cloud.placed.length < Math.min(20, words.length)) troubles.topMissing.push(`of ${words.length}`);
    troubles.topMissing.push(...top.filter(({ key }) => !shown.has(key)).map(({ word }) => word));
    if (cloud.placed.length + cloud.rest !== words.length) troubles.uncounted.push(words.length);
    const short = cloud.placed.filter(({ word }) => [...word].length <= 20);
    troubles.tooSmall.push(...short.filter(({ size }) => size < smallestSize - tiny).map(({ word }) => word));
    const sizes = words.flatMap(({ key }) => shown.get(key) ?? []).filter(({ word }) => [...word].length <= 20);
    sizes.forEach(({ size, word }, i) => {
      const larger = sizes[i + 1];
      if (larger !== undefined && larger.size > size * 1.13) troubles.disproportionate.push(`${word} ${larger.word}`);
    });
  }
  return troubles;
}

const none = {
  overlap: [],
  outside: [],
  moved: [],
  recoloured: [],
  topMissing: [],
  uncounted: [],
  tooSmall: [],
  disproportionate: [],
};

describe("over 200 updates nothing overlaps or is cut off, no word that has not grown moves, the top twenty are there", () => {
  test.each(recordings)("with %i recorded words", (distinct) => {
    expect(troublesOf(recordedUpdates(distinct))).toEqual(none);
  });

  test("with ten new words in each, in many scripts and up to forty letters long", () => {
    expect(troublesOf(floodUpdates(200, 10))).toEqual(none);
  });

  test("with 5,000 at once, and then more", () => {
    expect(troublesOf(floodUpdates(50, 10, 5000))).toEqual(none);
  });
});

test("the same again changes nothing, whatever came before", () => {
  const given = fc.array(fc.record({ word: fc.string({ minLength: 1, maxLength: 12 }), count: fc.nat(30) }), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(fc.array(given, { minLength: 1, maxLength: 5 }), (updates) => {
      let cloud: Cloud | undefined;
      for (const update of updates) {
        const words = [
          ...new Map(update.map(({ word, count }) => [word, { key: word, word, count: count + 1 }])).values(),
        ];
        words.sort((a, b) => b.count - a.count);
        cloud = updateCloud(cloud, words);
        expect(updateCloud(cloud, words)).toBe(cloud);
        expect(overlaps(cloud)).toEqual([]);
        expect(outside(cloud)).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});

test("what was kept as JSON goes on as if it had stayed", () => {
  let kept: Cloud | undefined;
  let restored: Cloud | undefined;
  for (const words of recordedUpdates(70)) {
    kept = updateCloud(kept, words);
    restored = JSON.parse(JSON.stringify(updateCloud(restored, words)));
  }
  expect(restored).toEqual(kept);
});

test("a single word is as large as the picture allows, in the middle", () => {
  const [word] = updateCloud(undefined, wordsOf("tillit")).placed;
  expect(word).toMatchObject({ x: area.width / 2, y: area.height / 2 });
  expect(word?.size).toBeGreaterThan(200);
});

test("the largest always fits, however long it is", () => {
  const cloud = updateCloud(undefined, [{ key: "w", word: "W".repeat(40), count: 50 }, ...wordsOf("kort", "ord")]);
  expect(cloud.placed).toHaveLength(3);
  expect(outside(cloud)).toEqual([]);
});

test("a word keeps its place while its most frequent spelling changes", () => {
  const before = updateCloud(undefined, [{ key: "samverkan", word: "samverkan", count: 2 }]);
  const after = updateCloud(before, [{ key: "samverkan", word: "Samverkan", count: 3 }]);
  expect(after.placed[0]).toMatchObject({ word: "Samverkan", x: before.placed[0]?.x, y: before.placed[0]?.y });
});

test("a hundred words of forty letters: twenty at least are there, none overlaps, the rest is counted", () => {
  const words = Array.from({ length: 100 }, (_, i) => {
    const word = String(i).padEnd(40, "w");
    return { key: word, word, count: 100 - i };
  });
  const cloud = updateCloud(undefined, words);
  expect(overlaps(cloud)).toEqual([]);
  expect(outside(cloud)).toEqual([]);
  const shown = new Set(cloud.placed.map(({ key }) => key));
  expect(words.slice(0, 20).filter(({ key }) => !shown.has(key))).toEqual([]);
  expect(cloud.rest).toBe(100 - cloud.placed.length);
});

test("a hidden word is gone, and the others stay", () => {
  const before = updateCloud(undefined, wordsOf("samverkan", "möten", "höra"));
  const after = updateCloud(before, wordsOf("möten", "höra"));
  expect(after.placed.map(({ word }) => word).sort()).toEqual(["höra", "möten"]);
  for (const { key, x, y } of after.placed) expect(before.placed.find((w) => w.key === key)).toMatchObject({ x, y });
});

test("words that are named as what every object has are words", () => {
  const names = ["constructor", "__proto__", "toString"];
  const cloud = updateCloud(updateCloud(undefined, wordsOf(...names)), wordsOf(...names, "samverkan"));
  expect(cloud.placed.map(({ word }) => word).sort()).toEqual([...names, "samverkan"].sort());
});

test("a picture holds no more than screens need", () => {
  expect(pictureOf(updateCloud(undefined, wordsOf("ja", "nej")))).toEqual({
    width: 1400,
    height: 700,
    rest: 0,
    words: [
      { word: "ja", x: 700, y: 350, size: expect.any(Number), width: expect.any(Number), colour: expect.any(Number) },
      expect.objectContaining({ word: "nej" }),
    ],
  });
  expect(updateCloud(undefined, [])).toMatchObject({ placed: [], rest: 0 });
});
