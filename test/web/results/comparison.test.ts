import { describe, expect, test } from "vitest";
import { chartsEn } from "../../../web/messages/charts.en.ts";
import { resultsEn } from "../../../web/messages/results.en.ts";
import { translator } from "../../../web/messages/translate.ts";
import { type ComparedQuestion, compareRuns, pictureAxis } from "../../../web/results/comparison.ts";
import { cellText, changeText, itemName } from "../../../web/results/comparison-figures.ts";
import type { QuestionResult, Results } from "../../../worker/poll/results.ts";
import { questionRules } from "../../../worker/questions/registry.ts";

const reader = { t: translator({ ...resultsEn, ...chartsEn }, "en"), language: "en" };

/** A result with the definition that its type's rules make of `fields`. */
function result(fields: Record<string, unknown> & { type: QuestionResult["type"] }, tally: object): QuestionResult {
  const question = { id: "q", text: "What?", ...fields };
  const common = { changeable: true, skippable: true, resultsHidden: false, resultsOnPhones: false };
  const made: QuestionResult = JSON.parse(
    JSON.stringify({
      id: question.id,
      type: question.type,
      text: question.text,
      answered: 0,
      tally: { answered: 0, ...tally },
      definition: { ...common, ...question },
    }),
  );
  return made;
}

function run(number: number, ...questions: QuestionResult[]): Results {
  const at = "2026-03-19T15:00:00.000Z";
  const [poll, title, status, language] = ["p", "Poll", "closed", "en"] as const;
  return { poll, run: number, title, status, generatedAt: at, closedAt: at, joined: 10, language, questions };
}

function onlyQuestion(before: QuestionResult, after: QuestionResult): ComparedQuestion {
  const { questions } = compareRuns(run(1, before), run(2, after));
  const [compared] = questions;
  if (compared === undefined || questions.length !== 1) throw new Error("one question was compared");
  return compared;
}

/** The table as it is read: item, both runs' cells, the change. */
const tableOf = (compared: ComparedQuestion) =>
  compared.rows.map((row) => [
    itemName(row, compared, reader.t),
    cellText(row.before, compared, reader),
    cellText(row.after, compared, reader),
    changeText(row, compared, reader),
  ]);

const options = (...ids: string[]) => ids.map((id) => ({ id, text: id.toUpperCase() }));

describe("two runs, question by question", () => {
  test("a choice: shares of those who answered, and percentage points", () => {
    const choice = { type: "choice", maxChoices: 1 } as const;
    const compared = onlyQuestion(
      result({ ...choice, options: options("a", "b", "old") }, { answered: 8, counts: { a: 2, b: 6, old: 0 } }),
      result({ ...choice, options: options("b", "a", "new") }, { answered: 10, counts: { a: 5, b: 4, new: 1 } }),
    );
    // 4/10 − 6/8 = −35 points; 5/10 − 2/8 = +25.
    expect(tableOf(compared)).toEqual([
      ["B", "75% (6 of 8)", "40% (4 of 10)", "-35.0"],
      ["A", "25% (2 of 8)", "50% (5 of 10)", "+25.0"],
      ["NEW", "not there", "10% (1 of 10)", "–"],
      ["OLD", "0% (0 of 8)", "not there", "–"],
    ]);
    expect(pictureAxis(compared)).toMatchObject({ from: 0, to: 0.75, marks: false });
    expect(compared.settingsDiffer).toBe(false);
  });

  test("words that came, went and stayed, in whichever spelling", () => {
    const words = { type: "words", maxWords: 3 } as const;
    const compared = onlyQuestion(
      result(words, { answered: 4, words: [given("Höra", 3), given("fika", 1)] }),
      result(words, { answered: 5, words: [given("höra", 1), given("tid", 2)] }),
    );
    expect(tableOf(compared)).toEqual([
      ["höra", "75% (3 of 4)", "20% (1 of 5)", "-55.0"],
      ["tid", "0% (0 of 4)", "40% (2 of 5)", "+40.0 (new)"],
      ["fika", "25% (1 of 4)", "0% (0 of 5)", "-25.0 (gone)"],
    ]);
  });

  test("a scale: means, each with how many gave one", () => {
    const scale = { type: "scale", min: 1, max: 5, statements: options("a", "b") } as const;
    // `n` who gave one: with those who skipped it fewer than answered, where it was put in while the run was on.
    const rated = (mean: number | null, n: number) => ({ counts: { 1: 1, 4: n - 1 }, mean, median: mean, skipped: 1 });
    const compared = onlyQuestion(
      result(scale, { answered: 6, statements: { a: rated(3.5, 4), b: rated(4, 6) } }),
      result(
        { ...scale, max: 7 },
        { answered: 9, statements: { a: rated(4.25, 5), b: { ...rated(null, 1), counts: {} } } },
      ),
    );
    expect(tableOf(compared)).toEqual([
      ["A", "3.50 (n = 4)", "4.25 (n = 5)", "+0.75"],
      ["B", "4.00 (n = 6)", "no answers", "–"],
    ]);
    expect(pictureAxis(compared)).toMatchObject({ from: 1, to: 7, marks: true });
    // The scale went to 5, and now goes to 7.
    expect(compared.settingsDiffer).toBe(true);
  });

  test("what was worded otherwise is told, and other words at an axis' ends are other settings", () => {
    const scale = { type: "scale", min: 1, max: 5, minLabel: "Low", statements: options("a", "b") } as const;
    const figures = { answered: 1, statements: {} };
    const [, second = { id: "", text: "" }] = scale.statements;
    const reworded = { ...scale, statements: [{ id: "a", text: "Anew" }, second] };
    expect(onlyQuestion(result(scale, figures), result(reworded, figures))).toMatchObject({
      settingsDiffer: false,
      rows: [{ item: "Anew", itemBefore: "A" }, { item: "B" }],
    });
    const ends = onlyQuestion(result(scale, figures), result({ ...scale, minLabel: "High" }, figures));
    expect(ends.settingsDiffer).toBe(true);
    expect(ends.rows[0]).not.toHaveProperty("itemBefore");
  });

  test("a ranking: mean places, of which the first is the least", () => {
    const ranking = { type: "ranking", options: options("a", "b") } as const;
    const placed = (meanRank: number) => ({ points: 0, firsts: 0, meanRank });
    const compared = onlyQuestion(
      result(ranking, { answered: 4, options: { a: placed(1.25), b: placed(1.75) } }),
      result(ranking, { answered: 2, options: { a: placed(2), b: placed(1) } }),
    );
    expect(tableOf(compared)).toEqual([
      ["A", "1.25 (n = 4)", "2.00 (n = 2)", "+0.75"],
      ["B", "1.75 (n = 4)", "1.00 (n = 2)", "-0.75"],
    ]);
    expect(pictureAxis(compared)).toBeNull();
  });

  test("points, numbers and places on a grid: means and medians", () => {
    const points = { type: "points", total: 10, options: options("a") } as const;
    const shared = (mean: number) => ({ options: { a: { points: 0, mean } } });
    expect(
      tableOf(
        onlyQuestion(result(points, { answered: 2, ...shared(7) }), result(points, { answered: 3, ...shared(6.5) })),
      ),
    ).toEqual([["A", "7.00 (n = 2)", "6.50 (n = 3)", "-0.50"]]);

    const number = { type: "number", min: 0, max: 100 } as const;
    const figures = (mean: number, median: number) => ({ histogram: [], mean, median, min: 0, max: 100 });
    const numbers = tableOf(
      onlyQuestion(
        result(number, { answered: 2, ...figures(40, 42) }),
        result(number, { answered: 3, ...figures(50.5, 42) }),
      ),
    );
    expect(numbers.map(([item, , , change]) => [item, change])).toEqual([
      ["Mean", "+10.50"],
      ["Median", "0.00"],
    ]);

    const grid = { type: "grid", items: options("a"), xLabels: ["", "Hard"], yLabels: ["", ""] } as const;
    const at = (x: number, y: number, n: number) => ({ items: { a: { x, y, n, skipped: 0 } }, spread: {} });
    expect(
      tableOf(
        onlyQuestion(result(grid, { answered: 2, ...at(3, 8, 2) }), result(grid, { answered: 3, ...at(4, 6, 1) })),
      ),
    ).toEqual([
      ["A, across (Hard)", "3.00 (n = 2)", "4.00 (n = 1)", "+1.00"],
      ["A, upwards", "8.00 (n = 2)", "6.00 (n = 1)", "-2.00"],
    ]);
  });

  test("questions of another id or type are told, not compared, and so is a round that only one run had", () => {
    const text = (id: string) => result({ id, type: "text", text: id }, { entries: [] });
    const twice = { ...text("rounds"), secondRound: { answered: 1, tally: { answered: 1, entries: [] } } };
    const before = run(1, text("gone"), text("kept"), text("typed"), text("rounds"));
    const after = run(2, text("kept"), result({ id: "typed", type: "words", text: "typed" }, { words: [] }), twice);
    const { questions, onlyBefore, onlyAfter } = compareRuns(before, after);
    expect(questions.map(({ question, round }) => [question.id, round])).toEqual([
      ["kept", null],
      ["rounds", 1],
    ]);
    expect(onlyBefore).toEqual([
      { text: "gone", round: null },
      { text: "typed", round: null },
    ]);
    expect(onlyAfter).toEqual([
      { text: "typed", round: null },
      { text: "rounds", round: 2 },
    ]);
  });

  test("a question that was worded otherwise says so", () => {
    const text = (wording: string) => result({ type: "text", text: wording }, { entries: [] });
    expect(onlyQuestion(text("Hur?"), text("Hur då?"))).toMatchObject({ textBefore: "Hur?" });
    expect(onlyQuestion(text("Hur?"), text("Hur?")).textBefore).toBeUndefined();
  });

  test("every type has its comparison", () => {
    for (const type of Object.keys(questionRules)) expect(resultsEn).toHaveProperty([`compare.item.${type}`]);
  });
});

function given(word: string, count: number) {
  return { word, count, variants: { [word]: count } };
}
