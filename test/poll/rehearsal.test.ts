import { describe, expect, test } from "vitest";
import { stageFrame, viewerFrame } from "../../worker/poll/snapshots.ts";
import { type Command, lastingRun, type Stage, statusOf, tickAt } from "../../worker/poll/stage.ts";
import { closed, commanded, definition, draft, lobby, now, open, show, stageAfter } from "./stages.ts";

const hour = 3_600_000;
const begin: Command = { type: "begin-rehearsal", run: -1 };
const end: Command = { type: "end-rehearsal" };
const onStage: Command = { type: "stage", question: "q" };
const wiped = [show, { type: "wipe-run", run: -1 }];
const rehearsing = stageAfter(draft, [begin]);

describe.each<[string, Stage]>([
  ["a draft", draft],
  ["a poll between two runs", closed],
])("%s", (_name, before) => {
  test("is rehearsed in a run of its own, which begins in the lobby", () => {
    expect(commanded(before, begin)).toEqual({
      ok: true,
      value: {
        stage: { phase: "lobby", run: -1, asked: {}, rehearsal: { before, endsAt: now + hour } },
        effects: [{ type: "open-run", run: -1 }, show],
      },
    });
  });

  test.each<[string, Command, number]>([
    ["ending it", end, now],
    ["closing", { type: "close" }, now],
    ["an hour without a command", { type: "tick" }, now + hour],
  ])("is as it was after %s, and the rehearsal is wiped", (_way, command, at) => {
    const stage = stageAfter(before, [begin], [onStage]);
    expect(commanded(stage, command, at)).toEqual({ ok: true, value: { stage: before, effects: wiped } });
  });

  test("has a record that knows nothing of it", () => {
    const stage = stageAfter(before, [begin], [onStage]);
    expect(lastingRun(stage)).toEqual(lastingRun(before));
    expect(statusOf(stage)).toBe("live");
  });
});

test("the stage works as in a run, and opens none", () => {
  expect(commanded(rehearsing, onStage)).toEqual({
    ok: true,
    value: { stage: { ...open, run: -1, rehearsal: { before: draft, endsAt: now + hour } }, effects: [show] },
  });
});

test("a question that goes while it is on stage leaves the rehearsal on", () => {
  const stage = stageAfter(draft, [begin], [{ type: "stage", question: "q" }]);
  expect(commanded({ ...stage, question: "gone" } as Stage, { type: "redefine" })).toMatchObject({
    value: { stage: { phase: "lobby", run: -1, rehearsal: { before: draft } } },
  });
});

test("each command puts its end off", () => {
  const later = stageAfter(draft, [begin], [onStage, now + hour - 1]);
  expect(tickAt(later)).toBe(now + 2 * hour - 1);
  expect(commanded(later, { type: "tick" }, now + hour)).toEqual({ ok: true, value: { stage: later, effects: [] } });
});

test("a countdown in it comes before its end", () => {
  expect(tickAt(stageAfter(draft, [begin], [{ type: "stage", question: "q", seconds: 5 }]))).toBe(now + 5000);
});

test.each<[string, Stage, Command]>([
  ["during a run", lobby, begin],
  ["during a question", open, begin],
  ["twice", rehearsing, begin],
  ["ended where none is on", draft, end],
  ["ended where a run is on", open, end],
  ["turned into a run", rehearsing, { type: "start-run" }],
])("is refused %s", (_when, stage, command) => {
  expect(commanded(stage, command)).toMatchObject({ ok: false, error: { reason: "state" } });
});

test("the next rehearsal has nothing of the last", () => {
  const again = stageAfter(draft, [begin], [onStage], [end], [{ type: "begin-rehearsal", run: -2 }]);
  expect(again).toMatchObject({ run: -2, asked: {} });
});

test("a frame in slides is marked too", () => {
  const frame = stageFrame(stageAfter(draft, [begin], [onStage]), definition, 1, now, "attendees");
  expect(viewerFrame(frame, null)).toMatchObject({ question: { id: "q" }, rehearsal: true });
});

test("only a rehearsal's frames are marked, for presenters and attendees", () => {
  for (const viewer of ["presenters", "attendees"] as const) {
    expect(stageFrame(rehearsing, definition, 1, now, viewer)).toMatchObject({ run: -1, rehearsal: true });
    expect(stageFrame(lobby, definition, 1, now, viewer)).not.toHaveProperty("rehearsal");
  }
});
