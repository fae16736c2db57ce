import { expect, test } from "vitest";
import { formatCode, parseCode, randomCode } from "../../worker/shared/codes.ts";

test.each([
  ["123456", "123456"],
  [" 123 456 ", "123456"],
  ["123\u00a0456", "123456"],
  ["12\u202f34", "1234"],
])("%j means %s", (typed, code) => expect(parseCode(typed)).toBe(code));

test.each(["", "123", "12345678901", "12a456", "-1234", "１２３４", "1234.5", "organise"])("%j is no code", (typed) =>
  expect(parseCode(typed)).toBeUndefined(),
);

test("a made code has its length and no leading zero, whatever the dice say", () => {
  expect(randomCode(6, () => 0)).toBe("100000");
  expect(randomCode(7, (limit) => limit - 1)).toBe("9999999");
});

test("a code is shown in groups and read back the same", () => {
  for (const code of ["1234", "123456", "1234567", "12345678"]) {
    expect(formatCode(code)).not.toMatch(/\d{5}/);
    expect(parseCode(formatCode(code))).toBe(code);
  }
  expect(formatCode("123456")).toBe("123\u00a0456");
});
