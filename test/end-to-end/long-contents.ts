/** A poll with a question of each type, each as long as it may be, and what people answer to it. */

export const longText = "Hur tycker du att vi tillsammans ska kunna utveckla samarbetet mellan våra lärosäten? "
  .repeat(6)
  .slice(0, 500);

const many = (n: number, kind: string) =>
  Array.from({ length: n }, (_, index) => ({
    id: `${kind}${index}`,
    text: `Förslag ${index + 1} som är ganska långt och handlar om samverkan mellan lärosäten`,
  }));

const words = (person: number) => [
  `${person} ord`,
  `${person}${"W".repeat(38)}`,
  `${person} kompetensutveckling`,
  `${person} ordbildningsmöjlighetsundersökning`,
  ...["samverkan", "tid", "öppenhet", "協".repeat(38), "🎉 fest", "mod", "möten"].map((word) => `${word}${person % 3}`),
];

export const longQuestions = [
  { id: "words", type: "words", text: longText, maxWords: 20 },
  { id: "choice", type: "choice", text: longText, options: many(20, "c") },
  { id: "ranking", type: "ranking", text: longText, options: many(10, "r") },
  { id: "points", type: "points", text: longText, options: many(10, "p") },
  { id: "scale", type: "scale", text: longText, statements: many(10, "s") },
  { id: "number", type: "number", text: longText, min: 0, max: 1_000_000, unit: "kronor" },
  {
    id: "grid",
    type: "grid",
    text: longText,
    items: many(8, "g"),
    xLabels: ["Mycket liten insats", "Mycket stor insats"],
    yLabels: ["Liten nytta", "Stor nytta"],
  },
  { id: "text", type: "text", text: longText },
];

const each = <T>(n: number, kind: string, value: (index: number) => T) =>
  Object.fromEntries(Array.from({ length: n }, (_, index) => [`${kind}${index}`, value(index)]));

export function longAnswer(question: string, person: number): unknown {
  switch (question) {
    case "words":
      return { words: words(person) };
    case "choice":
      return { choices: [`c${person}`] };
    case "ranking":
      return { order: many(10, "r").map(({ id }) => id) };
    case "points":
      return { points: each(10, "p", () => 10) };
    case "scale":
      return { ratings: each(10, "s", (index) => 1 + ((index + person) % 5)) };
    case "number":
      return { value: person * 333_333 };
    case "grid":
      return { items: each(8, "g", () => ({ x: 5 + person, y: 5 })) };
    default:
      return { text: "Mer tid för samverkan, tack! ".repeat(6) };
  }
}
