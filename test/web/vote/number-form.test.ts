/** What is read from a typed number, and what is asked back. */
import "./all-forms.ts";
import { describe, expect, it } from "vitest";
import { formOf } from "../../../web/questions/forms.ts";
import { number } from "./sample-questions.ts";

describe("a number", () => {
  const form = (typed: string, language = "sv", question = number) =>
    formOf("number").answerFrom(question, [["number", typed]], language);

  it.each([
    ["7", 7],
    [" 7,5 ", 7.5],
    ["7.5", 7.5],
    ["1 250,75", 1250.75],
    ["1\u00a0250", 1250],
    ["12\u202f000", 12000],
    ["-2,5", -2.5],
    ["−2", -2],
    ["007", 7],
    ["0", 0],
    ["0.125", 0.125],
    ["1.2345", 1.2345],
    // Both signs together say which is which.
    ["1.234,5", 1234.5],
    ["1,234.5", 1234.5],
    // Comma is the Swedish decimal sign; the page tells what it was taken for.
    ["1,000", 1],
  ])("is read from %j", (typed, value) => expect(form(typed)).toEqual({ answer: { value } }));

  it.each([
    ["1,000", 1000],
    ["-1,000.25", -1000.25],
    ["1,234,567", 1234567],
    ["1.000", 1],
    ["1,5", 1.5],
  ])("is read from %j as its language writes it", (typed, value) =>
    expect(form(typed, "en", { ...number, min: -1e9, max: 1e9 })).toEqual({ answer: { value } }),
  );

  it("that may be a thousand times another is asked about, not guessed", () => {
    expect(form("1.000")).toEqual({
      problem: "number.unclear",
      params: { typed: "1.000", whole: "1000", decimal: "1,000" },
      name: "number",
      index: 0,
    });
    expect(form("1.000", "de")).toEqual({ answer: { value: 1000 } });
    expect(form("−1.000")).toMatchObject({ params: { whole: "−1000", decimal: "−1,000" } });
  });

  it.each([
    "",
    " ",
    "sju",
    "7kg",
    "1,2,3",
    "12,34,567",
    "1.234.5",
    "1.234,5,6",
    ",5",
    "5,",
    "--1",
    "-",
    "0x10",
    "1e400",
    "Infinity",
    "NaN",
    "12001",
    "-2,6",
  ])("is not read from %j, and the range is said with its unit", (typed) =>
    expect(form(typed)).toEqual({
      problem: "number.range",
      params: { min: -2.5, max: 12000, unit: "\u00a0kg" },
      name: "number",
      index: 0,
    }),
  );

  it("stands in the field with its language's decimal sign", () => {
    const { entriesOf } = formOf("number");
    expect(entriesOf(number, { value: 1250.75 }, "sv")).toEqual([["number", "1250,75"]]);
    expect(entriesOf(number, { value: 1250.75 }, "en")).toEqual([["number", "1250.75"]]);
  });
});
