import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { chartsEn } from "../../../web/messages/charts.en.ts";
import { chartsSv } from "../../../web/messages/charts.sv.ts";
import { translator } from "../../../web/messages/translate.ts";
import { chartOf } from "../../../web/questions/charts.ts";
import { summaryOf } from "../../../web/questions/summaries.ts";
import { tableOf } from "../../../web/questions/tables.ts";
import type { Question } from "../../../worker/questions/registry.ts";
import type { ShownTally } from "../../../worker/questions/tally.ts";
import { questionTypes } from "../question-types.ts";
import { common, samples } from "./sample-tallies.ts";

const languages = {
  sv: translator(chartsSv, "sv"),
  en: translator(chartsEn, "en"),
};

const expected = {
  sv: {
    choice:
      "Vilken?|Alternativ|Svar|Andel|Organisation|3|75\u00a0%|Juridik <b>|1|25\u00a0%|Andelen räknas av de 4 deltagare som har svarat.",
    words: "Vilka ord?|Ord|Antal|höra|2|får|1|2 dolda ord|Hoppade över: 1",
    text: /^Vad\?\|Text\|Tid\|Sist\|[\d:]+\|Först\|[\d:]+$/,
    scale: "Hur väl?|Påstående|1|2|3|Hoppade över|Medel|Median|Det fanns tid|1|0|1|1|2,00|2,0",
    ranking:
      "I vilken ordning?|Alternativ|Poäng|Medelplats|Ettor|Kortare <kurser>|5|1,33|2|Dialog|2|2,33|1|Tid|2|2,33|0|Poäng: 2 för första plats, 0 för sista. 3 deltagare har svarat.",
    points:
      "Hur mycket?|Alternativ|Medel|Poäng|It|35,00|35|Fika|65,00|65|Var och en ger 100 poäng. Medel räknas av den 1 deltagare som har svarat.|Hoppade över: 2",
    number:
      "Hur mycket?|Värde (<kg>)|Svar|Andel|0 till under 2\u00a0000|3|75\u00a0%|2\u00a0000 till 4\u00a0000|1|25\u00a0%|Medel 1\u00a0500,3\u00a0<kg>, median 12,5\u00a0<kg>. Svar från 0,5\u00a0<kg> till 4\u00a0000\u00a0<kg>.|Andelen räknas av de 4 deltagare som har svarat.",
    grid: "Var?|Sak|→ Medel|↑ Medel|Placerade|Hoppade över|→ Spridning|↑ Spridning|Webb|2,50|7,00|3|0|1,25|2,00|Podd <b>|6,25|1,50|2|1|0,00|0,50|Brev|–|–|0|3|–|–|→ från Lätt (0) till Svårt (10), ↑ från 0 till 10. Spridning är standardavvikelse.|Hoppade över: 1",
  },
  en: {
    choice:
      "Vilken?|Option|Answers|Share|Organisation|3|75%|Juridik <b>|1|25%|Shares are of the 4 attendees who have answered.",
    words: "Vilka ord?|Word|Count|höra|2|får|1|2 hidden words|Skipped: 1",
    text: /^Vad\?\|Text\|Time\|Sist\|.+\|Först\|.+$/,
    scale: "Hur väl?|Statement|1|2|3|Skipped|Mean|Median|Det fanns tid|1|0|1|1|2.00|2.0",
    ranking:
      "I vilken ordning?|Option|Points|Mean place|Firsts|Kortare <kurser>|5|1.33|2|Dialog|2|2.33|1|Tid|2|2.33|0|Points: 2 for first place, 0 for last. 3 attendees have answered.",
    points:
      "Hur mycket?|Option|Mean|Points|It|35.00|35|Fika|65.00|65|Each gives 100 points. The mean is of the 1 attendee who has answered.|Skipped: 2",
    number:
      "Hur mycket?|Value (<kg>)|Answers|Share|0 to below 2,000|3|75%|2,000 to 4,000|1|25%|Mean 1,500.3\u00a0<kg>, median 12.5\u00a0<kg>. Answers from 0.5\u00a0<kg> to 4,000\u00a0<kg>.|Shares are of the 4 attendees who have answered.",
    grid: "Var?|Item|→ Mean|↑ Mean|Placed|Skipped|→ Spread|↑ Spread|Webb|2.50|7.00|3|0|1.25|2.00|Podd <b>|6.25|1.50|2|1|0.00|0.50|Brev|–|–|0|3|–|–|→ from Lätt (0) to Svårt (10), ↑ from 0 to 10. Spread is the standard deviation.|Skipped: 1",
  },
};

const summaries = {
  sv: {
    choice: "Flest: Organisation, 3 (75\u00a0%)",
    words: "Flest: höra, 2",
    text: "2 texter",
    scale: "Högst medelvärde: Det fanns tid, 2,0",
    ranking: "Först: Kortare <kurser>, 5 poäng",
    points: "Mest poäng: Fika, 65,0 av 100 i snitt",
    number: "Medel 1\u00a0500,3\u00a0<kg>, median 12,5\u00a0<kg>",
    grid: "Längst till höger: Podd <b>, 6,3. Högst upp: Webb, 7,0",
  },
  en: {
    choice: "Most: Organisation, 3 (75%)",
    words: "Most: höra, 2",
    text: "2 texts",
    scale: "Highest mean: Det fanns tid, 2.0",
    ranking: "First: Kortare <kurser>, 5 points",
    points: "Most points: Fika, 65.0 of 100 on average",
    number: "Mean 1,500.3\u00a0<kg>, median 12.5\u00a0<kg>",
    grid: "Furthest right: Podd <b>, 6.3. Highest: Webb, 7.0",
  },
};

/** What a reader sees of the markup, cell by cell. */
function textOf(html: string): string {
  const text = html
    .replace(/<[^>]+>/g, "|")
    .replace(/\|+/g, "|")
    .replace(/^\||\|$/g, "");
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

describe.each(["sv", "en"] as const)("in %s", (language) => {
  const t = languages[language];

  describe.each(questionTypes)("%s", (type) => {
    const { question, tally, empty } = samples[type];
    const Table = tableOf(type);
    const Chart = chartOf(type);

    test("the table has the figures", () => {
      const text = textOf(renderToString(<Table question={question} tally={tally} t={t} language={language} />));
      expect(text).toMatch(expected[language][type]);
    });

    test("the summary says what leads, or that there is nothing yet", () => {
      expect(summaryOf(type)({ question, tally, t, language })).toBe(summaries[language][type]);
      expect(summaryOf(type)({ question, tally: empty, t, language })).toBe(t("chart.noAnswers"));
    });

    test("the picture is one image with the summary as its name, also without answers", () => {
      for (const shown of [tally, empty]) {
        const html = renderToString(<Chart question={question} tally={shown} t={t} language={language} />);
        const summary = summaryOf(type)({ question, tally: shown, t, language });
        expect(html).toContain('role="img"');
        expect(html).toContain(summary.replaceAll("<", "&lt;"));
      }
    });
  });
});

test("a ranking's rows stay in the page as the question has them, and stand by points", () => {
  const Chart = chartOf("ranking");
  const { question, tally } = samples.ranking;
  const html = renderToString(<Chart question={question} tally={tally} t={languages.sv} language="sv" />);
  const places = [...html.matchAll(/--place:\s*(\d)/g)].map((match) => match[1]);
  expect(places).toEqual(["1", "0", "2"]);
  // 5 of 3 × 2 points.
  expect(html).toMatch(/--part:\s*0\.8333/);
  expect(html).toContain("Full stapel är 6. 3 svar");
});

test("a table that is cut says how many rows are left out", () => {
  const Table = tableOf("words");
  const { question, tally } = samples.words;
  const html = renderToString(<Table question={question} tally={tally} t={languages.sv} language="sv" limit={1} />);
  expect(textOf(html)).toContain("höra|2|+ 1 till");
  expect(html).not.toContain("får");
});

test("of five thousand texts the wall puts only the latest into the page", () => {
  const Chart = chartOf("text");
  const entries = Array.from({ length: 5000 }, (_, i) => ({
    text: `Text nummer ${i}.`,
    at: new Date(i).toISOString(),
  }));
  const html = renderToString(
    <Chart question={samples.text.question} tally={{ answered: 5000, entries }} t={languages.sv} language="sv" />,
  );
  expect(html).toContain("Text nummer 4999.");
  expect(html).not.toContain("Text nummer 100.");
});

test("a scale's bars are shares of who gave a value, by one measure for all statements", () => {
  const Chart = chartOf("scale");
  const question: Question = {
    ...common,
    id: "s",
    type: "scale",
    text: "?",
    min: 1,
    max: 2,
    minLabel: "",
    maxLabel: "",
    statements: [
      { id: "all", text: "Alla" },
      { id: "few", text: "Få" },
    ],
  };
  const statements = {
    all: { counts: { 1: 6, 2: 2 }, skipped: 0, mean: 1.25, median: 1 },
    few: { counts: { 1: 1, 2: 1 }, skipped: 6, mean: 1.5, median: 1.5 },
  };
  const html = renderToString(
    <Chart question={question} tally={{ answered: 8, statements }} t={languages.sv} language="sv" />,
  );
  expect([...html.matchAll(/--part:\s*([\d.]+)/g)].map((match) => Number(match[1]).toFixed(3))).toEqual([
    "1.000",
    "0.333",
    "0.667",
    "0.667",
  ]);
  expect(textOf(html).replaceAll("\u00a0", " ")).toMatch(/Få\|1,5\|n = 2\|.*högst 75 %\. 8 svar/);
  expect(textOf(html)).not.toContain("n = 8");
});

test("a histogram's bars are parts of the highest one, and never fewer than four answers fill the height", () => {
  const Chart = chartOf("number");
  const { question, tally } = samples.number;
  const parts = (shown: ShownTally) => {
    const html = renderToString(<Chart question={question} tally={shown} t={languages.sv} language="sv" />);
    expect(html).toContain(`${shown.answered} svar`);
    return [...html.matchAll(/--part:\s*([\d.]+)/g)].map((match) => Number(match[1]));
  };
  expect(parts(tally)).toEqual([0.75, 0.25]);
  const bins = [
    { from: 0, to: 2000, count: 10 },
    { from: 2000, to: 4000, count: 5 },
  ];
  expect(parts({ ...tally, answered: 15, histogram: bins })).toEqual([1, 0.5]);
  expect(parts(samples.number.empty)).toEqual([0]);
});

describe("a guess whose right answer is shown", () => {
  const question: Question = { ...common, id: "n", type: "number", text: "?", min: 0, max: 100, unit: "år" };
  const histogram = [
    { from: 0, to: 50, count: 30 },
    { from: 50, to: 100, count: 10 },
  ];
  const hidden: ShownTally = { answered: 40, histogram, mean: 40, median: 41, min: 0, max: 100 };
  const right = { value: 42, closeWithin: 5, exact: 3, close: 12 };
  const said = (tally: ShownTally, language: "sv" | "en" = "sv") => {
    const props = { question, tally, t: languages[language], language };
    const [Chart, Table] = [chartOf("number"), tableOf("number")];
    return [<Chart {...props} />, <Table {...props} />].map((part) =>
      textOf(renderToString(part)).replaceAll("\u00a0", " "),
    );
  };

  test("stands in picture, table and summary, with how many came close", () => {
    const [picture, table] = said({ ...hidden, right });
    expect(picture).toContain("12 av 40 kom nära (±5 år), 3 exakt rätt|Rätt svar 42 år|Medel 40|Median 41");
    expect(table).toContain("Rätt svar 42 år. 12 av 40 kom nära (±5 år), 3 exakt rätt.");
    const summary = summaryOf("number")({ question, tally: { ...hidden, right }, t: languages.en, language: "en" });
    expect(summary).toContain("Right answer 42\u00a0år. 12 of 40 came close");
  });

  test("says it plainly where nobody was right, close is exact, or nobody has answered", () => {
    expect(said({ ...hidden, right: { ...right, exact: 0 } })[0]).toContain(
      "12 av 40 kom nära (±5 år), ingen exakt rätt",
    );
    expect(said({ ...hidden, right: { ...right, closeWithin: 0, close: 3 } })[0]).toContain(
      "3 av 40 gissade exakt rätt",
    );
    const nobody = { answered: 0, histogram, mean: null, median: null, min: null, max: null };
    const [picture, table] = said({ ...nobody, right: { ...right, exact: 0, close: 0 } });
    expect(picture).toContain("Rätt svar 42 år");
    expect(table).toContain("Rätt svar 42 år.");
    expect(picture).not.toContain("nära");
  });

  test("is nowhere before", () => {
    expect(said(hidden).join()).not.toContain("ätt svar");
  });
});

test("where each whole number has a bin, the last one is that number alone", () => {
  const Table = tableOf("number");
  const question: Question = { ...common, id: "n", type: "number", text: "?", min: -1, max: 4, unit: "" };
  const histogram = [-1, 0, 1, 2, 3, 4].map((from) => ({ from, to: from + 1, count: 1 }));
  const tally: ShownTally = { answered: 6, histogram, mean: 1.5, median: 1.5, min: -1, max: 4 };
  const html = renderToString(<Table question={question} tally={tally} t={languages.sv} language="sv" />);
  expect(textOf(html)).toContain("|−1 till under 0|1|");
  expect(textOf(html)).toContain("|4|1|17");
});

test("what nobody has placed is listed under the plane", () => {
  const Chart = chartOf("grid");
  const { question, tally, empty } = samples.grid;
  const shown = (of: ShownTally) =>
    textOf(renderToString(<Chart question={question} tally={of} t={languages.sv} language="sv" />));
  expect(shown(tally)).toMatch(/Inte placerat: Brev\|Punkt: medelplats\..* 3 svar/);
  expect(shown(tally)).toContain("← Lätt (0)|Svårt (10) →");
  expect(shown(empty)).toMatch(/Inte placerat: Webb, Podd <b> och Brev\|.* 0 svar/);
});
