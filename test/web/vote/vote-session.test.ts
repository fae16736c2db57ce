/** The phone's life on a poll, from what the service says and the attendee does to the line that is shown. */
import { describe, expect, it } from "vitest";
import type { Entries } from "../../../web/questions/answer-form.ts";
import { modelOf } from "../../../web/vote/vote-model.ts";
import { onStage, Phone } from "./fake-phone.ts";
import { choice, stageOf, text, words } from "./sample-questions.ts";

const org: Entries = [["choice", "org"]];
const dig: Entries = [["choice", "dig"]];

describe("an answer", () => {
  it("is received only once the service has acked it", () => {
    const phone = onStage(choice);
    phone.session.input(org);
    phone.session.submit(org);
    expect(phone.sent).toEqual([{ type: "answer", ref: "ref-1", question: "group~1.0", answer: { choices: ["org"] } }]);
    expect(phone.says).toBe("Skickar …");
    phone.ack("ref-1");
    expect(phone.says).toBe("Mottaget. Du kan ändra dig tills röstningen stängs.");
    expect(phone.holds).toEqual(org);
  });

  it("can be changed, and the change is told apart", () => {
    const phone = onStage(choice, { answer: { choices: ["org"] } });
    expect(phone.says).toBe("Mottaget. Du kan ändra dig tills röstningen stängs.");
    phone.session.input(dig);
    expect(phone.says).toBe("Ändringen är inte skickad än.");
    phone.session.submit(dig);
    phone.ack("ref-1");
    expect(phone.says).toBe("Ändringen är mottagen. Du kan ändra dig tills röstningen stängs.");
  });

  it("is final from its sending on where the question says so", () => {
    const phone = onStage({ ...choice, changeable: false });
    phone.session.submit(org);
    expect(phone.isOpen).toBe(false);
    phone.ack("ref-1");
    expect(phone.says).toBe("Mottaget. Svaret går inte att ändra.");
    expect(phone.isOpen).toBe(false);
  });

  it("is sent also unchanged, since another tab may have changed it, and is no change for that", () => {
    const phone = onStage(choice, { answer: { choices: ["org"] } });
    phone.session.submit(org);
    expect(phone.sent).toMatchObject([{ ref: "ref-1", answer: { choices: ["org"] } }]);
    phone.ack("ref-1");
    expect(phone.says).toMatch(/^Mottaget/);
  });

  it("keeps the reason with which its form came back, until something is changed", () => {
    const state = {
      stage: stageOf(choice),
      sent: { entries: [], problem: { problem: "choice.missing", name: "choice", index: 0 } },
    } as const;
    const start = modelOf({ ...state, sent: { ...state.sent, entries: [] } });
    const phone = new Phone(state.stage, undefined, [], start);
    phone.connect(state.stage);
    expect(phone.says).toBe("Välj ett alternativ först.");
    phone.session.input(org);
    expect(phone.says).toBe("");
  });

  it("is the later one where two are on their way, whatever acks come", () => {
    const phone = onStage(choice);
    phone.session.submit(org);
    phone.session.submit(dig);
    phone.ack("ref-1");
    expect(phone.says).toBe("Skickar …");
    phone.ack("ref-2");
    expect(phone.says).toMatch(/^Mottaget/);
    expect(phone.holds).toEqual(dig);
  });

  it("can be to skip", () => {
    const phone = onStage(words);
    phone.session.submit(null);
    expect(phone.sent).toMatchObject([{ answer: null }]);
    phone.ack("ref-1");
    expect(phone.says).toMatch(/^Du hoppade över frågan\./);
  });

  it("is sent again, under the same ref, where no ack comes on a live line", () => {
    const phone = onStage(choice);
    phone.session.submit(org);
    phone.now += 4000;
    phone.session.tick();
    expect(phone.sent).toHaveLength(1);
    phone.now += 1000;
    phone.session.tick();
    expect(phone.sent).toHaveLength(2);
    expect(phone.sent[1]).toEqual(phone.sent[0]);
  });

  it("is not sent while it is none, and the line says why", () => {
    const phone = onStage(text);
    expect(phone.session.submit([["text", "  "]])).toMatchObject({ name: "text", index: 0 });
    expect(phone.sent).toEqual([]);
    expect(phone.says).toBe("Skriv ett svar först.");
    phone.session.input([["text", "å"]]);
    expect(phone.says).toBe("");
  });
});

describe("a second round", () => {
  const second = stageOf(choice, { round: 2, asking: "group~2.0" });

  it("begins with nothing answered, and its answer names it", () => {
    const phone = onStage(choice, { answer: { choices: ["org"] } });
    phone.stage(second);
    expect([phone.says, phone.holds]).toEqual(["", []]);
    phone.session.submit(dig);
    expect(phone.sent).toMatchObject([{ question: "group~2.0", answer: { choices: ["dig"] } }]);
    phone.ack("ref-1");
    expect(phone.says).toMatch(/^Mottaget\./);
  });

  it("gets no answer that was kept for the first", () => {
    const phone = onStage(choice);
    phone.disconnect();
    phone.session.submit(org);
    phone.connect(second);
    expect(phone.sent).toMatchObject([{ ref: "ref-1", question: "group~1.0" }]);
    expect(phone.holds).toEqual([]);
    phone.error("ref-1", "not-on-stage");
    expect(phone.says).toBe("Ett tidigare svar kunde inte tas emot och räknas inte.");
  });
});

describe("a refusal", () => {
  it("is told, and the answer stays in the form to be mended", () => {
    const phone = onStage(text);
    phone.session.submit([["text", "hej"]]);
    phone.error("ref-1", "invalid");
    expect(phone.says).toBe("Svaret kunde inte tas emot. Ändra det och skicka igen.");
    expect(phone.holds).toEqual([["text", "hej"]]);
    phone.session.submit([["text", "hej"]]);
    expect(phone.sent).toMatchObject([{ ref: "ref-1" }, { ref: "ref-2" }]);
  });

  it("of a change shows the answer that counts once voting is locked", () => {
    const phone = onStage(choice, { answer: { choices: ["org"] } });
    phone.session.submit(dig);
    phone.stage(stageOf(choice, { seq: 2, voting: "locked", answer: { choices: ["org"] } }));
    phone.error("ref-1", "locked");
    expect(phone.says).toBe("Röstningen hade stängts när svaret kom fram. Svaret räknas inte.");
    expect(phone.holds).toEqual(org);
  });

  it("of a second answer shows the first", () => {
    const phone = onStage({ ...choice, changeable: false });
    phone.session.submit(dig);
    phone.stage(stageOf({ ...choice, changeable: false }, { seq: 2, answer: { choices: ["org"] } }));
    phone.error("ref-1", "unchangeable");
    expect(phone.says).toBe("Ditt första svar gäller. Det går inte att ändra.");
    expect(phone.holds).toEqual(org);
  });

  it("is taken back where the answer, sent again, was taken after all", () => {
    const phone = onStage(text);
    phone.session.submit([["text", "hej"]]);
    phone.now += 5000;
    phone.session.tick();
    expect(phone.sent).toMatchObject([{ ref: "ref-1" }, { ref: "ref-1" }]);
    // Voting was closed when the first came, and open again when the second did.
    phone.error("ref-1", "locked");
    expect(phone.says).toMatch(/^Röstningen hade stängts/);
    phone.ack("ref-1");
    expect(phone.says).toBe("Mottaget. Du kan ändra dig tills röstningen stängs.");
    expect(phone.holds).toEqual([["text", "hej"]]);
  });

  it("that is taken back leaves alone what has been written or sent since", () => {
    const phone = onStage(text);
    phone.session.submit([["text", "hej"]]);
    phone.error("ref-1", "locked");
    phone.session.input([["text", "hej då"]]);
    phone.ack("ref-1");
    expect(phone.says).toBe("Ändringen är inte skickad än.");
    expect(phone.holds).toEqual([["text", "hej då"]]);
    phone.session.submit([["text", "hej då"]]);
    phone.error("ref-2", "locked");
    phone.session.submit([["text", "nej"]]);
    phone.ack("ref-2");
    expect(phone.says).toBe("Skickar …");
    expect(phone.holds).toEqual([["text", "nej"]]);
  });

  it("of an answer to a question that has gone is told at the next", () => {
    const phone = onStage(choice);
    phone.disconnect();
    phone.session.submit(org);
    phone.connect(stageOf(words, { seq: 3 }));
    expect(phone.sent).toMatchObject([{ question: "group~1.0" }]);
    phone.error("ref-1", "not-on-stage");
    expect(phone.says).toBe("Ett tidigare svar kunde inte tas emot och räknas inte.");
    phone.disconnect();
    phone.connect(stageOf(words, { seq: 4 }));
    expect(phone.sent).toHaveLength(1);
  });
});

describe("the stage", () => {
  it("brings a question back with what was half filled in", () => {
    const phone = onStage(text);
    phone.session.input([["text", "halv"]]);
    phone.stage(stageOf(choice, { seq: 2 }));
    expect(phone.holds).toEqual([]);
    phone.stage(stageOf(text, { seq: 3 }));
    expect(phone.holds).toEqual([["text", "halv"]]);
  });

  it("forgets what was half filled in once it has been sent", () => {
    const phone = onStage(text);
    phone.session.input([["text", "hel"]]);
    phone.session.submit([["text", "hel"]]);
    phone.ack("ref-1");
    expect(phone.tab.kept.size).toBe(0);
  });

  it("takes up what was typed before the script had come", () => {
    const phone = new Phone(stageOf(text), undefined, [["text", "snabb"]]);
    expect(phone.holds).toEqual([["text", "snabb"]]);
    expect(phone.model.formVersion).toBe(0);
  });

  it("leaves the controls alone when only voting or results change", () => {
    const phone = onStage(text);
    phone.session.input([["text", "halv"]]);
    const { formVersion } = phone.model;
    phone.stage(stageOf(text, { seq: 2, results: "hidden" }));
    phone.stage(stageOf(text, { seq: 3, voting: "locked" }));
    phone.stage(stageOf(text, { seq: 4 }));
    expect(phone.model.formVersion).toBe(formVersion);
    expect(phone.holds).toEqual([["text", "halv"]]);
  });

  it("shows an answer that the same attendee has given elsewhere", () => {
    const phone = onStage(choice);
    const { formVersion } = phone.model;
    phone.stage(stageOf(choice, { seq: 2, answer: { choices: ["dig"] } }));
    expect(phone.holds).toEqual(dig);
    expect(phone.model.formVersion).toBeGreaterThan(formVersion);
  });

  it("shows a tally while results are shown, and only that of its question", () => {
    const phone = onStage(choice);
    const tally = { type: "tally", seq: 2, run: 1, answered: 3, present: 9 } as const;
    phone.line?.onFrame({ ...tally, question: "words", tally: { words: [], answered: 3 } });
    expect(phone.model.tally).toBeNull();
    phone.line?.onFrame({ ...tally, question: "group", tally: { counts: { org: 3 }, answered: 3 } });
    expect(phone.model.tally?.answered).toBe(3);
    phone.stage(stageOf(choice, { seq: 4, results: "hidden" }));
    expect(phone.model.tally).toBeNull();
  });

  it("counts down roughly and never locks by the phone's own clock", () => {
    const phone = onStage(choice, { closesAt: "2026-03-19T12:00:30Z" });
    expect(phone.model.secondsLeft).toBe(30);
    phone.now += 10_000;
    phone.session.tick();
    expect(phone.model.secondsLeft).toBe(20);
    phone.now += 3_600_000;
    phone.session.tick();
    expect(phone.model.secondsLeft).toBe(0);
    expect(phone.isOpen).toBe(true);
  });
});
