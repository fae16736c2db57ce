import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sha256, sha256Hex } from "../../worker/shared/sha256.ts";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

test("is the digest that the platform makes of the same UTF-16", () => {
  const text = fc.string({ unit: "binary", maxLength: 200 });
  fc.assert(
    fc.property(text, (given) => {
      const bytes = Buffer.from(given, "utf16le").swap16();
      expect(hex(sha256(given))).toBe(createHash("sha256").update(bytes).digest("hex"));
    }),
  );
});

test.each([0, 27, 28, 31, 32, 59, 60, 64, 5000])("is right for %d characters, where blocks begin and end", (length) => {
  const given = "å".repeat(length);
  const expected = createHash("sha256").update(Buffer.from(given, "utf16le").swap16()).digest("hex");
  expect(hex(sha256(given))).toBe(expected);
});

test("in hexadecimal digits it is the digest that sha256sum makes of the same UTF-8", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (given) => {
      expect(sha256Hex(given)).toBe(createHash("sha256").update(given, "utf8").digest("hex"));
    }),
  );
  const long = `å😀${"x".repeat(5000)}\ud800`;
  expect(sha256Hex(long)).toBe(createHash("sha256").update(long, "utf8").digest("hex"));
  expect(sha256Hex("")).toBe(createHash("sha256").update("").digest("hex"));
});
