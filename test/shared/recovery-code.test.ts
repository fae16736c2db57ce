import fc from "fast-check";
import { expect, test } from "vitest";
import { newRecoveryCode, parseRecoveryCode } from "../../worker/shared/recovery-code.ts";

test("a code is read however it is typed, and has the same one spelling", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (bytes) => {
      const code = newRecoveryCode(() => bytes);
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
      const parsed = parseRecoveryCode(code);
      expect(parsed).toBe(code.replaceAll("-", ""));
      for (const typed of [
        code.toLowerCase(),
        ` ${code.replaceAll("-", "  ")}\n`,
        code.replaceAll("0", "o").replaceAll("1", "l"),
      ]) {
        expect(parseRecoveryCode(typed)).toBe(parsed);
      }
    }),
  );
});

test.each(["", "ABCDE-FGHJK-MNPQR", "U".repeat(20), "0".repeat(21), "å".repeat(20)])("%j is none", (typed) => {
  expect(parseRecoveryCode(typed)).toBeUndefined();
});
