import { describe, expect, test } from "vitest";
import { areaFor } from "../../../web/charts/cloud/areas.ts";
import { type Cloud, updateCloud } from "../../../web/charts/cloud/layout.ts";
import type { CloudWord } from "../../../web/charts/cloud/sizes.ts";

const area = areaFor({ width: 1800, height: 700 });
const measure = (text: string) => [...text].length * 0.55;

/** Numbers from 0 to 1, the same each time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** `distinct` words as Swedish letters make them, few of them frequent, over `updates` updates of three votes each. */
function* votes(distinct: number, updates: number): Generator<CloudWord[]> {
  const random = randomFrom(distinct);
  const letters = "aeinrstldokgmvfuphåäöbcy";
  const vocabulary = Array.from({ length: distinct }, (_, i) => {
    const length = 3 + Math.floor(random() * 11);
    return Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join("") + i;
  });
  const counts = new Map<string, number>();
  for (let update = 0; update < updates; update++) {
    for (let vote = 0; vote < 3; vote++) {
      const word = vocabulary[Math.floor(distinct * random() ** 2.5)] ?? "ord";
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    yield byCount([...counts].map(([word, count]) => ({ key: word, word, count })));
  }
}

function byCount(words: CloudWord[]): CloudWord[] {
  return words.sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}

function overlaps({ placed }: Cloud): string[] {
  return placed.flatMap((a, i) =>
    placed
      .slice(i + 1)
      .filter((b) => Math.abs(a.x - b.x) < (a.width + b.width) / 2 - 1e-6)
      .filter((b) => Math.abs(a.y - b.y) < (a.height + b.height) / 2 - 1e-6)
      .map((b) => `${a.word} and ${b.word}`),
  );
}

function outside({ placed }: Cloud): string[] {
  return placed
    .filter(
      ({ x, y, width, height }) =>
        x - width / 2 < -1e-6 ||
        y - height / 2 < -1e-6 ||
        x + width / 2 > area.width + 1e-6 ||
        y + height / 2 > area.height + 1e-6,
    )
    .map(({ word }) => word);
}

describe.each([5, 30, 60, 100, 150, 400])("a cloud of up to %i words over 200 updates", (distinct) => {
  const times: number[] = [];
  const problems = {
    overlap: [] as string[],
    outside: [] as string[],
    moved: [] as string[],
    recoloured: [] as string[],
  };
  const missing: string[] = [];
  let cloud: Cloud | undefined;
  let last: CloudWord[] = [];
  for (const words of votes(distinct, 200)) {
    const before = new Map(cloud?.placed.map((word) => [word.key, word]));
    const previous = cloud;
    // The shortest of three: the layout is pure, and what makes one slower is the machine's other work.
    const runs = [1, 2, 3].map(() => {
      const start = performance.now();
      cloud = updateCloud(previous, words, area, measure);
      return performance.now() - start;
    });
    times.push(Math.min(...runs));
    if (cloud === undefined) continue;
    problems.overlap.push(...overlaps(cloud));
    problems.outside.push(...outside(cloud));
    for (const now of cloud.placed) {
      const was = before.get(now.key);
      if (was?.count === now.count && (was.x !== now.x || was.y !== now.y)) problems.moved.push(now.word);
      if (was !== undefined && was.colour !== now.colour) problems.recoloured.push(now.word);
    }
    const shown = new Set(cloud.placed.map(({ key }) => key));
    missing.push(...words.slice(0, 20).flatMap(({ key }) => (shown.has(key) ? [] : [key])));
    last = words;
  }
  times.sort((a, b) => a - b);
  const at = (part: number) => times[Math.floor(times.length * part)]?.toFixed(2);
  console.info(
    `cloud of ${distinct}: ms per update p50 ${at(0.5)}, p99 ${at(0.99)}, longest ${times.at(-1)?.toFixed(2)}`,
  );

  test("nothing overlaps, and nothing is cut off", () => {
    expect(problems.overlap).toEqual([]);
    expect(problems.outside).toEqual([]);
  });

  test("a word that has not grown stays where it is, in its colour", () => {
    expect(problems.moved).toEqual([]);
    expect(problems.recoloured).toEqual([]);
  });

  test("the twenty most frequent are always there", () => expect(missing).toEqual([]));

  test("what is not there is counted", () => {
    expect((cloud?.placed.length ?? 0) + (cloud?.rest ?? 0)).toBe(last.length);
  });

  test("a more frequent word is never the smaller one by more than a step", () => {
    const sizes = byCount([...(cloud?.placed ?? [])]).map(
      ({ key }) => cloud?.placed.find((w) => w.key === key)?.size ?? 0,
    );
    sizes.forEach((size, i) => {
      for (const smaller of sizes.slice(i + 1)) expect(smaller).toBeLessThanOrEqual(size * 1.13);
    });
  });
});

test("the same votes give the same picture", () => {
  const run = () => {
    let cloud: Cloud | undefined;
    for (const words of votes(80, 60)) cloud = updateCloud(cloud, words, area, measure);
    return cloud;
  };
  expect(run()).toEqual(run());
});

test("a word keeps its place while its most frequent spelling changes", () => {
  const before = updateCloud(undefined, [{ key: "samverkan", word: "samverkan", count: 2 }], area, measure);
  const after = updateCloud(before, [{ key: "samverkan", word: "Samverkan", count: 3 }], area, measure);
  expect(after.placed[0]).toMatchObject({ word: "Samverkan", x: before.placed[0]?.x, y: before.placed[0]?.y });
});

test("a hundred words of forty letters: twenty at least are there, none overlaps, the rest is counted", () => {
  const words = Array.from({ length: 100 }, (_, i) => {
    const word = String(i).padEnd(40, "w");
    return { key: word, word, count: 100 - i };
  });
  const cloud = updateCloud(undefined, words, area, (text) => text.length * 0.8);
  expect(overlaps(cloud)).toEqual([]);
  expect(outside(cloud)).toEqual([]);
  const shown = new Set(cloud.placed.map(({ key }) => key));
  expect(words.slice(0, 20).filter(({ key }) => !shown.has(key))).toEqual([]);
  expect(cloud.rest).toBe(100 - cloud.placed.length);
});

test("a hidden word is gone, and the others stay", () => {
  const words = ["samverkan", "möten", "höra"].map((word) => ({ key: word, word, count: 1 }));
  const before = updateCloud(undefined, words, area, measure);
  const after = updateCloud(before, words.slice(1), area, measure);
  expect(after.placed.map(({ word }) => word).sort()).toEqual(["höra", "möten"]);
  for (const { key, x, y } of after.placed) expect(before.placed.find((w) => w.key === key)).toMatchObject({ x, y });
});

test("no words, no picture", () => {
  expect(updateCloud(undefined, [], area, measure)).toMatchObject({ placed: [], rest: 0 });
});
