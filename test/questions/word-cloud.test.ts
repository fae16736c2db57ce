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
    moved: [] as { update: number; word: string }[],
    recoloured: [] as string[],
    topMissing: [] as string[],
    uncounted: [] as number[],
    tooSmall: [] as string[],
    disproportionate: [] as string[],
  };
  let cloud: Cloud | undefined;
  let update = 0;
  for (const words of updates) {
    update += 1;
    const before = new Map(cloud?.placed.map((word) => [word.key, word]));
    cloud = updateCloud(cloud, words);
    troubles.overlap.push(...overlaps(cloud));
    troubles.outside.push(...outside(cloud));
    for (const now of cloud.placed) {
      const was = before.get(now.key);
      if (was?.count === now.count && (was.x !== now.x || was.y !== now.y)) {
        troubles.moved.push({ update, word: now.word });
      }
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

/** Three answers an update out of sixty words, some of them far more often than others. */
function* longUpdates(wordOf: (n: number) => string): Generator<CloudWord[]> {
  const counts = new Map<string, number>();
  let seed = 7;
  const random = () => {
    seed = (seed * 1664525 + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  for (let update = 0; update < 100; update++) {
    for (let answer = 0; answer < 3; answer++) {
      const word = wordOf(Math.floor(60 * random() ** 2));
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    yield [...counts]
      .map(([word, count]) => ({ key: word, word, count }))
      .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
  }
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

  test.each([
    ["W", (n: number) => String(n).padEnd(40, "W")],
    ["a", (n: number) => String(n).padEnd(40, "a")],
    ["协", (n: number) => String.fromCodePoint(0x4e00 + n).repeat(40)],
    ["emoji", (n: number) => String.fromCodePoint(0x1f600 + n).repeat(40)],
  ])("with three answers in each, of words of forty letters such as %s", (_, wordOf) => {
    const { moved, ...others } = troublesOf(longUpdates(wordOf));
    expect({ ...others, moved: [] }).toEqual(none);
    // Once they fill the picture from edge to edge they may be laid out anew, and stay so.
    expect(new Set(moved.map(({ update }) => update)).size).toBeLessThanOrEqual(1);
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

test("where long words lie so that no top word finds room between them, all is laid out anew", () => {
  const words = Array.from({ length: 22 }, (_, i) => {
    const word = String(i).padEnd(40, "W");
    return { key: word, word, count: 1 };
  });
  const spaced = updateCloud(undefined, words.slice(0, 15)).placed.map((word, i) => ({
    ...word,
    x: area.width / 2,
    y: 23 + i * 46,
    width: 1300,
    height: smallestSize * 1.2,
    size: smallestSize,
  }));
  const cloud = updateCloud({ step: 0, placed: spaced, rest: 0, gaveWay: {}, seal: 0 }, words);
  expect(overlaps(cloud)).toEqual([]);
  expect(outside(cloud)).toEqual([]);
  const shown = new Set(cloud.placed.map(({ key }) => key));
  expect(words.slice(0, 20).filter(({ key }) => !shown.has(key))).toEqual([]);
  expect(Math.min(...cloud.placed.map(({ size }) => size))).toBeGreaterThanOrEqual(smallestSize);
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
