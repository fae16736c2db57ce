import { expect, test } from "vitest";
import { placeLabels } from "../../../web/charts/bar-labels.ts";
import { fitLines, wrapLines } from "../../../web/charts/fit-lines.ts";

const tenEach = (text: string) => [...text].length * 10;
const halfEm = (text: string, size: number) => [...text].length * size * 0.5;

test("words are kept whole", () => {
  expect(wrapLines("Kunddialog och marknadsföring", 160, tenEach)).toEqual(["Kunddialog och", "marknadsföring"]);
});

test("a word longer than the line is broken between letters", () => {
  expect(wrapLines("åäöåäö", 40, tenEach)).toEqual(["åäöå", "äö"]);
});

test("what does not fit ends with an ellipsis inside the line", () => {
  const lines = fitLines("ett två tre fyra fem sex", 80, 2, tenEach);
  expect(lines).toEqual(["ett två", "tre fyr…"]);
  expect(Math.max(...lines.map(tenEach))).toBeLessThanOrEqual(80);
});

test("few options have their label above the bar, many beside it; never smaller than asked while there is room", () => {
  const few = placeLabels(["Ja", "Nej"], { width: 1700, height: 700 }, 24, halfEm);
  expect(few).toMatchObject({ place: "above", lines: [["Ja"], ["Nej"]] });
  expect(few.size).toBeGreaterThanOrEqual(24);
  const many = placeLabels(
    Array.from({ length: 20 }, (_, i) => `Alternativ ${i}`),
    { width: 1700, height: 700 },
    24,
    halfEm,
  );
  expect(many).toMatchObject({ place: "beside", size: 24 });
});

test("twenty options of 200 letters are cut to their column", () => {
  const labels = Array.from({ length: 20 }, () => "ord ".repeat(50).trim());
  const { lines, column } = placeLabels(labels, { width: 1700, height: 700 }, 24, halfEm);
  for (const line of lines.flat()) expect(halfEm(line, 24)).toBeLessThan(column);
});
