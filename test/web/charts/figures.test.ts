import { describe, expect, test } from "vitest";
import { formatCount, formatMean, formatPercent, leadingNames, shareOf } from "../../../web/charts/figures.ts";

const space = "\u00a0";

describe("percent", () => {
  test.each([
    [0, 62, `0${space}%`],
    [14, 62, `23${space}%`],
    [31, 62, `50${space}%`],
    [62, 62, `100${space}%`],
    [1, 3, `33${space}%`],
    [1, 1000, `0,1${space}%`],
    [1, 50_000, `0,1${space}%`],
    [999, 1000, `99,9${space}%`],
    [0, 0, `0${space}%`],
  ])("%i of %i", (count, answered, text) => {
    expect(formatPercent(shareOf(count, answered), "sv")).toBe(text);
  });

  test("in English", () => expect(formatPercent(0.5, "en")).toBe("50%"));
});

test("means have their decimal, and a dash where there is none", () => {
  expect(formatMean(4, "sv")).toBe("4,0");
  expect(formatMean(3.456, "en", 2)).toBe("3.46");
  expect(formatMean(null, "sv")).toBe("–");
});

test("counts are grouped as the language does", () => {
  expect(formatCount(50_000, "sv")).toBe(`50${space}000`);
  expect(formatCount(50_000, "en")).toBe("50,000");
});

test("all that share the first place are named, up to three", () => {
  const items = ["a", "b", "c", "d"].map((name) => ({ name, value: 2 }));
  expect(leadingNames(items.slice(0, 2), "sv")).toEqual({ names: "a och b", value: 2 });
  expect(leadingNames([...items.slice(0, 1), { name: "e", value: 1 }], "sv")).toEqual({ names: "a", value: 2 });
  expect(leadingNames(items, "en")?.names).toBe("a, b, c, and …");
  expect(leadingNames([], "sv")).toBeUndefined();
});
