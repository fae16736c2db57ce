import { expect, test } from "vitest";
import type { Definition } from "../../worker/poll/definition.ts";
import { definitionForShards } from "../../worker/poll/shard-definition.ts";
import { showsTallyOnPhones, stageFrame, type Viewer } from "../../worker/poll/snapshots.ts";
import type { Stage } from "../../worker/poll/stage.ts";

const flags = { changeable: true, skippable: false, resultsHidden: false };
const definition: Definition = {
  title: "Träff",
  language: "sv",
  settings: { blockList: true },
  questions: [
    { ...flags, id: "q", type: "text", text: "Vad?", maxLength: 250, resultsOnPhones: true },
    { ...flags, id: "p", type: "text", text: "Annat?", maxLength: 250, resultsOnPhones: false },
    {
      ...flags,
      id: "g",
      type: "number",
      text: "Hur många?",
      min: 0,
      max: 100,
      unit: "",
      rightValue: 42,
      closeWithin: 7,
      resultsOnPhones: true,
    },
  ],
};
const now = Date.UTC(2026, 2, 19, 13);
const onStage = (question: string, closesAt: number | null) => ({
  phase: "question" as const,
  run: 3,
  asked: { [question]: [0] },
  question,
  round: 1,
  voting: { state: "open" as const, closesAt },
  results: "shown" as const,
});
const frameOf = (stage: Stage, viewer: Viewer = "attendees") => stageFrame(stage, definition, 9, now, viewer);

test("shows the question on stage and nothing of the others", () => {
  const frame = frameOf(onStage("q", null));
  expect(frame).toEqual({
    type: "stage",
    seq: 9,
    run: 3,
    title: "Träff",
    status: "live",
    language: "sv",
    question: definition.questions[0],
    round: 1,
    asking: "q~1.0",
    voting: "open",
    results: "shown",
  });
  expect(JSON.stringify(frame)).not.toContain("Annat?");
});

test("a countdown has its end in ISO 8601, and none once it has passed", () => {
  expect(frameOf(onStage("q", now + 5000))).toMatchObject({ voting: "open", closesAt: "2026-03-19T13:00:05.000Z" });
  const over = frameOf(onStage("q", now));
  expect(over.voting).toBe("locked");
  expect(over).not.toHaveProperty("closesAt");
});

test.each<[Stage, object]>([
  [{ phase: "draft" }, { run: 1, status: "draft" }],
  [
    { phase: "lobby", run: 2, asked: {} },
    { run: 2, status: "live" },
  ],
])("%j has no question and is locked", (stage, expected) => {
  expect(frameOf(stage)).toMatchObject({ ...expected, question: null, voting: "locked", results: "hidden" });
});

test("a closed run keeps showing its last question, locked", () => {
  const closed: Stage = {
    phase: "closed",
    run: 3,
    asked: { q: [0] },
    closedAt: now,
    question: "q",
    round: 1,
    results: "shown",
  };
  expect(frameOf(closed)).toMatchObject({
    status: "closed",
    question: { id: "q" },
    voting: "locked",
    results: "shown",
  });
  expect(frameOf({ ...closed, question: "gone" }).question).toBeNull();
});

test("phones get tallies only where the question allows it and the stage shows them", () => {
  expect(showsTallyOnPhones(frameOf(onStage("q", null)))).toBe(true);
  expect(showsTallyOnPhones(frameOf(onStage("p", null)))).toBe(false);
  expect(showsTallyOnPhones({ ...frameOf(onStage("q", null)), results: "hidden" })).toBe(false);
  expect(showsTallyOnPhones(frameOf({ phase: "lobby", run: 1, asked: {} }))).toBe(false);
});

test.each<[string, Exclude<Stage, { phase: "draft" | "lobby" }>]>([
  ["on stage", onStage("g", null)],
  [
    "once the run is closed",
    { phase: "closed", run: 3, asked: {}, closedAt: now, question: "g", round: 1, results: "shown" },
  ],
])("a right answer is the presenters' until it is shown: %s", (_name, hidden) => {
  const secret = frameOf(hidden);
  expect(secret.question).toEqual({
    ...flags,
    id: "g",
    type: "number",
    text: "Hur många?",
    min: 0,
    max: 100,
    unit: "",
    resultsOnPhones: true,
  });
  expect(secret).not.toHaveProperty("rightAnswer");
  expect(frameOf(hidden, "presenters")).toMatchObject({
    rightAnswer: "hidden",
    question: { rightValue: 42, closeWithin: 7 },
  });
  const shown: Stage = { ...hidden, rightAnswer: "shown" };
  for (const viewer of ["attendees", "presenters"] as const) {
    expect(frameOf(shown, viewer)).toMatchObject({
      rightAnswer: "shown",
      question: { rightValue: 42, closeWithin: 7 },
    });
  }
});

test("a presenter's notes never reach attendees, also where the right answer is shown", () => {
  const [first, , guess] = definition.questions;
  if (first === undefined || guess === undefined) throw new Error("the definition has three questions");
  const notes = "Vänta in dem på balkongen.";
  const noted = { ...definition, questions: [first, guess].map((question) => ({ ...question, notes })) };
  const stages: Stage[] = [onStage("q", null), { ...onStage("g", null), rightAnswer: "shown" }, onStage("g", null)];
  for (const stage of stages) {
    expect(JSON.stringify(stageFrame(stage, noted, 9, now, "attendees"))).not.toContain("balkongen");
    expect(stageFrame(stage, noted, 9, now, "presenters")).toMatchObject({ question: { notes } });
    expect(stageFrame(stage, definitionForShards(noted), 9, now, "attendees")).toEqual(
      stageFrame(stage, noted, 9, now, "attendees"),
    );
  }
});

test("a question without a right answer says nothing of one", () => {
  expect(frameOf({ ...onStage("q", null), rightAnswer: "shown" }, "presenters")).not.toHaveProperty("rightAnswer");
});
