import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { Embed } from "../../../web/embed/embed-page.tsx";
import { beginning, type EmbedEvent, type EmbedView, nextView } from "../../../web/embed/embed-view.ts";
import { chartsEn } from "../../../web/messages/charts.en.ts";
import { chartsSv } from "../../../web/messages/charts.sv.ts";
import { embedEn } from "../../../web/messages/embed.en.ts";
import { embedSv } from "../../../web/messages/embed.sv.ts";
import { translator } from "../../../web/messages/translate.ts";
import type { PollStageFrame, PollTallyFrame } from "../../../worker/poll/snapshots.ts";
import { samples } from "../charts/sample-tallies.ts";

const { question, tally } = samples.choice;

const shown: PollStageFrame = {
  type: "stage",
  seq: 1,
  run: 1,
  title: "Nätverksträff",
  question,
  round: 1,
  voting: "locked",
  results: "shown",
  status: "live",
  language: "sv",
};
const hidden: PollStageFrame = { ...shown, question: null, results: "hidden" };
const counted: PollTallyFrame = { type: "tally", seq: 2, run: 1, question: "c", answered: 4, present: 4, tally };

const viewAfter = (...events: EmbedEvent[]): EmbedView => events.reduce(nextView, beginning);
const frames = (...all: (PollStageFrame | PollTallyFrame)[]) => all.map((frame) => ({ type: "frame" as const, frame }));

const texts = {
  sv: translator({ ...embedSv, ...chartsSv }, "sv"),
  en: translator({ ...embedEn, ...chartsEn }, "en"),
};
/** The text that a reader of the frame gets. */
function read(view: EmbedView, language: "sv" | "en" = "sv"): string {
  return renderToString(<Embed view={view} t={texts[language]} language={language} />)
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
}

describe("a frame in slides", () => {
  test("says that a rehearsal is one", () => {
    expect(read(viewAfter(...frames({ ...shown, run: -1, rehearsal: true })))).toContain(
      "Repetition – simulerade svar.",
    );
    expect(read(viewAfter(...frames(shown)))).not.toContain("Repetition");
  });

  test("waits in words until the stage shows results", () => {
    expect(read(beginning)).toContain("Ansluter");
    expect(read(viewAfter(...frames(hidden)))).toContain("Resultatet visas här när det visas på scenen.");
    expect(read(viewAfter(...frames(hidden)), "en")).toContain(
      "The result is shown here when it is shown on the stage.",
    );
    expect(read(viewAfter(...frames({ ...hidden, status: "closed" })))).toContain("Omröstningen är avslutad.");
  });

  test("shows question and counts, and for screen readers the table and a sentence", () => {
    const text = read(viewAfter(...frames(shown, counted)));
    expect(text).toContain("Vilken?");
    expect(text).toMatch(/Organisation 3 75 %/);
    expect(text).toContain("4 svar. Flest: Organisation, 3");
  });

  test("has nothing left of a result that is hidden again", () => {
    const view = viewAfter(...frames(shown, counted, hidden));
    expect(view.tally).toBeNull();
    expect(read(view)).not.toContain("Organisation");
    expect(viewAfter(...frames(shown, counted, hidden, shown)).tally).toBeNull();
  });

  test("begins anew with another round, another run, another question", () => {
    for (const next of [{ round: 2 }, { run: 2 }, { question: samples.words.question }]) {
      expect(viewAfter(...frames(shown, counted, { ...shown, ...next })).tally).toBeNull();
    }
    expect(viewAfter(...frames(shown, counted, { ...shown, title: "Ny titel" })).tally).toEqual(counted);
  });

  test("names the rounds over their tables", () => {
    const otherRound = { round: 1, answered: 3, tally };
    const text = read(viewAfter(...frames({ ...shown, round: 2 }, { ...counted, otherRound })));
    expect(text).toMatch(/Runda 1.*Runda 2.*Runda 1.*Organisation.*Runda 2.*Organisation/);
  });

  test("says at once that a word is gone, but not that words of the block list were given or one is spelt otherwise", () => {
    const words = { ...shown, question: samples.words.question };
    const given = (hiddenVotes: number, ...forms: string[]): PollTallyFrame => ({
      ...counted,
      question: samples.words.question.id,
      tally: {
        answered: 4,
        words: forms.map((word) => ({ word, count: 1, variants: { [word]: 1 } })),
        hidden: hiddenVotes,
      },
    });
    const takenBack = (...all: PollTallyFrame[]) => viewAfter(...frames(words, ...all)).takenBack;
    expect(takenBack(given(0, "tillit", "mod"), given(3, "Tillit", "mod", "ansvar"))).toBe(0);
    expect(takenBack(given(0, "tillit", "mod"), given(1, "mod", "ansvar"))).toBe(1);
  });

  test("keeps the latest picture while the line is down, and says so", () => {
    const view = viewAfter(...frames(shown, counted), { type: "line", line: "lost" });
    expect(read(view)).toContain("Ingen kontakt. Bilden är den senaste");
    expect(read(view)).toContain("Organisation");
  });

  test("says who can change it where it is not allowed, and keeps nothing that was shown", () => {
    const view = viewAfter(...frames(shown, counted), { type: "refused", why: "forbidden" });
    expect(read(view)).toContain("Arrangören kan tillåta det");
    expect(read(view)).not.toContain("Organisation");
    expect(read(viewAfter({ type: "refused", why: "gone" }))).toContain("Det finns inget att visa");
  });
});
