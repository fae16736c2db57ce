import { describe, expect, it } from "vitest";
import { organiseSv } from "../../../web/messages/organise.sv.ts";
import { translator } from "../../../web/messages/translate.ts";
import { parseQuestions } from "../../../web/organise/files/csv-text.ts";
import { fileProblemText } from "../../../web/organise/files/file-problem.ts";
import { readBroughtFile } from "../../../web/organise/files/read-file.ts";
import { countedKeys } from "./keys.ts";

const t = translator(organiseSv, "sv");

function questionsIn(text: string) {
  const read = parseQuestions(text, countedKeys());
  if (!read.ok) throw new Error(read.error.map((problem) => fileProblemText(problem, t)).join(" "));
  return read.value;
}

function problemsIn(text: string): string[] {
  const read = parseQuestions(text, countedKeys());
  return read.ok ? [] : read.error.map((problem) => fileProblemText(problem, t));
}

describe("a table of questions", () => {
  it("has its columns by name, in any order, in either language", () => {
    const read = questionsIn(
      [
        "Fråga;Typ;Alternativ 1;Alternativ 2;maxChoices;skippable;min;max;unit;rightValue",
        "Te eller kaffe?;val;Te;Kaffe;2;ja;;;;",
        "Hur långt?;tal;;;;nej;0,5;1 000;km;−3",
        '"Ord, tack";ord;;;;;;;;',
      ].join("\r\n"),
    );
    expect(read).toMatchObject([
      {
        type: "choice",
        text: "Te eller kaffe?",
        options: [{ text: "Te" }, { text: "Kaffe" }],
        maxChoices: 2,
        skippable: true,
      },
      { type: "number", text: "Hur långt?", min: 0.5, max: 1000, unit: "km", rightValue: -3, skippable: false },
      { type: "words", text: "Ord, tack", maxWords: 3 },
    ]);
  });

  it("needs no head: type, text, options", () => {
    const read = questionsIn(
      'choice,"Te, eller kaffe?",Te,"""Kaffe"""\nscale,Hur?,Bra,Kort,\ngrid,Var?,Här\n\ntext,Vad?\n',
    );
    expect(read).toMatchObject([
      { text: "Te, eller kaffe?", options: [{ text: "Te" }, { text: '"Kaffe"' }] },
      { statements: [{ text: "Bra" }, { text: "Kort" }] },
      { items: [{ text: "Här" }] },
      { type: "text" },
    ]);
  });

  it.each([
    ["type,text,colour\ntext,?,red", ["Rad 1, colour: Det finns ingen sådan kolumn."]],
    ["type,text,text\ntext,?,x", ["Rad 1, text: Kolumnen finns två gånger."]],
    ["type,text\ndance,?\ntext,Vad?\n,Hur?", ["Rad 2, type: Typen saknas", "Rad 4, type: Typen saknas"]],
    ["type,text,option1\nwords,Ord?,Te", ["Rad 2, option1: Frågans typ har inget sådant."]],
    ["type,text,maxWords\nchoice,Hur?,3", ["Rad 2, maxWords: Frågans typ har inget sådant."]],
    ["type;text;max\nscale;Hur?;många", ["Rad 2, max: Skriv ett tal."]],
    ["type;text;skippable\ntext;Hur?;kanske", ["Rad 2, skippable: Skriv ja eller nej."]],
    ['type,text,option1\nchoice,"två\nrader",Te\nwords,?,x', ["Rad 4, option1: Frågans typ"]],
    ['type,text\ntext,"öppet', ["Ett citattecken saknas"]],
    ["type,text\n", ["Det finns inget"]],
    [`type,text\n${"text,?\n".repeat(500)}`, ["500 frågor är fler än de 100"]],
    ["type,text\ntext,?,över", ["Rad 2, 3: Det står något efter"]],
  ])("names line and column of what is wrong: %j", (text, words) => {
    const problems = problemsIn(text);
    expect(problems).toHaveLength(words.length);
    for (const [index, word] of words.entries()) expect(problems[index]).toContain(word);
  });

  it("is read as a Swedish spreadsheet on Windows saves it, and with a byte order mark", async () => {
    const table = "typ;fråga;alternativ1;alternativ2\r\nval;Får vi höra?;Ja;Nej\r\n";
    const windows = new Uint8Array([...table].map((letter) => letter.charCodeAt(0)));
    for (const content of [windows, `\ufeff${table}`]) {
      const read = await readBroughtFile(new File([content], "Frågor.csv"), "sv");
      expect(read).toMatchObject({ ok: true, value: { kind: "questions", questions: [{ text: "Får vi höra?" }] } });
    }
  });
});
