import { describe, expect, it } from "vitest";
import type { Entries } from "../../../web/questions/answer-form.ts";
import { onStage, Phone } from "./fake-phone.ts";
import { choice, stageOf, words } from "./sample-questions.ts";

const org: Entries = [["choice", "org"]];
const dig: Entries = [["choice", "dig"]];

describe("a question that is of another type by now, under the same id", () => {
  const mended = { ...words, id: choice.id };

  it("begins afresh on a phone that has kept an answer or a draft of the old one", () => {
    const before = onStage(choice);
    before.disconnect();
    before.session.input(dig);
    before.session.submit(org);
    before.session.input(dig);
    const after = new Phone(stageOf(mended), before);
    expect(after.holds.map(([name]) => name)).toEqual(["word", "word", "word"]);
    expect(after.says).toBe("");
    after.connect(stageOf(mended));
    after.error("ref-1", "invalid");
    expect(after.says).toBe("Ett tidigare svar kunde inte tas emot och räknas inte.");
    after.disconnect();
    after.connect(stageOf(mended));
    expect(after.sent).toHaveLength(1);
  });

  it("begins afresh where it changes while it is on stage", () => {
    const phone = onStage(choice);
    phone.session.submit(org);
    const { formVersion } = phone.model;
    phone.stage(stageOf(mended, { seq: 2 }));
    expect(phone.holds.map(([name]) => name)).toEqual(["word", "word", "word"]);
    expect(phone.model.formVersion).toBeGreaterThan(formVersion);
    phone.session.submit([["word", "kaffe"]]);
    phone.ack("ref-2");
    expect(phone.says).toMatch(/^Mottaget/);
  });
});
