import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { isWhole } from "../../../web/connection/whole-file.ts";
import { cutMark } from "../../../worker/shared/cut-mark.ts";

const zip = zipSync({ "a.txt": strToU8("å".repeat(100)) });

test.each([
  ["a CSV file", "text/csv; charset=utf-8", "run,question\r\n1,a\r\n", true],
  ["one that says that it was cut", "text/csv; charset=utf-8", `run,question\r\n${cutMark}\r\n`, false],
  ["an empty one", "text/csv", "", false],
  ["a zip", "application/zip", zip, true],
  ["a zip without its end", "application/zip", zip.slice(0, -30), false],
  ["JSON", "application/json", "{}", true],
])("%s", async (_, type, content, whole) => {
  expect(await isWhole(new Blob([content], { type }))).toBe(whole);
});
