/** What a person reads on the phone's page, as the Worker renders it. */
import "./all-forms.ts";
import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { translator } from "../../../web/messages/translate.ts";
import { voteEn } from "../../../web/messages/vote.en.ts";
import { type VoteCatalogue, voteSv } from "../../../web/messages/vote.sv.ts";
import type { VoteState } from "../../../web/ui/page-state.ts";
import { Results, ResultsInDocument } from "../../../web/vote/results.tsx";
import { startModel, type VoteModel, withTally } from "../../../web/vote/vote-model.ts";
import { VotePage } from "../../../web/vote/vote-page.tsx";
import { VoteView } from "../../../web/vote/vote-view.tsx";
import type { PollStageFrame, PollTallyFrame } from "../../../worker/poll/snapshots.ts";
import type { Answer, Question } from "../../../worker/questions/registry.ts";
import { choice, everyType, grid, number, points, ranking, scale, stageOf, text } from "./sample-questions.ts";

const catalogues: Record<"sv" | "en", VoteCatalogue> = { sv: voteSv, en: voteEn };

function page(language: "sv" | "en", stage: PollStageFrame): string {
  const state: VoteState = {
    page: "vote",
    language,
    messages: catalogues[language],
    person: "someone",
    poll: "p",
    stage,
  };
  return renderToString(<VotePage state={state} />);
}

const view = (model: VoteModel, language: "sv" | "en" = "sv") => {
  const t = translator(catalogues[language], language);
  return renderToString(<VoteView model={model} t={t} />) + renderToString(<Results model={model} t={t} />);
};
const readable = (html: string) => html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");

describe.each([
  [
    "sv",
    { lobby: "Vänta, frågan kommer", send: "Skicka", skip: "Hoppa över frågan", closed: "Omröstningen är avslutad" },
  ],
  ["en", { lobby: "The question comes here", send: "Send", skip: "Skip the question", closed: "The poll has ended" }],
] as const)("in %s", (language, expected) => {
  it("asks to wait in the lobby, with no form", () => {
    const html = page(language, stageOf(null));
    expect(readable(html)).toContain("Nätverksträff");
    expect(readable(html)).toContain(expected.lobby);
    expect(html).not.toContain("<form");
  });

  it.each(Object.values(everyType))("has the question and a form that posts: $type", (question) => {
    const html = page(language, stageOf(question));
    expect(readable(html)).toContain(question.text);
    expect(readable(html)).toContain(expected.send);
    expect(html).toMatch(/<form[^>]*method="post"/);
    expect(html).toContain(`name="asking" value="${question.id}~1.0"`);
    expect(html).not.toContain("style=");
    expect(readable(html).includes(expected.skip)).toBe(question.skippable);
  });

  it("says that the answer is received, and shows it as chosen", () => {
    const html = page(language, stageOf(choice, { answer: { choices: ["org"] } }));
    expect(readable(html)).toContain(language === "sv" ? "Mottaget. Du kan ändra dig" : "Received. You can change it");
    expect(html).toMatch(/value="org"[^>]*checked/);
    expect(html).not.toMatch(/value="dig"[^>]*checked/);
  });

  it("locks the controls and takes the button away with them", () => {
    const html = page(language, stageOf(choice, { voting: "locked" }));
    expect(html).toMatch(/<fieldset[^>]*disabled/);
    expect(html).not.toContain("<button");
    expect(readable(html)).toContain(language === "sv" ? "Röstningen är stängd." : "Voting is closed.");
  });

  it("has named buttons beside each option of a ranking, and the order to post", () => {
    const html = page(language, stageOf(ranking, { answer: { order: ["task", "dialog", "short"] } }));
    expect(readable(html)).toMatch(/1\. Tydligare &lt;uppdrag> .* 2\. Dialog .* 3\. Kortare kurser/);
    expect(html.match(/name="order" value="(\w+)"/g)).toHaveLength(3);
    const name = language === "sv" ? "Upp: Dialog" : "Up: Dialog";
    expect(html).toContain(`aria-label="${name}"`);
    expect(html.match(/ disabled/g)).toHaveLength(2);
  });

  it("has a labelled number for each option of points, and says how many are left", () => {
    const html = page(language, stageOf(points, { answer: { points: { it: 65, people: 35 } } }));
    expect(html).toMatch(/<label[^>]*for="points.it"[^>]*>It &amp; digitalt<\/label>/);
    expect(html).toMatch(/<input id="points.it"[^>]*type="number"[^>]*value="65"/);
    expect(readable(html)).toContain("+5 Fler kollegor");
    const left = readable(page(language, stageOf(points)));
    expect(left).toContain(language === "sv" ? "100 kvar" : "100 left");
  });

  it("says the right answer once it is shown, and how far the stored guess is from it", () => {
    const shown = { ...number, rightValue: 0.1 };
    const said = (answer?: { value: number } | null) =>
      readable(page(language, stageOf(shown, answer === undefined ? {} : { answer })));
    const right = language === "sv" ? "Rätt svar: 0,1 kg." : "Right answer: 0.1 kg.";
    expect(said()).toContain(right);
    expect(said()).not.toMatch(/gissade|guessed/);
    expect(said(null)).not.toMatch(/gissade|guessed/);
    const off = language === "sv" ? "Du gissade 0,4 kg, 0,3 kg ifrån." : "You guessed 0.4 kg, off by 0.3 kg.";
    expect(said({ value: 0.4 })).toContain(`${right} ${off}`);
    expect(said({ value: 0.1 })).toContain(language === "sv" ? "Du gissade exakt rätt." : "You guessed exactly right.");
    expect(readable(page(language, stageOf(number, { answer: { value: 0.4 } })))).not.toMatch(/gissade|guessed/);
  });

  it("thanks at the end", () => {
    const html = page(language, stageOf(choice, { status: "closed", voting: "locked" }));
    expect(readable(html)).toContain(expected.closed);
    expect(html).not.toContain("<form");
  });

  it("tells a lost line, a poll that is gone, and a phone that is no longer known", () => {
    const model = startModel(stageOf(choice));
    expect(readable(view({ ...model, line: "lost" }, language))).toContain(
      language === "sv" ? "Ingen kontakt" : "No connection",
    );
    expect(readable(view({ ...model, ended: "gone" }, language))).toContain(
      language === "sv" ? "finns inte längre" : "no longer here",
    );
    expect(readable(view({ ...model, ended: "stale" }, language))).toContain(
      language === "sv" ? "Ladda om sidan" : "Reload the page",
    );
  });
});

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
  const entries = Array.from({ length: 20 }, (_, n) => ({
    text: `${n} ${"å".repeat(248)}`,
    at: "2026-03-19T12:00:00Z",
  }));
  const tally: PollTallyFrame = {
    type: "tally",
    seq: 2,
    run: 1,
    question: text.id,
    answered: 20,
    present: 20,
    tally: { entries, answered: 20 },
  };
  const model = withTally(startModel(stageOf(text)), tally);
  const html = renderToString(<ResultsInDocument model={model} t={translator(voteSv, "sv")} />);
  expect(html.match(/<li>/g)).toHaveLength(5);
  expect(readable(html)).toContain("och 15 till");
});

it("shows text of people as text", () => {
  const html = page("sv", stageOf({ ...choice, text: "<img src=x onerror=alert(1)>" }, { title: "<b>Träff</b>" }));
  expect(html).not.toMatch(/<img|<b>|<juridik>/);
  expect(html).toContain("&lt;img");
});

describe("the form of a scale", () => {
  const sliders = (answer?: Answer) =>
    [...page("sv", stageOf(scale, answer && { answer })).matchAll(/type="range"[^>]*aria-valuetext="([^"]*)"/g)].map(
      ([, said]) => said,
    );

  it("is a slider a statement, which says that nothing is answered before it has been touched", () => {
    expect(sliders()).toEqual([voteSv["scale.untouched"], voteSv["scale.untouched"]]);
    expect(page("sv", stageOf(scale))).not.toMatch(/<input[^>]* checked/);
    expect(readable(page("sv", stageOf(scale)))).toContain("Inte alls – Helt och hållet 1 2 3 4 5");
  });
  it("has its value in words, with the nearer end", () => {
    expect(sliders({ ratings: { rel: 4, time: 1 } })).toEqual(["4 Helt och hållet", "1 Inte alls"]);
    expect(sliders({ ratings: { rel: 3, time: null } })).toEqual(["3 ", voteSv["scale.untouched"]]);
  });
});

describe("the form of a grid", () => {
  const answer = { items: { web: { x: 6.5, y: 0 }, pod: null } };
  const html = page("sv", stageOf(grid, { answer }));

  it("has two named sliders an item, with the value in words and the nearer end", () => {
    expect(html.match(/type="range"/g)).toHaveLength(4);
    expect(html).toMatch(/name="x.web" max="10" step=".5" value="6.5" aria-valuetext="6,5 Stor insats"/);
    expect(html).toMatch(/name="y.web"[^>]* value="0" aria-valuetext="0 "/);
    expect(readable(html)).toContain("← Liten insats 6,5 Stor insats →");
    expect(readable(html)).toContain("Stor &lt;nytta> ↑");
  });
  it("shows what is placed and what is left out", () => {
    expect(html).toMatch(/name="at.web" value="here" checked/);
    expect(html).toMatch(/name="at.pod" value="none" checked/);
    expect(html.match(/<circle/g)).toHaveLength(1);
    expect(html).toContain('cx="65%" cy="100%"');
  });
});

it("a number's field says the range with its unit, and takes a minus sign where one may be needed", () => {
  const html = (question: Question) => page("en", stageOf(question));
  expect(readable(html(number))).toContain("Write a number from -2.5 to 12,000 kg.");
  expect(html(number)).toMatch(/name="number" inputmode="text"/);
  expect(html({ ...number, min: 0, unit: "" })).toMatch(/inputmode="decimal"/);
  expect(readable(html({ ...number, min: 0, unit: "" }))).toContain("from 0 to 12,000. ");
});

it("says roughly how long there is left", () => {
  const at = (secondsLeft: number) => readable(view({ ...startModel(stageOf(choice)), secondsLeft }));
  expect(at(300)).toContain("Cirka 5 minuter kvar");
  expect(at(33)).toContain("Cirka 35 sekunder kvar");
  expect(at(12)).toContain("Cirka 12 sekunder kvar");
  expect(at(0)).toContain("Röstningen stängs strax");
});
