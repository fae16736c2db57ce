import { expect, test } from "vitest";
import { fileName } from "../../../web/ui/file-name.ts";

test("a picture is named by its poll and question", () => {
  expect(fileName(["Nätverksträff", "Vilken temagrupp gav dig mest?"], "svg")).toBe(
    "Nätverksträff – Vilken temagrupp gav dig mest.svg",
  );
});

test.each([
  ["../../etc/passwd", "etc passwd.png"],
  ['a\\b:c*d?"e<f>g|h', "a b c d e f g h.png"],
  ["rad\n\tett\u0000", "rad ett.png"],
  ["...dold", "dold.png"],
  ["\u202egnp.exe", "gnp.exe.png"],
  ["???", "handupp.png"],
  ["", "handupp.png"],
])("%j makes a name that every system takes", (text, name) => {
  expect(fileName([text], "png")).toBe(name);
});

test("long texts are cut between letters, not in them", () => {
  expect(fileName(["👨‍👩‍👧".repeat(80)], "png")).toBe(`${"👨‍👩‍👧".repeat(60)}.png`);
});
