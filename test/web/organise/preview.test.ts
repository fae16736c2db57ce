import { describe, expect, it } from "vitest";
import { addQuestion, emptyDraft, readDraft } from "../../../web/organise/draft.ts";
import { madeUpCloud, madeUpTally } from "../../../web/organise/preview/made-up-tally.ts";
import { previewQuestion } from "../../../web/organise/preview/preview-question.ts";
import { parseDefinition } from "../../../worker/poll/definition.ts";
import { emptyTally, showTally } from "../../../worker/questions/tally.ts";
import { questionTypes } from "../question-types.ts";
import { countedKeys } from "./keys.ts";

const placeholders = { question: "?", item: (n: number) => `nr ${n}` };
const context = { language: "sv", blockList: false };

describe.each(questionTypes)("the preview of a %s", (type) => {
  const blank = addQuestion({ ...emptyDraft("sv"), title: "x" }, type, countedKeys()).questions[0];
  if (blank === undefined) throw new Error("a question was added");

  it("is a question that the service would take, however little is written yet", () => {
    const question = previewQuestion(blank, placeholders);
    expect(parseDefinition({ title: "x", language: "sv", questions: [question] }, countedKeys())).toMatchObject({
      ok: true,
    });
  });

  it("is one also where numbers are missing or wild", () => {
    const fields = ["min", "max", "maxChoices", "maxWords", "maxLength", "total"];
    for (const value of [null, 0, -1e15, 1e15, 0.5, 7]) {
      const wild = {
        ...blank,
        ...Object.fromEntries(fields.filter((name) => name in blank).map((name) => [name, value])),
      };
      const question = previewQuestion(wild, placeholders);
      const parsed = parseDefinition({ title: "x", language: "sv", questions: [question] }, countedKeys());
      // A number may lie anywhere: only its order is made good.
      if (type !== "number") expect(parsed, String(value)).toMatchObject({ ok: true });
      if ("min" in question) expect(question.min).toBeLessThan(question.max);
    }
  });

  it("has made-up figures of the kind that the service shows, the same each time", () => {
    const question = previewQuestion(blank, placeholders);
    const tally = madeUpTally(question, "sv");
    const real = showTally(emptyTally(question), question, context);
    for (const name of Object.keys(real))
      if (name !== "spread" && name !== "hidden") expect(tally).toHaveProperty(name);
    expect(madeUpTally(question, "sv")).toEqual(tally);
  });
});

it("has words where a cloud shows them, none beyond its edges", () => {
  const question = previewQuestion(
    readDraft({ questions: [{ type: "words", text: "?" }] }, "sv", countedKeys()).draft.questions[0] ?? fail(),
    placeholders,
  );
  const cloud = madeUpCloud(question, "sv");
  const tally = madeUpTally(question, "sv");
  expect("words" in tally ? tally.words.map(({ word }) => word) : []).toEqual(cloud?.words.map(({ word }) => word));
  for (const { x, y, width, size } of cloud?.words ?? []) {
    expect(x - width / 2).toBeGreaterThanOrEqual(-width / 4);
    expect(y + size / 2).toBeLessThanOrEqual(500);
  }
});

function fail(): never {
  throw new Error("a question was read");
}
