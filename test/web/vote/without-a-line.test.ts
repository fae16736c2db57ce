/** What a phone does, and says, while it has no line to the service. */
import { describe, expect, it } from "vitest";
import type { Entries } from "../../../web/questions/answer-form.ts";
import { onStage, Phone } from "./fake-phone.ts";
import { choice, stageOf } from "./sample-questions.ts";

const org: Entries = [["choice", "org"]];
const dig: Entries = [["choice", "dig"]];

describe("without a line", () => {
  it("an answer is kept in the phone and sent, under the same ref, once there is one", () => {
    const phone = onStage(choice);
    phone.disconnect();
    phone.session.submit(org);
    expect(phone.sent).toEqual([]);
    expect(phone.says).toBe("Sparat i telefonen. Skickas när du har kontakt igen.");
    phone.connect(stageOf(choice));
    expect(phone.sent).toMatchObject([{ ref: "ref-1" }]);
    phone.disconnect();
    phone.connect(stageOf(choice));
    expect(phone.sent).toMatchObject([{ ref: "ref-1" }, { ref: "ref-1" }]);
  });

  it.each(["writing", "everything"] as const)(
    "an answer that a reload would lose is not called saved (the storage refuses %s)",
    (refuse) => {
      const phone = onStage(choice);
      phone.disconnect();
      phone.store.refuse = refuse;
      phone.session.submit(org);
      expect(phone.says).toBe("Skickas när du har kontakt igen. Ladda inte om sidan.");
      phone.store.refuse = "nothing";
      phone.session.submit(dig);
      expect(phone.says).toBe("Sparat i telefonen. Skickas när du har kontakt igen.");
    },
  );

  it("an answer outlives a reload", () => {
    const before = onStage(choice);
    before.disconnect();
    before.session.submit(org);
    const after = new Phone(stageOf(choice), before);
    expect(after.holds).toEqual(org);
    after.connect(stageOf(choice));
    expect(after.sent).toMatchObject([{ ref: "ref-1", answer: { choices: ["org"] } }]);
  });

  it("an answer that had arrived before the reload is no change when its ack comes late", () => {
    const before = onStage(choice);
    before.session.submit(org);
    before.disconnect();
    const arrived = stageOf(choice, { answer: { choices: ["org"] } });
    const after = new Phone(arrived, before);
    after.connect(arrived);
    after.ack("ref-1");
    expect(after.says).toBe("Mottaget. Du kan ändra dig tills röstningen stängs.");
  });

  it("nothing is sent before the service has said which run it is in, and nothing of an earlier run", () => {
    const before = onStage(choice);
    before.disconnect();
    before.session.submit(org);
    const after = new Phone(stageOf(choice, { run: 2 }), before);
    after.connect(stageOf(choice, { run: 2 }));
    expect(after.sent).toEqual([]);
    expect(after.says).toBe("Ett tidigare svar kunde inte tas emot och räknas inte.");
  });

  it("says so, beside what is true all the same", () => {
    const phone = onStage(choice, { answer: { choices: ["org"] } });
    phone.disconnect();
    expect(phone.says).toMatch(/^Mottaget\..*Ingen kontakt\. Försöker igen …$/);
  });

  it("a new run loads the page anew, or asks for it where that has not helped", () => {
    const phone = onStage(choice);
    phone.line?.onRefused(4401);
    expect([phone.reloads, phone.model.ended]).toEqual([1, null]);
    phone.mayReload = false;
    phone.line?.onRefused(4401);
    expect(phone.model.ended).toBe("stale");
  });

  it("a deleted poll is told", () => {
    const phone = onStage(choice);
    phone.line?.onRefused(4404);
    expect(phone.model.ended).toBe("gone");
  });
});
