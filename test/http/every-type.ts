/** A question of each type with every optional field, none of them as it would be by default. */
import type { QuestionType } from "../../worker/questions/registry.ts";
import { readCsv } from "../export/csv-reader.ts";
import { createPoll, type TestPoll } from "./poll-client.ts";

const common = {
  changeable: false,
  skippable: true,
  resultsHidden: true,
  resultsOnPhones: true,
  notes: "Ge dem tid.\nVänta in balkongen.",
};
const items = (...texts: string[]) => texts.map((text, place) => ({ id: `${place + 1}`, text }));

export const fullQuestions = {
  choice: {
    ...common,
    id: "choice",
    type: "choice",
    text: "Vilken färg?",
    options: items("Röd", "Blå", "Grön"),
    maxChoices: 2,
    allowOther: true,
    randomOrder: true,
  },
  words: { ...common, id: "words", type: "words", text: "Fem ord om dagen", maxWords: 5 },
  text: {
    ...common,
    id: "text",
    type: "text",
    text: "Vad tar du med dig?\nOch varför?",
    maxLength: 100,
    approveFirst: true,
  },
  scale: {
    ...common,
    id: "scale",
    type: "scale",
    text: "Hur var det?",
    statements: items("Maten", "Talen"),
    min: -2,
    max: 2,
    minLabel: "Uselt",
    maxLabel: "Utmärkt",
  },
  ranking: {
    ...common,
    id: "ranking",
    type: "ranking",
    text: "Vad är viktigast?",
    options: items("Dialog", "Kortare kurser", "Tid"),
  },
  points: {
    ...common,
    id: "points",
    type: "points",
    text: "Vart ska pengarna?",
    options: items("It", "Fika", "Resor"),
    total: 10,
  },
  number: {
    ...common,
    id: "number",
    type: "number",
    text: "Hur långt reste du hit?",
    min: 0.5,
    max: 1000,
    unit: "km",
    rightValue: 450,
    closeWithin: 20.5,
  },
  grid: {
    ...common,
    id: "grid",
    type: "grid",
    text: "Var ligger förslagen?",
    items: items("Webb", "Podd"),
    xLabels: ["Lätt", "Svårt"],
    yLabels: ["Liten nytta", "Stor nytta"],
  },
} satisfies Record<QuestionType, { id: string; type: QuestionType; text: string; [field: string]: unknown }>;

export const fullDefinition = {
  title: "Allt på en gång",
  language: "sv",
  questions: Object.values(fullQuestions),
  settings: {
    blockList: false,
    blockedWords: ["kaffe"],
    allowedWords: ["fan", "två ord"],
    embed: true,
    sharedDevice: true,
    retentionDays: 30,
    accent: "#0a7f8c",
    logo: {
      image:
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      alt: "Nätverkets märke",
    },
  },
};

/** An answer to each, with something skipped where a part can be. */
export const goodAnswers = {
  choice: { choices: ["2"], other: "Turkos" },
  words: { words: ["öppenhet", "Åre"] },
  text: { text: "Mer fika\ni Örebro" },
  scale: { ratings: { 1: -2, 2: null } },
  ranking: { order: ["3", "1", "2"] },
  points: { points: { 1: 6, 2: 4, 3: 0 } },
  number: { value: 12.5 },
  grid: { items: { 1: { x: 6.5, y: 0 }, 2: null } },
} satisfies Record<QuestionType, object>;

/** The good answers as the fields of the page's form. */
export const goodForms = {
  choice: [
    ["choice", "2"],
    ["choice", "~"],
    ["other", " Turkos "],
  ],
  words: [
    ["word", "öppenhet"],
    ["word", ""],
    ["word", " Åre "],
  ],
  // As browsers write the end of a line.
  text: [["text", "Mer fika\r\ni Örebro\r\n"]],
  scale: [
    ["slider.1", "-2"],
    ["rating.1", "slider"],
    ["rating.2", "none"],
  ],
  ranking: [
    ["order", "3"],
    ["order", "1"],
    ["order", "2"],
  ],
  points: [
    ["points.1", "6"],
    ["points.2", "4"],
    ["points.3", ""],
  ],
  number: [["number", "12,5"]],
  grid: [
    ["x.1", "6.5"],
    ["y.1", "0"],
    ["at.1", "here"],
    ["x.2", "5"],
    ["y.2", "5"],
    ["at.2", "none"],
  ],
} satisfies Record<QuestionType, [string, string][]>;

/** A poll of one of the questions alone, which can't be skipped, on stage. */
export async function askedAlone(type: QuestionType, fields: Record<string, unknown> = {}): Promise<TestPoll> {
  const poll = await createPoll({
    ...fullDefinition,
    questions: [{ ...fullQuestions[type], skippable: false, changeable: true, ...fields }],
  });
  await poll.stage({ question: type, results: "shown" });
  return poll;
}

/** The answers of all ballots, as the organiser's file has them. */
export async function ballotsOf(poll: TestPoll): Promise<unknown[]> {
  const csv = await (await poll.call("GET", "/ballots.csv")).text();
  const [, ...rows] = readCsv(csv);
  return rows.map((row) => JSON.parse(row[3] ?? ""));
}
