/** What a person reads on the phone's page, as the Worker renders it. */
import { describe, expect, it } from "vitest";
import { translator } from "../../../web/messages/translate.ts";
import { voteSv } from "../../../web/messages/vote.sv.ts";
import { startModel, withInput } from "../../../web/vote/vote-model.ts";
import type { PollStageFrame } from "../../../worker/poll/snapshots.ts";
import type { Answer, Question } from "../../../worker/questions/registry.ts";
import { choice, everyType, grid, number, points, ranking, scale, stageOf } from "./sample-questions.ts";
import { catalogues, page, readable, view } from "./shown-page.tsx";

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

  it("says while choosing when nothing more can be chosen, and what is too much", () => {
    const chosen = (...ids: string[]) =>
      view(
        withInput(
          startModel(stageOf(choice)),
          choice,
          ids.map((id) => ["choice", id]),
        ),
        language,
      );
    const [one = "", two = "", three = ""] = choice.options.map(({ id }) => id);
    const said = (key: "choice.upTo" | "choice.full" | "choice.over", params: object) =>
      `<p class="hint" role="status">${translator(catalogues[language], language)(key, { ...params })}</p>`;
    expect(chosen(one)).toContain(said("choice.upTo", { n: 2 }));
    expect(chosen(one, two)).toContain(said("choice.full", { n: 2 }));
    expect(chosen(one, two, three)).toContain(said("choice.over", { n: 1, max: 2 }));
  });

  it("marks what is left in the poll's own language", () => {
    const stage = stageOf(choice, {
      language: "en",
      languages: ["sv", "en"],
      untranslated: [choice.options[1]?.text ?? ""],
    });
    const html = page(language, stage);
    expect([...html.matchAll(/<span dir="auto" lang="(\w+)">/g)].map(([, lang]) => lang).slice(0, 2)).toEqual([
      "en",
      "sv",
    ]);
    expect(html).toContain(`<h1 id="heading" tabindex="-1" dir="auto" lang="en"`);
  });

  it("has figures under a scale, whatever its range, by which it is read without a script", () => {
    const figures = (min: number, max: number) => {
      const html = page(language, stageOf({ ...scale, min, max }));
      const [, row = ""] = /<p class="figures[^>]*>(.*?)<\/p>/.exec(html) ?? [];
      return [...row.matchAll(/<span>(-?\d+)<\/span>/g)].map(([, figure]) => Number(figure));
    };
    expect(figures(1, 5)).toEqual([1, 2, 3, 4, 5]);
    expect(figures(0, 10)).toHaveLength(11);
    expect(figures(0, 20)).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20]);
    expect(figures(1, 16)).toEqual([1, 4, 7, 10, 13, 16]);
    expect(figures(0, 13)).toEqual([0, 13]);
    expect(figures(0, 100)).toHaveLength(11);
    // Wide ones have room for fewer.
    expect(figures(-1000, -950)).toEqual([-1000, -990, -980, -970, -960, -950]);
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
    expect(html).toMatch(/name="x.web" max="10" step=".5" value="6.5"[^>]* aria-valuetext="6,5 Stor insats"/);
    expect(html).toMatch(/name="y.web"[^>]* value="0"[^>]* aria-valuetext="0 "/);
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

describe("a slider's words in the organiser's language, on a page in another", () => {
  const sliders = (stage: PollStageFrame) =>
    [...page("en", stage).matchAll(/<input[^>]*type="range"[^>]*>/g)].map(([tag]) => ({
      named: /aria-labelledby="([^"]*)"/.exec(tag)?.[1],
      lang: / lang="([^"]*)"/.exec(tag)?.[1],
    }));

  it("are said as such, and so is no word of the page's own", () => {
    const rated = stageOf(scale, { answer: { ratings: { rel: 4, time: null } } });
    const [touched, untouched] = sliders(rated);
    expect([touched?.lang, untouched?.lang]).toEqual(["sv", undefined]);
    // The statement has a language of its own, which an `aria-label` could not have.
    expect(page("en", rated)).toMatch(new RegExp(`<legend id="${touched?.named}"[^>]* lang="sv"[^>]*>Programmet`));
    const placed = sliders(stageOf(grid, { answer: { items: { web: { x: 6.5, y: 0 }, pod: null } } }));
    expect(placed.map(({ lang }) => lang)).toEqual(["sv", "sv", undefined, undefined]);
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
