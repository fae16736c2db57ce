import { describe, expect, test } from "vitest";
import type { Definition } from "../../worker/poll/definition.ts";
import {
  type Command,
  lostKeys,
  type QuestionStage,
  runOf,
  type Stage,
  statusOf,
  tickAt,
  transition,
  votingAt,
} from "../../worker/poll/stage.ts";

const flags = { changeable: true, skippable: false, resultsHidden: false, resultsOnPhones: false };
const definition: Definition = {
  title: "Träff",
  language: "sv",
  settings: { blockList: true },
  questions: [
    { ...flags, id: "q", type: "text", text: "Vad?", maxLength: 250 },
    { ...flags, id: "h", type: "text", text: "Hemligt?", maxLength: 250, resultsHidden: true },
  ],
};
const now = 1_000_000;

const draft: Stage = { phase: "draft" };
/** Comes before any question has been on stage. */
const lobby: Stage = { phase: "lobby", run: 1, asked: {} };
const open: QuestionStage = {
  phase: "question",
  run: 1,
  asked: { q: [0] },
  question: "q",
  round: 1,
  voting: { state: "open", closesAt: null },
  results: "shown",
};
const counting: QuestionStage = { ...open, voting: { state: "open", closesAt: now + 5000 } };
const locked: QuestionStage = { ...open, voting: { state: "locked" } };
const closed: Stage = {
  phase: "closed",
  run: 1,
  asked: { q: [0] },
  closedAt: now - 1,
  question: "q",
  round: 1,
  results: "shown",
};

const show = { type: "show" };
const commanded = (stage: Stage, command: Command, at = now) => transition(stage, command, definition, at);

describe("allowed", () => {
  test.each<[string, Stage, Command, Stage, object[]]>([
    [
      "the first stage call opens run 1",
      draft,
      { type: "stage", question: "q" },
      open,
      [{ type: "open-run", run: 1 }, show],
    ],
    ["so does the lobby", draft, { type: "stage", question: null }, lobby, [{ type: "open-run", run: 1 }, show]],
    ["a question comes on stage open and shown", lobby, { type: "stage", question: "q" }, open, [show]],
    [
      "or hidden where it says so",
      lobby,
      { type: "stage", question: "h" },
      { ...open, asked: { h: [0] }, question: "h", results: "hidden" },
      [show],
    ],
    [
      "unless the call says otherwise",
      lobby,
      { type: "stage", question: "h", voting: "locked", results: "shown" },
      { ...locked, asked: { h: [0] }, question: "h" },
      [show],
    ],
    ["the same question put on stage anew is open anew", locked, { type: "stage", question: "q" }, open, [show]],
    ["voting locks, results stay", open, { type: "stage", voting: "locked" }, locked, [show]],
    ["and opens again", locked, { type: "stage", voting: "open" }, open, [show]],
    [
      "results hide, voting stays",
      locked,
      { type: "stage", results: "hidden" },
      { ...locked, results: "hidden" },
      [show],
    ],
    ["a countdown starts", open, { type: "stage", seconds: 5 }, counting, [show]],
    ["and is kept while results change", counting, { type: "stage", results: "shown" }, counting, [show]],
    ["opening ends a countdown", counting, { type: "stage", voting: "open" }, open, [show]],
    ["locking ends it too", counting, { type: "stage", voting: "locked" }, locked, [show]],
    ["back to the lobby", open, { type: "stage", question: null }, { ...lobby, asked: { q: [0] } }, [show]],
    [
      "closing keeps what was shown",
      open,
      { type: "close" },
      { ...closed, closedAt: now },
      [show, { type: "finish-run", run: 1 }],
    ],
    [
      "closing from the lobby",
      lobby,
      { type: "close" },
      { phase: "closed", run: 1, asked: {}, closedAt: now, question: null, round: 1, results: "hidden" },
      [show, { type: "finish-run", run: 1 }],
    ],
    [
      "a new run",
      closed,
      { type: "start-run" },
      { phase: "lobby", run: 2, asked: {} },
      [{ type: "open-run", run: 2 }, show],
    ],
    ["a draft's first run", draft, { type: "start-run" }, lobby, [{ type: "open-run", run: 1 }, show]],
    ["a tick changes nothing early", counting, { type: "tick" }, counting, []],
    ["nor where there is no countdown", open, { type: "tick" }, open, []],
    ["nor in the lobby", lobby, { type: "tick" }, lobby, []],
    ["a new definition shows itself", open, { type: "redefine" }, open, [show]],
  ])("%s", (_name, stage, command, expected, effects) => {
    expect(commanded(stage, command)).toEqual({ ok: true, value: { stage: expected, effects } });
  });

  test("a tick at the countdown's end locks, once", () => {
    const first = commanded(counting, { type: "tick" }, now + 5000);
    expect(first).toEqual({ ok: true, value: { stage: locked, effects: [show] } });
    expect(commanded(locked, { type: "tick" }, now + 5001)).toEqual({
      ok: true,
      value: { stage: locked, effects: [] },
    });
  });

  test("a question that is deleted leaves the stage", () => {
    const without = { ...definition, questions: definition.questions.slice(1) };
    expect(transition(open, { type: "redefine" }, without, now)).toEqual({
      ok: true,
      value: { stage: { ...lobby, asked: { q: [0] } }, effects: [show] },
    });
  });
});

/** The stage after the commands, which must all be allowed. */
function stageAfter(stage: Stage, ...steps: [Command, number?][]): Stage {
  return steps.reduce((before, [command, at]) => {
    const moved = commanded(before, command, at);
    if (!moved.ok) throw new Error(JSON.stringify(moved.error));
    return moved.value.stage;
  }, stage);
}

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

describe("refused", () => {
  test.each<[string, Stage, Command, "state" | "fields"]>([
    ["a question that is not the poll's", open, { type: "stage", question: "x" }, "fields"],
    ["an empty id", open, { type: "stage", question: "" }, "fields"],
    ["open voting in the lobby", lobby, { type: "stage", voting: "open" }, "state"],
    ["shown results in the lobby", lobby, { type: "stage", question: null, results: "shown" }, "state"],
    ["a countdown in the lobby", lobby, { type: "stage", seconds: 5 }, "state"],
    ["a countdown of locked voting", locked, { type: "stage", seconds: 5 }, "state"],
    ["a stage after the close", closed, { type: "stage", question: "q" }, "state"],
    ["closing a draft", draft, { type: "close" }, "state"],
    ["closing twice", closed, { type: "close" }, "state"],
    ["a run while one is live", open, { type: "start-run" }, "state"],
    ["a second round before the first", lobby, { type: "stage", question: "q", round: 2 }, "state"],
    ["a round of nothing", lobby, { type: "stage", round: 1 }, "state"],
    ["clearing in the lobby", lobby, { type: "stage", answers: "clear" }, "state"],
    ["restoring what was not cleared", open, { type: "stage", answers: "restore" }, "state"],
    ["clearing together with something else", open, { type: "stage", answers: "clear", voting: "open" }, "fields"],
    ["a run while the lobby is live", lobby, { type: "start-run" }, "state"],
  ])("%s", (_name, stage, command, reason) => {
    expect(commanded(stage, command)).toMatchObject({ ok: false, error: { reason } });
  });
});

test("a countdown locks at its moment, whether or not a tick has come", () => {
  const voting = { state: "open", closesAt: now } as const;
  expect(votingAt(voting, now - 1)).toBe("open");
  expect(votingAt(voting, now)).toBe("locked");
  expect(votingAt({ state: "open", closesAt: null }, now)).toBe("open");
  expect(votingAt({ state: "locked" }, now)).toBe("locked");
});

test("status and run of every phase", () => {
  const table = [draft, lobby, open, locked, closed].map((stage) => [statusOf(stage), runOf(stage)]);
  expect(table).toEqual([
    ["draft", 1],
    ["live", 1],
    ["live", 1],
    ["live", 1],
    ["closed", 1],
  ]);
});
