import { describe, expect, it } from "vitest";
import { answerOutbox } from "../../../web/connection/answer-outbox.ts";
import { jsonStorage } from "../../../web/connection/json-storage.ts";
import { newRef } from "../../../web/connection/new-ref.ts";
import type { QuestionType } from "../../../worker/questions/registry.ts";
import { MemoryStore } from "./memory-store.ts";

function outboxOn(store: MemoryStore, poll = "poll", owner?: string) {
  return answerOutbox(
    poll,
    jsonStorage(() => store),
    newRef,
    owner,
  );
}

const asked = (asking: string, type: QuestionType = "words") => ({ run: 1, asking, type });
const kaffe = { words: ["kaffe"] };
const te = { words: ["te"] };

describe.each(["nothing", "writing", "everything"] as const)("an outbox whose storage refuses %s", (refuse) => {
  const fresh = () => outboxOn(Object.assign(new MemoryStore(), { refuse }));

  it("keeps an answer until it is settled", () => {
    const outbox = fresh();
    const { ref } = outbox.put(asked("q"), kaffe);
    expect(outbox.ofRun(1)).toEqual([{ ...asked("q"), ref, answer: kaffe }]);
    expect(outbox.settle(ref)?.answer).toEqual(kaffe);
    expect(outbox.ofRun(1)).toEqual([]);
    expect(outbox.settle(ref)).toBeUndefined();
  });

  it("replaces an answer by a later one to the same question, under a ref of its own", () => {
    const outbox = fresh();
    const first = outbox.put(asked("q"), kaffe);
    const second = outbox.put(asked("q"), te);
    expect(second.ref).not.toBe(first.ref);
    expect(outbox.ofRun(1)).toEqual([second]);
    expect(outbox.settle(first.ref)).toBeUndefined();
    expect(outbox.find(asked("q"))).toEqual(second);
  });

  it("keeps the ref of an answer that is given again unchanged", () => {
    const outbox = fresh();
    expect(outbox.put(asked("q"), kaffe).ref).toBe(outbox.put(asked("q"), kaffe).ref);
  });

  it("keeps questions apart, and skips as answers", () => {
    const outbox = fresh();
    outbox.put(asked("a"), null);
    outbox.put(asked("b"), kaffe);
    expect(outbox.ofRun(1).map(({ asking, answer }) => [asking, answer])).toEqual([
      ["a", null],
      ["b", kaffe],
    ]);
  });

  it("knows no answer of another type than asked for, and keeps one a question all the same", () => {
    const outbox = fresh();
    outbox.put(asked("q", "choice"), { choices: ["a"] });
    expect(outbox.find(asked("q"))).toBeUndefined();
    const later = outbox.put(asked("q"), kaffe);
    expect(outbox.ofRun(1)).toEqual([later]);
  });

  it("drops what is left of another run", () => {
    const outbox = fresh();
    outbox.put(asked("q"), kaffe);
    expect(outbox.ofRun(2)).toEqual([]);
    expect(outbox.ofRun(1)).toEqual([]);
  });
});

describe("an outbox", () => {
  it("is there again after a reload, with the same ref", () => {
    const store = new MemoryStore();
    const { ref } = outboxOn(store).put(asked("q"), kaffe);
    expect(outboxOn(store).find(asked("q"))?.ref).toBe(ref);
  });

  it("keeps polls apart", () => {
    const store = new MemoryStore();
    outboxOn(store, "one").put(asked("q"), kaffe);
    expect(outboxOn(store, "two").ofRun(1)).toEqual([]);
  });

  it("tells whether a reload would lose what waits", () => {
    const store = new MemoryStore();
    const outbox = outboxOn(store);
    outbox.put(asked("q"), kaffe);
    expect(outbox.lasts()).toBe(true);
    store.refuse = "writing";
    outbox.put(asked("q"), te);
    expect(outbox.lasts()).toBe(false);
    expect(outboxOn(store).ofRun(1)).toEqual([]);
    store.refuse = "nothing";
    outbox.put(asked("q"), kaffe);
    expect([outbox.lasts(), outboxOn(store).ofRun(1).length]).toEqual([true, 1]);
  });

  it("leaves nothing behind once all is settled", () => {
    const store = new MemoryStore();
    const outbox = outboxOn(store);
    outbox.settle(outbox.put(asked("q"), kaffe).ref);
    expect(store.kept.size).toBe(0);
  });

  it("begins empty where the storage holds what is no JSON", () => {
    const store = new MemoryStore();
    store.kept.set("handupp.outbox.poll", "{");
    expect(outboxOn(store).ofRun(1)).toEqual([]);
  });

  it("never shows an old answer where a later one could not be written", () => {
    const store = new MemoryStore();
    const outbox = outboxOn(store);
    outbox.put(asked("q"), kaffe);
    store.refuse = "writing";
    outbox.put(asked("q"), te);
    expect(outbox.find(asked("q"))?.answer).toEqual(te);
    expect(outboxOn(store).find(asked("q"))).toBeUndefined();
  });
});

it("makes refs that differ and fit the contract", () => {
  const refs = new Set(Array.from({ length: 1000 }, newRef));
  expect(refs.size).toBe(1000);
  expect([...refs].every((ref) => ref.length > 0 && ref.length <= 64)).toBe(true);
});

it("keeps the people apart who answer one after another, and says that what was another's is late", () => {
  const store = new MemoryStore();
  const [mine, yours] = [outboxOn(store, "poll", "me"), outboxOn(store, "poll", "you")];
  mine.put(asked("q"), kaffe);
  expect([mine.isLate(1), mine.isLate(2), yours.isLate(1)]).toEqual([false, true, true]);
  expect(yours.find(asked("q"))).toBeUndefined();
  expect(yours.ofRun(1)).toEqual([]);
  expect(yours.isLate(1)).toBe(false);
});
