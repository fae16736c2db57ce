/** A short question of each type, and an answer to it. */
import type { Answer, QuestionType } from "../../worker/questions/registry.ts";

export const items = (...texts: string[]) => texts.map((text, place) => ({ id: `${place + 1}`, text }));

export const shortQuestions = {
  choice: { text: "Vilken färg?", options: items("Röd", "Blå") },
  words: { text: "Vad tar du med dig?" },
  text: { text: "Något mer?" },
  scale: { text: "Hur var det?", statements: items("Maten", "Talen") },
  ranking: { text: "Vad är viktigast?", options: items("Dialog", "Tid", "Fika") },
  points: { text: "Vart ska pengarna?", options: items("Resor", "Fika"), total: 10 },
  number: { text: "Hur långt reste du?", min: 0, max: 1500, unit: "km" },
  grid: { text: "Var ligger förslagen?", items: items("Kurser", "Avtal") },
} satisfies Record<QuestionType, object>;

export const shortAnswers = {
  choice: { choices: ["2"] },
  words: { words: ["Öppenhet", "Åre"] },
  text: { text: "Mer kanelbullar på söndag" },
  scale: { ratings: { 1: 4, 2: null } },
  ranking: { order: ["3", "1", "2"] },
  points: { points: { 1: 3, 2: 7 } },
  number: { value: 12.5 },
  grid: { items: { 1: { x: 5, y: 5 }, 2: null } },
} satisfies Record<QuestionType, Answer>;
