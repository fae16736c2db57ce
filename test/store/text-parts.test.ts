import fc from "fast-check";
import { expect, test } from "vitest";
import { splitText } from "../../worker/store/text-parts.ts";

test("parts joined are the text, and each fits into a row", () => {
  const text = `${"å".repeat(499_999)}😀${"x".repeat(700_000)}`;
  const parts = splitText(text);
  expect(parts.join("")).toBe(text);
  expect(parts.length).toBe(3);
  for (const part of parts) expect(part.isWellFormed()).toBe(true);
});

test("short texts are one part", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(splitText(text)).toEqual([text]);
    }),
  );
});
