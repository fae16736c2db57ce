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
};

const expected = {
  sv: {
    choice:
      "Vilken?|Alternativ|Svar|Andel|Organisation|3|75\u00a0%|Juridik <b>|1|25\u00a0%|Andelen räknas av de 4 deltagare som har svarat.",
    words: "Vilka ord?|Ord|Antal|höra|2|får|1|2 dolda ord|Hoppade över: 1",
    text: /^Vad\?\|Text\|Tid\|Sist\|[\d:]+\|Först\|[\d:]+$/,
    scale: "Hur väl?|Påstående|1|2|3|Hoppade över|Medel|Median|Det fanns tid|1|0|1|1|2,00|2,0",
  },
  en: {
    choice:
      "Vilken?|Option|Answers|Share|Organisation|3|75%|Juridik <b>|1|25%|Shares are of the 4 attendees who have answered.",
    words: "Vilka ord?|Word|Count|höra|2|får|1|2 hidden words|Skipped: 1",
    text: /^Vad\?\|Text\|Time\|Sist\|.+\|Först\|.+$/,
    scale: "Hur väl?|Statement|1|2|3|Skipped|Mean|Median|Det fanns tid|1|0|1|1|2.00|2.0",
  },
};

const summaries = {
  sv: {
    choice: "Flest: Organisation, 3 (75\u00a0%)",
    words: "Flest: höra, 2",
    text: "2 texter",
    scale: "Högst medelvärde: Det fanns tid, 2,0",
  },
  en: {
    choice: "Most: Organisation, 3 (75%)",
    words: "Most: höra, 2",
    text: "2 texts",
    scale: "Highest mean: Det fanns tid, 2.0",
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

  describe.each(["choice", "words", "text", "scale"] as const)("%s", (type) => {
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
        expect(html).toContain(summary);
      }
    });
  });
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
