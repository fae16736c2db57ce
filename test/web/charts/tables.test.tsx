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

const common = { changeable: true, skippable: false, resultsHidden: false, resultsOnPhones: false };
const languages = {
  sv: translator(chartsSv, "sv"),
  en: translator(chartsEn, "en"),
};

const samples: Record<Question["type"], { question: Question; tally: ShownTally; empty: ShownTally }> = {
  choice: {
    question: {
      ...common,
      id: "c",
      type: "choice",
      text: "Vilken?",
      maxChoices: 2,
      options: [
        { id: "a", text: "Organisation" },
        { id: "__proto__", text: "Juridik <b>" },
      ],
    },
    tally: {
      answered: 4,
      counts: Object.fromEntries([
        ["a", 3],
        ["__proto__", 1],
      ]),
    },
    empty: { answered: 0, counts: {} },
  },
  words: {
    question: { ...common, skippable: true, id: "w", type: "words", text: "Vilka ord?", maxWords: 3 },
    tally: {
      answered: 2,
      skipped: 1,
      hidden: 2,
      words: [
        { word: "höra", count: 2, variants: { höra: 2 } },
        { word: "får", count: 1, variants: { får: 1 } },
      ],
    },
    empty: { answered: 0, skipped: 0, words: [] },
  },
  text: {
    question: { ...common, id: "t", type: "text", text: "Vad?", maxLength: 250 },
    tally: {
      answered: 2,
      entries: [
        { text: "Först", at: "2026-03-18T10:00:00.000Z" },
        { text: "Sist", at: "2026-03-18T10:00:01.000Z" },
      ],
    },
    empty: { answered: 0, entries: [] },
  },
  scale: {
    question: {
      ...common,
      id: "s",
      type: "scale",
      text: "Hur väl?",
      min: 1,
      max: 3,
      minLabel: "Inte alls",
      maxLabel: "Helt",
      statements: [{ id: "x", text: "Det fanns tid" }],
    },
    tally: { answered: 3, statements: { x: { counts: { 1: 1, 2: 0, 3: 1 }, skipped: 1, mean: 2, median: 2 } } },
    empty: { answered: 0, statements: {} },
  },
  ranking: {
    question: {
      ...common,
      id: "r",
      type: "ranking",
      text: "I vilken ordning?",
      options: [
        { id: "a", text: "Dialog" },
        { id: "__proto__", text: "Kortare <kurser>" },
        { id: "c", text: "Tid" },
      ],
    },
    tally: {
      answered: 3,
      options: Object.fromEntries([
        ["a", { points: 2, firsts: 1, meanRank: 7 / 3 }],
        ["__proto__", { points: 5, firsts: 2, meanRank: 4 / 3 }],
        ["c", { points: 2, firsts: 0, meanRank: 7 / 3 }],
      ]),
    },
    empty: { answered: 0, options: {} },
  },
  points: {
    question: {
      ...common,
      skippable: true,
      id: "p",
      type: "points",
      text: "Hur mycket?",
      total: 100,
      options: [
        { id: "a", text: "It" },
        { id: "__proto__", text: "Fika" },
      ],
    },
    tally: {
      answered: 1,
      skipped: 2,
      options: Object.fromEntries([
        ["a", { points: 35, mean: 35 }],
        ["__proto__", { points: 65, mean: 65 }],
      ]),
    },
    empty: { answered: 0, skipped: 0, options: {} },
  },
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
  },
  en: {
    choice: "Most: Organisation, 3 (75%)",
    words: "Most: höra, 2",
    text: "2 texts",
    scale: "Highest mean: Det fanns tid, 2.0",
    ranking: "First: Kortare <kurser>, 5 points",
    points: "Most points: Fika, 65.0 of 100 on average",
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

  describe.each(["choice", "words", "text", "scale", "ranking", "points"] as const)("%s", (type) => {
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
