import { describe, expect, test } from "vitest";
import { type Command, lostKeys, type QuestionStage, tickAt } from "../../worker/poll/stage.ts";
import { commanded, counting, lobby, locked, now, open, stageAfter } from "./stages.ts";

describe("rounds", () => {
  const second: QuestionStage = { ...open, asked: { q: [0, 0] }, round: 2 };

  test("the second opens anew, whatever the first was", () => {
    expect(stageAfter(locked, [{ type: "stage", round: 2 }])).toEqual(second);
    expect(stageAfter({ ...lobby, asked: { q: [0] } }, [{ type: "stage", question: "q", round: 2 }])).toEqual(second);
  });

  test("a question comes back in the round it was last in, and the first can be gone back to", () => {
    expect(stageAfter(second, [{ type: "stage", question: null }], [{ type: "stage", question: "q" }])).toEqual(second);
    expect(stageAfter(second, [{ type: "stage", round: 1, voting: "locked" }])).toEqual({
      ...second,
      round: 1,
      voting: { state: "locked" },
    });
  });

  test("the same round again is no new one", () => {
    expect(stageAfter(locked, [{ type: "stage", round: 1 }])).toEqual(locked);
  });

  test("a new run has had none", () => {
    expect(stageAfter(second, [{ type: "close" }], [{ type: "start-run" }])).toEqual({ ...lobby, run: 2 });
  });
});

describe("clearing answers", () => {
  const clear: Command = { type: "stage", answers: "clear" };
  const restore: Command = { type: "stage", answers: "restore" };
  const cleared: QuestionStage = {
    ...locked,
    asked: { q: [1] },
    cleared: { until: now + 10_000, voting: counting.voting },
  };

  test("begins another take and locks voting while they can be had back", () => {
    expect(stageAfter(counting, [clear])).toEqual(cleared);
    expect(lostKeys(cleared)).toEqual([]);
    expect(tickAt(cleared)).toBe(now + 10_000);
  });

  test("restoring gives all back as it was", () => {
    expect(stageAfter(counting, [clear], [restore, now + 9999])).toEqual(counting);
    expect(commanded(cleared, restore, now + 10_000)).toMatchObject({ ok: false, error: { reason: "state" } });
  });

  test("after ten seconds they are gone, and voting is what it was", () => {
    expect(stageAfter(open, [clear], [{ type: "tick" }, now + 9999])).toMatchObject({ voting: { state: "locked" } });
    const gone = stageAfter(open, [clear], [{ type: "tick" }, now + 10_000]);
    expect(gone).toEqual({ ...open, asked: { q: [1] } });
    expect(lostKeys(gone)).toEqual(["q"]);
  });

  test("a countdown that has ended meanwhile stays ended", () => {
    expect(stageAfter(counting, [clear], [{ type: "tick" }, now + 10_000])).toEqual({ ...locked, asked: { q: [1] } });
  });

  test.each<[string, Command]>([
    ["opening voting", { type: "stage", voting: "open" }],
    ["another question", { type: "stage", question: "h" }],
    ["the lobby", { type: "stage", question: null }],
    ["clearing once more", clear],
    ["closing", { type: "close" }],
  ])("%s lets them go at once", (_name, command) => {
    expect(lostKeys(stageAfter(open, [clear], [command]))).toEqual(["q"]);
  });

  test("hiding results does not", () => {
    expect(stageAfter(counting, [clear], [{ type: "stage", results: "hidden" }], [restore])).toEqual({
      ...counting,
      results: "hidden",
    });
  });

  test("touches its own round alone", () => {
    const gone = stageAfter(open, [{ type: "stage", round: 2 }], [clear], [{ type: "stage", voting: "open" }]);
    expect(gone).toMatchObject({ asked: { q: [0, 1] }, round: 2 });
    expect(lostKeys(gone)).toEqual(["q~2.0"]);
  });
});
