import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { chartsEn } from "../../../web/messages/charts.en.ts";
import { chartsSv } from "../../../web/messages/charts.sv.ts";
import { resultsEn } from "../../../web/messages/results.en.ts";
import { resultsSv } from "../../../web/messages/results.sv.ts";
import { translator } from "../../../web/messages/translate.ts";
import { ResultsDocument } from "../../../web/results/results-document.tsx";
import type { Results } from "../../../worker/poll/results.ts";

const results: Results = {
  poll: "p1",
  run: 2,
  title: "<i>Fika</i>",
  status: "closed",
  generatedAt: "2026-03-19T15:10:00.000Z",
  closedAt: "2026-03-19T15:00:00.000Z",
  joined: 12,
  language: "sv",
  questions: [
    {
      id: "q1",
      type: "choice",
      text: "Te eller kaffe?",
      answered: 8,
      tally: { answered: 8, skipped: 1, counts: { a: 5, b: 3 } },
      definition: {
        id: "q1",
        type: "choice",
        text: "Te eller kaffe?",
        maxChoices: 1,
        changeable: true,
        skippable: true,
        resultsHidden: false,
        resultsOnPhones: false,
        options: [
          { id: "a", text: "Te" },
          { id: "b", text: "Kaffe" },
        ],
      },
    },
  ],
};

const sv = { language: "sv", t: translator({ ...resultsSv, ...chartsSv }, "sv") };
const en = { language: "en", t: translator({ ...resultsEn, ...chartsEn }, "en") };
const nothing = () => undefined;

function page(reader: typeof sv, props: Partial<Parameters<typeof ResultsDocument>[0]> = {}) {
  const html = renderToString(
    <ResultsDocument
      {...reader}
      id="p1"
      accessKey="k"
      results={results}
      runs={[1, 2]}
      ballots={true}
      comparable={false}
      busy={false}
      told=""
      organise={null}
      onRun={nothing}
      onRefresh={nothing}
      onCompare={nothing}
      {...props}
    />,
  );
  return html.replaceAll("\u00a0", " ");
}

describe("the page of results", () => {
  it.each([
    [
      sv,
      ["12 deltagare", "som mest 8 svar på en fråga", "8 svar, 1 hoppade över", "Flest svarade ”Te”: 5 av 8 (63 %)."],
    ],
    [en, ["12 joined", "up to 8 answered a question", "8 answers, 1 skipped", "Most chose “Te”: 5 of 8 (63%)."]],
  ])("says how many, and what each question shows", (reader, texts) => {
    const html = page(reader);
    for (const text of texts) expect(html).toContain(text);
    expect(html).toContain("&lt;i>Fika");
    expect(html).toMatch(/<table[\s\S]*Kaffe[\s\S]*<\/table>/);
  });

  it("lets the reader choose among runs where there are several", () => {
    expect(page(sv)).toContain("Körning 2 (den senaste)");
    expect(page(sv, { runs: [2] })).not.toContain("<select");
  });

  it("offers to fetch again while the run is live, and not after", () => {
    expect(page(sv)).not.toContain("Hämta på nytt");
    expect(page(sv, { results: { ...results, status: "live" } })).toContain("Hämta på nytt");
  });

  it("offers single ballots to organisers alone", () => {
    expect(page(en)).toContain("All ballots (CSV)");
    expect(page(en, { ballots: false })).not.toContain("All ballots (CSV)");
  });
});
