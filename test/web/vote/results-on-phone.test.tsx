/** What a person reads of the results on the phone. */
import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { translator } from "../../../web/messages/translate.ts";
import { voteSv } from "../../../web/messages/vote.sv.ts";
import { ResultsInDocument } from "../../../web/vote/results.tsx";
import { startModel, withTally } from "../../../web/vote/vote-model.ts";
import type { PollTallyFrame } from "../../../worker/poll/snapshots.ts";
import { choice, grid, number, points, ranking, scale, stageOf, text } from "./sample-questions.ts";
import { readable, view } from "./shown-page.tsx";

describe("results on the phone", () => {
  const base = { type: "tally", seq: 2, run: 1, answered: 8, present: 9 } as const;

  it("are figures beside bars, as shares of those who answered", () => {
    const tally = { counts: { org: 6, eko: 1, dig: 0 }, answered: 8 };
    const html = view(withTally(startModel(stageOf(choice)), { ...base, question: choice.id, tally }));
    expect(readable(html)).toContain("6 · 75 %");
    expect(readable(html)).toContain("8 har svarat");
    expect(html).toContain('width="75%"');
    expect(html).not.toContain("style=");
  });

  it("show the mean in the reader's own figures", () => {
    const statement = { counts: {}, skipped: 0, mean: 3.25, median: 3 };
    const tally = { statements: { rel: statement, time: { ...statement, mean: null } }, answered: 8 };
    const html = view(withTally(startModel(stageOf(scale)), { ...base, question: scale.id, tally }));
    expect(readable(html)).toContain("Medelvärde 3,3 av 5");
    expect(readable(html)).toContain("Inga svar än");
  });

  it("say how many skipped the question, a statement or an item, and nothing where nobody has", () => {
    const shownBy = (question: typeof scale | typeof grid, tally: PollTallyFrame["tally"]) =>
      readable(view(withTally(startModel(stageOf(question)), { ...base, question: question.id, tally })));
    const rated = { counts: {}, skipped: 3, mean: 4, median: 4 };
    const left = { counts: {}, skipped: 8, mean: null, median: null };
    const statements = shownBy(scale, { statements: { rel: rated, time: left }, answered: 8, skipped: 2 });
    expect(statements).toMatch(/Medelvärde 4 av 5 · 3 hoppade över .*Inga svar än · 8 hoppade över/);
    expect(statements).toContain("8 har svarat · 2 hoppade över");
    const items = { web: { x: 1, y: 2, n: 7, skipped: 1 }, pod: { x: 1, y: 2, n: 8, skipped: 0 } };
    const spread = { web: { x: 0, y: 0 }, pod: { x: 0, y: 0 } };
    const places = shownBy(grid, { items, spread, answered: 8, skipped: 0 });
    expect(places).toContain("↑ 2 · 1 hoppade över");
    expect(places.match(/hoppade över/g)).toHaveLength(1);
    expect(places).toContain("8 har svarat ");
  });

  it("count the texts that the service has and the phone was not sent", () => {
    const entries = Array.from({ length: 50 }, (_, n) => ({ text: `Text ${n}`, at: "2026-03-18T10:00:00.000Z" }));
    const tally = { entries, answered: 90, more: 40 };
    const html = view(withTally(startModel(stageOf(text)), { ...base, question: text.id, tally }));
    expect(readable(html)).toContain("och 60 till");
  });

  it("have the option with most points first", () => {
    const option = (points: number) => ({ points, firsts: 0, meanRank: 1 });
    const tally = { options: { dialog: option(4), short: option(12), task: option(8) }, answered: 8 };
    const html = view(withTally(startModel(stageOf(ranking)), { ...base, question: ranking.id, tally }));
    expect(readable(html)).toMatch(/Kortare kurser 12 poäng Tydligare &lt;uppdrag> 8 poäng Dialog 4 poäng/);
    expect(html).toContain('width="75%"');
  });

  it("show what an option got on average", () => {
    const tally = { options: { it: { points: 200, mean: 25 }, people: { points: 600, mean: 75 } }, answered: 8 };
    const html = view(withTally(startModel(stageOf(points)), { ...base, question: points.id, tally }));
    expect(readable(html)).toMatch(/Fler kollegor Medelvärde 75 av 100 .*Medelvärde 25 av 100/);
    expect(html).toContain('width="75%"');
  });

  it("show a number's mean and bins, and a grid's mean places", () => {
    const histogram = [
      { from: -5000, to: 0, count: 2 },
      { from: 0, to: 5000, count: 6 },
    ];
    const tally = { histogram, mean: 12.345, median: 12, min: -2, max: 14.5, answered: 8 };
    const html = view(withTally(startModel(stageOf(number)), { ...base, question: number.id, tally }));
    expect(readable(html)).toContain("Medelvärde 12 −5 000 – 0 2 · 25 % 0 – 5 000 6 · 75 %");
    expect(html).toContain('width="75%"');
    const places = {
      web: { x: 7.25, y: 0, n: 8, skipped: 0 },
      pod: { x: null, y: null, n: 0, skipped: 8 },
    };
    const spread = { web: { x: 1, y: 0 }, pod: { x: null, y: null } };
    const placed = { items: places, spread, answered: 8 };
    const shown = view(withTally(startModel(stageOf(grid)), { ...base, question: grid.id, tally: placed }));
    expect(readable(shown)).toContain("Webbplats → 7,3 ↑ 0 Podd &amp; radio Inga svar än");
  });

  it("show the newest texts first and count what does not fit", () => {
    const entries = Array.from({ length: 35 }, (_, index) => ({
      text: `Förslag ${index}`,
      at: "2026-03-19T12:00:00Z",
    }));
    const html = view(
      withTally(startModel(stageOf(text)), { ...base, question: text.id, tally: { entries, answered: 35 } }),
    );
    expect(readable(html)).toMatch(/Förslag 34 Förslag 33 .*Förslag 5 och 5 till/);
  });
});

it("has as many long texts in the document as its budget has room for, and counts the others", () => {
  const inDocument = (letters: string) => {
    const entries = Array.from({ length: 20 }, (_, n) => ({ text: `${n} ${letters}`, at: "2026-03-19T12:00:00Z" }));
    const base = { type: "tally", seq: 2, run: 1, question: text.id, answered: 20, present: 20 } as const;
    const tally: PollTallyFrame = { ...base, tally: { entries, answered: 20 } };
    const model = withTally(startModel(stageOf(text)), tally);
    return renderToString(<ResultsInDocument model={model} t={translator(voteSv, "sv")} />);
  };
  const html = inDocument("a".repeat(248));
  expect(html.match(/<li>/g)).toHaveLength(5);
  expect(readable(html)).toContain("och 15 till");
  // By their bytes: a letter may have one or, as a family, 25 of them.
  expect(inDocument("å".repeat(248)).match(/<li>/g)).toHaveLength(3);
  expect(inDocument("👨‍👩‍👧‍👦".repeat(248)).match(/<li>/g)).toHaveLength(1);
});
