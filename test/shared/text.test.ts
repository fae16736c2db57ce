import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanText, compareCodePoints, graphemeCount, isBlank, wordKey } from "../../worker/shared/text.ts";
import { anyText } from "./any-text.ts";

const sv = (form: string) => wordKey(form, "sv");
const family = "👩‍👩‍👧";
const keycap = "#️⃣";

describe("wordKey", () => {
  test.each([
    ["Höra", "höra"],
    ["HÖRA!", "höra"],
    ["  höra\u00a0", "höra"],
    ["”höra”", "höra"],
    ["ho\u0308ra", "höra"],
    ["A\u030angström", "ångström"],
    ["Idé", "ide\u0301"],
    ["god  \t morgon", "god morgon"],
    ["#delaktighet", "delaktighet"],
    ["(ny)", "ny"],
    ["Straße", "STRASSE"],
    ["STRAẞE", "straße"],
    ["Σίσυφος", "ΣΊΣΥΦΟΣ"],
    ["hej\u200b", "hej"],
    ["\u200eviktigt\u200f", "viktigt"],
    ["\u00adviktigt.\u200b", "viktigt"],
    [family, ` ${family}! `],
    ["❤️", "❤️"],
  ])("%s and %s are one word", (a, b) => {
    expect(sv(a)).toBe(sv(b));
    expect(sv(a)).not.toBe("");
  });

  test.each([
    ["höra", "hora"],
    ["får", "far"],
    ["idé", "ide"],
    ["mån", "man"],
    ["kö", "ko"],
    ["e-post", "epost"],
    ["it's", "its"],
    [family, "👩‍👩‍👦"],
    ["🇸🇪", "🇳🇴"],
    [keycap, "*️⃣"],
    ["C", "C++"],
  ])("%s and %s are two words", (a, b) => {
    expect(sv(a)).not.toBe(sv(b));
  });

  test.each([
    "",
    " ",
    "!",
    "...",
    "–",
    "¿?",
    "«»",
    "\u200b",
    "\u2800",
    "\u3164",
    "!\u200b!",
    "\u200b.\u200b",
    "\ufeff",
  ])("%j is no word", (form) => expect(sv(form)).toBe(""));

  test.each([keycap, "‼️", "⁉️", "1️⃣", family, "🇸🇪", "👍🏽", "☺"])("the emoji %s is a word", (form) => {
    expect(sv(form)).not.toBe("");
    expect(sv(`${form} `)).toBe(sv(form));
  });

  test("Turkish has two i's, Swedish one", () => {
    expect(wordKey("IŞIK", "tr")).toBe(wordKey("ışık", "tr"));
    expect(wordKey("İZMİR", "tr-TR")).toBe(wordKey("izmir", "tr"));
    expect(wordKey("I", "tr")).not.toBe(wordKey("i", "tr"));
    expect(wordKey("I", "sv")).toBe(wordKey("i", "sv"));
  });

  test("Greek accents stay", () => expect(wordKey("ΜΆΤΙ", "el")).toBe(wordKey("μάτι", "el")));

  test("a key is its own key, for any text", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom("sv", "en", "tr"), (form, language) => {
        const key = wordKey(form, language);
        expect(wordKey(key, language)).toBe(key);
      }),
    );
  });

  test("takes time in proportion to the text, even where it is punctuation", () => {
    const started = performance.now();
    sv(`${".".repeat(200_000)}a${".".repeat(200_000)}a`);
    // Quadratic time would be minutes.
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe("cleanText", () => {
  test.each([
    ["  hej  ", "hej"],
    ["rad ett\r\nrad två\rrad tre", "rad ett\nrad två\nrad tre"],
    ["a\u0000b\u0007c\u009fd", "abcd"],
    ["a\tb", "a\tb"],
    ["x\ud800y", "x\ufffdy"],
    ["o\u0308", "ö"],
  ])("%j becomes %j", (typed, clean) => expect(cleanText(typed)).toBe(clean));

  test("cleans once and for all", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
    );
  });
});

test.each([
  ["", 0],
  ["hej", 3],
  ["åäö", 3],
  ["a\u030a", 1],
  [family, 1],
  ["🇸🇪🇳🇴", 2],
  [keycap, 1],
  ["👍🏽", 1],
])("%s is %i graphemes long", (text, length) => expect(graphemeCount(text)).toBe(length));

test.each([" ", "\n\t", "\u200b\u200d", "\u2800", "\u3164", "\u2060", "\ufe0f", "\u00ad"])("%j is blank", (text) =>
  expect(isBlank(text)).toBe(true),
);
test.each(["a", ".", family, "å"])("%j is not blank", (text) => expect(isBlank(text)).toBe(false));

test("orders by code point, astral characters last", () => {
  expect(["ö", "😀", "z", "ä", "zz", "\uffee", ""].sort(compareCodePoints)).toEqual([
    "",
    "z",
    "zz",
    "ä",
    "ö",
    "\uffee",
    "😀",
  ]);
});

test("the order by code point is that of the code points, whatever the text", () => {
  const points = (text: string) => Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (a, b) => {
      const [left, right] = [points(a), points(b)];
      const at = left.findIndex((point, index) => point !== right[index]);
      const expected = at === -1 ? left.length - right.length : (left[at] ?? 0) - (right[at] ?? -1);
      expect(Math.sign(compareCodePoints(a, b))).toBe(Math.sign(expected));
    }),
  );
});
