import { describe, expect, it } from "vitest";
import { resultsEn } from "../../../web/messages/results.en.ts";
import { resultsSv } from "../../../web/messages/results.sv.ts";
import { translator } from "../../../web/messages/translate.ts";
import { sentenceOf } from "../../../web/results/sentences.ts";
import type { GridView } from "../../../worker/questions/grid/rules.ts";
import type { Question, QuestionOf } from "../../../worker/questions/registry.ts";
import type { ShownTally } from "../../../worker/questions/tally.ts";

const sv = { t: translator(resultsSv, "sv"), language: "sv" };
const en = { t: translator(resultsEn, "en"), language: "en" };
/** The Swedish space before the percent sign is a no-break one. */
const told = (question: Question, tally: ShownTally, reader = sv) =>
  sentenceOf(question, tally, reader).replaceAll("\u00a0", " ");

const common = {
  id: "q",
  text: "?",
  changeable: true,
  skippable: false,
  resultsHidden: false,
  resultsOnPhones: false,
} as const;
const choice: QuestionOf<"choice"> = {
  ...common,
  type: "choice",
  maxChoices: 1,
  options: [
    { id: "a", text: "Te" },
    { id: "b", text: "Kaffe" },
    { id: "c", text: "Vatten" },
  ],
};
const words: Question = { ...common, type: "words", maxWords: 3 };
const text: Question = { ...common, type: "text", maxLength: 250 };
const scale: QuestionOf<"scale"> = {
  ...common,
  type: "scale",
  min: 1,
  max: 5,
  minLabel: "",
  maxLabel: "",
  statements: [
    { id: "x", text: "Tiden räckte" },
    { id: "y", text: "Maten var god" },
  ],
};
const word = (form: string, count: number) => ({ word: form, count, variants: { [form]: count } });
const rated = (mean: number | null) => ({ counts: {}, skipped: 0, mean, median: mean });

describe("the sentence of a choice", () => {
  it("names the most chosen option with its share of those who answered", () => {
    const tally = { answered: 87, counts: { a: 18, b: 35, c: 34 } };
    expect(told(choice, tally)).toBe("Flest svarade ”Kaffe”: 35 av 87 (40 %).");
    expect(told(choice, tally, en)).toBe("Most chose “Kaffe”: 35 of 87 (40%).");
  });
  it("says it when several share the lead, or all agree", () => {
    expect(told(choice, { answered: 4, counts: { a: 2, b: 2, c: 0 } })).toBe(
      "Lika många svarade ”Te” och ”Kaffe”: 2 var av 4.",
    );
    expect(told(choice, { answered: 3, counts: { a: 3, b: 0, c: 0 } })).toBe("Alla 3 svarade ”Te”.");
  });
  it("says that no one has answered", () => {
    expect(told(choice, { answered: 0, counts: { a: 0, b: 0, c: 0 } })).toBe("Ingen har svarat.");
  });
});

describe("the sentence of words", () => {
  it("names the most frequent word, or those that share the place", () => {
    expect(told(words, { answered: 9, words: [word("lärande", 5), word("höra", 2)] })).toBe(
      "Det vanligaste ordet var ”lärande”, från 5 deltagare.",
    );
    expect(told(words, { answered: 9, words: [word("lärande", 5), word("höra", 5)] }, en)).toBe(
      "The most frequent words were “lärande” and “höra”, given by 5 attendees each.",
    );
  });
  it("does not call a word frequent that came once", () => {
    expect(told(words, { answered: 2, words: [word("lärande", 1), word("höra", 1)] })).toBe(
      "Inget ord kom från mer än en deltagare.",
    );
  });
  it("is true where every word is hidden", () => {
    expect(told(words, { answered: 1, words: [], hidden: 1 })).toBe("Alla ord som lämnades är dolda.");
  });
});

it("the sentence of texts counts who wrote", () => {
  expect(told(text, { answered: 1, entries: [] })).toBe("En deltagare skrev en text.");
  expect(told(text, { answered: 1200, entries: [] }, en)).toBe("1,200 attendees wrote a text.");
});

describe("the sentence of a scale", () => {
  it("names the highest and the lowest mean", () => {
    expect(told(scale, { answered: 9, statements: { x: rated(2.966), y: rated(4) } })).toBe(
      "”Maten var god” fick högst medelvärde, 4,0, och ”Tiden räckte” lägst, 2,97 (skala 1 till 5).",
    );
  });
  it("names all that share a mean", () => {
    const three = { ...scale, statements: [...scale.statements, { id: "z", text: "Ljudet var bra" }] };
    const tally = { answered: 9, statements: { x: rated(2), y: rated(4), z: rated(4) } };
    expect(told(three, tally)).toBe(
      "”Maten var god” och ”Ljudet var bra” fick högst medelvärde, 4,0, och ”Tiden räckte” lägst, 2,0 (skala 1 till 5).",
    );
  });
  it("is true for equal means, a single statement, and none rated", () => {
    expect(told(scale, { answered: 9, statements: { x: rated(3), y: rated(3) } })).toBe(
      "Alla påståenden fick medelvärdet 3,0 (skala 1 till 5).",
    );
    expect(told(scale, { answered: 9, statements: { x: rated(null), y: rated(3.5) } }, en)).toBe(
      "“Maten var god” has the mean 3.5 on a scale from 1 to 5.",
    );
    expect(told(scale, { answered: 9, statements: { x: rated(null), y: rated(null) } })).toBe(
      "Alla påståenden hoppades över.",
    );
  });
});

describe("the sentence of a ranking", () => {
  const ranking: Question = { ...common, type: "ranking", options: choice.options };
  const option = (points: number, meanRank: number) => ({ points, firsts: 0, meanRank });

  it("names first and last with their points and mean places", () => {
    const tally = { answered: 3, options: { a: option(1, 8 / 3), b: option(5, 4 / 3), c: option(3, 2) } };
    expect(told(ranking, tally)).toBe("”Kaffe” kom först och ”Te” sist (poäng 5 och 1, medelplats 1,33 och 2,67).");
    expect(told(ranking, tally, en)).toBe(
      "“Kaffe” came first and “Te” last (points 5 and 1, mean place 1.33 and 2.67).",
    );
  });
  it("names all who are last", () => {
    const tally = { answered: 2, options: { a: option(4, 1), b: option(1, 2.5), c: option(1, 2.5) } };
    expect(told(ranking, tally)).toBe(
      "”Te” kom först och ”Kaffe” och ”Vatten” sist (poäng 4 och 1, medelplats 1,0 och 2,5).",
    );
  });
  it("is true where several share the first place, or all", () => {
    const two = { answered: 2, options: { a: option(3, 1.5), b: option(3, 1.5), c: option(0, 3) } };
    expect(told(ranking, two)).toBe("”Te” och ”Kaffe” delar första platsen med 3 poäng var.");
    const all = { answered: 3, options: { a: option(3, 2), b: option(3, 2), c: option(3, 2) } };
    expect(told(ranking, all)).toBe("Alla alternativ fick lika många poäng, 3 var.");
    expect(told(ranking, { ...all, answered: 0 })).toBe("Ingen har svarat.");
  });
});

describe("the sentence of points", () => {
  const points: Question = { ...common, type: "points", total: 100, options: choice.options };
  const option = (mean: number) => ({ points: mean * 4, mean });

  it("names what got the most and the least on average", () => {
    const tally = { answered: 4, options: { a: option(20), b: option(74.25), c: option(5.75) } };
    expect(told(points, tally)).toBe("”Kaffe” fick mest, 74,25 av 100 poäng i snitt, och ”Vatten” minst, 5,75.");
    expect(told(points, tally, en)).toBe(
      "“Kaffe” got the most, 74.25 of 100 points on average, and “Vatten” the least, 5.75.",
    );
  });
  it("is true where several got as much", () => {
    const least = { answered: 4, options: { a: option(50), b: option(25), c: option(25) } };
    expect(told(points, least)).toBe(
      "”Te” fick mest, 50,0 av 100 poäng i snitt, och ”Kaffe” och ”Vatten” minst, 25,0.",
    );
    const two = { answered: 4, options: { a: option(45), b: option(45), c: option(10) } };
    expect(told(points, two)).toBe("”Te” och ”Kaffe” fick mest, 45,0 av 100 poäng var i snitt.");
    const all = { answered: 4, options: { a: option(100 / 3), b: option(100 / 3), c: option(100 / 3) } };
    expect(told(points, all)).toBe("Alla alternativ fick lika mycket, 33,33 av 100 poäng i snitt.");
  });
});

describe("the sentence of a number", () => {
  const number: QuestionOf<"number"> = { ...common, type: "number", min: 0, max: 1000, unit: "kg" };
  const tally = (answered: number, mean: number, median: number, min: number, max: number) => ({
    answered,
    histogram: [],
    mean,
    median,
    min,
    max,
  });

  it("has mean and median, and from where to where answers go", () => {
    expect(told(number, tally(9, 185.4242, 144.5, 0.5, 1000))).toBe(
      "Medelvärdet är 185,4 kg och medianen 144,5 kg; svaren går från 0,5 kg till 1 000 kg.",
    );
    expect(told({ ...number, max: 10, unit: "" }, tally(9, 3.1375, 3, 0, 9), en)).toBe(
      "The mean is 3.14 and the median 3; the answers go from 0 to 9.",
    );
  });
  it("tells how a guess compares with the right answer", () => {
    const right = { value: 150, closeWithin: 50, exact: 0, close: 4 };
    expect(told(number, { ...tally(9, 185.4242, 144.5, 0.5, 1000), right })).toBe(
      "Medelvärdet är 185,4 kg och medianen 144,5 kg; svaren går från 0,5 kg till 1 000 kg. Rätt svar är 150 kg: 4 av 9 kom nära (±50 kg) och 0 gissade exakt rätt.",
    );
    expect(told(number, { ...tally(3, 150, 150, 150, 150), right: { ...right, exact: 3, close: 3 } }, en)).toBe(
      "All 3 answered 150 kg. The right answer is 150 kg: 3 of 3 came close (±50 kg) and 3 guessed exactly right.",
    );
  });
  it("is true where all gave the same, one did, or none", () => {
    expect(told(number, tally(3, 5, 5, 5, 5))).toBe("Alla 3 svarade 5 kg.");
    expect(told(number, tally(1, 5, 5, 5, 5))).toBe("En deltagare svarade 5 kg.");
    expect(told(number, { answered: 0, histogram: [], mean: null, median: null, min: null, max: null })).toBe(
      "Ingen har svarat.",
    );
  });
});

describe("the sentence of a grid", () => {
  const grid: QuestionOf<"grid"> = {
    ...common,
    type: "grid",
    xLabels: ["Lätt", "Svårt"],
    yLabels: ["", ""],
    items: [
      { id: "a", text: "Webb" },
      { id: "b", text: "Podd" },
    ],
  };
  const placed = (x: number, y: number) => ({ x, y, n: 3, skipped: 0 });
  const nowhere = { x: null, y: null, n: 0, skipped: 3 };
  const tallyOf = (items: GridView["items"]) => ({ answered: 3, items, spread: {} });

  it("names what stands furthest along each axis, and what its end means", () => {
    expect(told(grid, tallyOf({ a: placed(7.25, 2), b: placed(1, 8) }))).toBe(
      "Längst till höger (Svårt) ligger ”Webb”, 7,25 av 10, och högst upp ligger ”Podd”, 8,0 av 10.",
    );
    expect(told(grid, tallyOf({ a: placed(5, 2), b: placed(5, 8) }), en)).toBe(
      "Furthest right (Svårt): “Webb” and “Podd”, 5.0 of 10; furthest up: “Podd”, 8.0 of 10.",
    );
  });
  it("is true for a single item that is placed, and for none", () => {
    expect(told(grid, tallyOf({ a: placed(7.25, 2), b: nowhere }))).toBe(
      "”Webb” ligger på 7,25 av 10 åt höger (Svårt) och 2,0 av 10 uppåt.",
    );
    expect(told(grid, tallyOf({ a: nowhere, b: nowhere }))).toBe("Alla saker hoppades över.");
  });
});
