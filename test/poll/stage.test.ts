import { describe, expect, test } from "vitest";
import { type Command, runOf, type Stage, statusOf, transition, votingAt } from "../../worker/poll/stage.ts";
import {
  closed,
  commanded,
  counting,
  definition,
  draft,
  guess,
  lobby,
  locked,
  now,
  open,
  revealed,
  show,
} from "./stages.ts";

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
    ["the right answer is shown, and voting locks", guess, { type: "stage", rightAnswer: "shown" }, revealed, [show]],
    [
      "unless the call opens it",
      guess,
      { type: "stage", rightAnswer: "shown", voting: "open" },
      { ...guess, rightAnswer: "shown" },
      [show],
    ],
    ["it stays shown while results change", revealed, { type: "stage", results: "shown" }, revealed, [show]],
    ["and while voting opens", revealed, { type: "stage", voting: "open" }, { ...guess, rightAnswer: "shown" }, [show]],
    [
      "it hides again, and voting stays",
      revealed,
      { type: "stage", rightAnswer: "hidden" },
      { ...guess, voting: { state: "locked" } },
      [show],
    ],
    ["a question put on stage anew has it hidden", revealed, { type: "stage", question: "g" }, guess, [show]],
    ["unless the call shows it", lobby, { type: "stage", question: "g", rightAnswer: "shown" }, revealed, [show]],
    ["hiding one that isn't there changes nothing", open, { type: "stage", rightAnswer: "hidden" }, open, [show]],
    [
      "closing keeps the right answer shown",
      revealed,
      { type: "close" },
      { ...closed, closedAt: now, asked: { g: [0] }, question: "g", rightAnswer: "shown" },
      [show, { type: "finish-run", run: 1 }],
    ],
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

describe("refused", () => {
  test.each<[string, Stage, Command, "state" | "fields"]>([
    ["a question that is not the poll's", open, { type: "stage", question: "x" }, "fields"],
    ["an empty id", open, { type: "stage", question: "" }, "fields"],
    ["open voting in the lobby", lobby, { type: "stage", voting: "open" }, "state"],
    ["shown results in the lobby", lobby, { type: "stage", question: null, results: "shown" }, "state"],
    ["a right answer in the lobby", lobby, { type: "stage", rightAnswer: "shown" }, "state"],
    ["a right answer of a question that has none", open, { type: "stage", rightAnswer: "shown" }, "fields"],
    ["even with others", guess, { type: "stage", question: "q", rightAnswer: "shown" }, "fields"],
    ["a countdown beside the right answer", guess, { type: "stage", rightAnswer: "shown", seconds: 5 }, "state"],
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
    ["clearing while naming any question", open, { type: "stage", answers: "clear", question: "stage" }, "fields"],
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
