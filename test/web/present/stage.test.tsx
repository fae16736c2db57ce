import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { chartsEn } from "../../../web/messages/charts.en.ts";
import { chartsSv } from "../../../web/messages/charts.sv.ts";
import { presentEn } from "../../../web/messages/present.en.ts";
import { presentSv } from "../../../web/messages/present.sv.ts";
import { translator } from "../../../web/messages/translate.ts";
import { AccessPage } from "../../../web/present/access-page.tsx";
import { beginning, type Presentation } from "../../../web/present/presentation.ts";
import { Stage } from "../../../web/present/stage.tsx";
import { tablePlace } from "../../../web/present/table-place.ts";
import type { PollStageFrame, PollTallyFrame } from "../../../worker/poll/snapshots.ts";
import type { Question } from "../../../worker/questions/registry.ts";
import { samples } from "../charts/sample-tallies.ts";

const texts = {
  sv: translator({ ...presentSv, ...chartsSv }, "sv"),
  en: translator({ ...presentEn, ...chartsEn }, "en"),
};

const question: Question = {
  id: "c",
  type: "choice",
  text: "Vilken temagrupp gav dig mest?",
  maxChoices: 1,
  changeable: true,
  skippable: false,
  resultsHidden: false,
  resultsOnPhones: false,
  options: [
    { id: "a", text: "Digitalisering" },
    { id: "b", text: "Juridik" },
  ],
};

const tally: PollTallyFrame = {
  type: "tally",
  seq: 2,
  run: 1,
  question: "c",
  answered: 62,
  present: 90,
  tally: { answered: 62, counts: { a: 31, b: 31 } },
};

const stage: PollStageFrame = {
  type: "stage",
  seq: 1,
  run: 1,
  title: "Nätverksträff",
  question,
  voting: "open",
  results: "shown",
  status: "live",
  language: "sv",
};

const shown: Presentation = {
  ...beginning,
  line: "open",
  poll: {
    id: "p",
    code: "482913",
    status: "live",
    run: 1,
    title: "Nätverksträff",
    language: "sv",
    questions: [question],
    settings: { blockList: true },
  },
  stage,
  tally,
  joined: 104,
  seq: 2,
};

/** The text that a reader of the page gets. */
function read(
  language: "sv" | "en",
  state: Partial<Presentation>,
  stageIs: Partial<PollStageFrame> = {},
  host = "handupp.example",
): string {
  const html = renderToString(
    <Stage
      state={{ ...shown, stage: { ...stage, ...stageIs }, ...state }}
      site={{ origin: `https://${host}`, host }}
      resultsLink="/results/p#key=k"
      remoteLink="/present/p?remote#key=k"
      onAct={() => undefined}
      onModerate={() => undefined}
      onSend={() => undefined}
      onClosePoll={() => undefined}
      onRehearse={() => undefined}
      onForgetRefusal={() => undefined}
      t={texts[language]}
      language={language}
    />,
  );
  return html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
}

describe("the lobby", () => {
  test("says where to go, the code in groups, and how many have joined", () => {
    const text = read("sv", {}, { question: null });
    expect(text).toMatch(/Gå till handupp\.example och skriv koden 482 913 104 deltagare är med/);
    expect(read("en", { joined: 1 }, { question: null })).toContain("1 attendee has joined");
  });

  test.each(["localhost:8787", "127.0.0.1:8787", "[::1]:8787"])("says that no phone gets to %s", (host) => {
    expect(read("sv", {}, { question: null }, host)).toContain("Telefoner når inte den här adressen");
    expect(read("sv", {}, { question: null })).not.toContain("når inte");
  });
});

describe("a question", () => {
  test("has its text, its table, and the line under it", () => {
    const text = read("sv", {});
    expect(text).toContain("Vilken temagrupp gav dig mest?");
    expect(text).toMatch(/Digitalisering 31 50 %/);
    expect(text).toContain("62 av 104 har svarat");
    expect(text).toContain("62 av 104 har svarat. Flest: Digitalisering och Juridik, 31");
    expect(text).not.toContain("är stängd");
    expect(read("en", {})).toContain("62 of 104 have answered");
  });

  test("says how many skipped it, beside those who answered, shown or hidden", () => {
    expect(read("sv", {})).not.toContain("hoppade");
    const skippable = { ...shown, tally: { ...tally, tally: { ...tally.tally, skipped: 7 } } };
    expect(read("sv", skippable)).toContain("62 av 104 har svarat 7 hoppade över");
    expect(read("sv", skippable)).toContain("62 av 104 har svarat, 7 hoppade över. Flest:");
    expect(read("en", skippable, { results: "hidden" })).toContain("62 of 104 have answered 7 skipped it");
  });

  test("offers to close the poll once it is the last, and not before", () => {
    expect(read("sv", {})).toContain("Avsluta …");
    const poll = { ...shown.poll, questions: [question, { ...question, id: "d" }] } as Presentation["poll"];
    expect(read("sv", { poll })).not.toContain("Avsluta …");
    expect(read("sv", {}, { rehearsal: true })).not.toContain("Avsluta …");
  });

  test("says when voting is locked, and offers to open it", () => {
    const text = read("sv", {}, { voting: "locked" });
    expect(text).toContain("Röstningen är stängd");
    expect(text).toContain("Öppna röstningen");
  });

  test("shows the count alone while results are hidden: no figures, not to screen readers either", () => {
    const text = read("sv", {}, { results: "hidden" });
    expect(text).toContain("62 svar av 104 som är med");
    expect(text).not.toContain("Digitalisering");
    expect(text).toContain("Visa resultat");
  });
});

test("only a question that has a right answer offers to show it", () => {
  expect(read("sv", {})).not.toContain("rätt svar");
  expect(read("sv", {}, { rightAnswer: "hidden" })).toContain("Visa rätt svar");
  expect(read("sv", {}, { rightAnswer: "shown" })).toContain("Dölj rätt svar");
  expect(read("en", {}, { rightAnswer: "hidden" })).toContain("Show right answer");
});

test("a table stands where both it and the picture have room, else in the picture's place", () => {
  const common = {
    changeable: true,
    skippable: false,
    resultsHidden: false,
    resultsOnPhones: false,
    id: "q",
    text: "?",
  };
  const items = (n: number) => Array.from({ length: n }, (_, index) => ({ id: `${index}`, text: "?" }));
  const scale = (rows: number): Question => ({
    ...common,
    type: "scale",
    statements: items(rows),
    min: 1,
    max: 5,
    minLabel: "",
    maxLabel: "",
  });
  const grid: Question = { ...common, type: "grid", items: items(2), xLabels: ["", ""], yLabels: ["", ""] };
  const ranking: Question = { ...common, type: "ranking", options: items(6) };
  const words = samples.words.question;
  const wide = { width: 74, height: 32 };
  const narrow = { width: 59, height: 32 };
  const low = { width: 74, height: 18 };
  const places = (question: Question) => [
    tablePlace(question, 1, wide),
    tablePlace(question, 2, wide),
    tablePlace(question, 1, narrow),
    tablePlace(question, 1, low),
  ];
  expect(places(words)).toEqual(["beside", "beside", "beside", "beside"]);
  expect(tablePlace(words, 2, narrow)).toBe("alone");
  expect(places(ranking)).toEqual(["beside", "alone", "alone", "alone"]);
  expect(places(grid)).toEqual(["wide", "alone", "alone", "alone"]);
  expect(tablePlace({ ...grid, items: [{ id: "a", text: "Påstående som är långt".repeat(2) }] }, 1, wide)).toBe(
    "alone",
  );
  expect(places(scale(2))).toEqual(["under", "alone", "under", "alone"]);
  expect(places(scale(4))).toEqual(["alone", "alone", "alone", "alone"]);
});

test("a closed run thanks, counts and leads to the results", () => {
  const text = read("sv", {}, { status: "closed" });
  expect(text).toMatch(/Tack för att du var med 104 deltagare var med Till resultaten/);
  expect(text).not.toContain("Nästa");
});

test("while the own line is down the last picture stays under a banner", () => {
  const text = read("en", { line: "lost" });
  expect(text).toContain("No connection.");
  expect(text).toContain("Digitalisering");
});

test("a refusal is said in words", () => {
  expect(read("sv", { refusal: "offline" })).toContain("Tjänsten svarar inte.");
});

test("without its key the page says what to do", () => {
  for (const problem of ["no-key", "wrong-key", "gone"] as const) {
    expect(renderToString(<AccessPage problem={problem} t={texts.sv} />)).toContain("arrangören");
  }
});

describe("a rehearsal", () => {
  test("can be begun in a draft's lobby alone", () => {
    const offer = "Prova med 30 simulerade deltagare";
    expect(read("sv", {}, { status: "draft", question: null })).toContain(offer);
    expect(read("sv", {}, { question: null })).not.toContain(offer);
    expect(read("sv", {})).not.toContain(offer);
  });

  test("is marked in the lobby and at each question, and ends instead of the run", () => {
    for (const on of [{ question: null }, {}, { results: "hidden" as const }]) {
      const text = read("sv", {}, { ...on, run: -1, rehearsal: true });
      expect(text).toContain("Repetition – simulerade svar");
      expect(text).toContain("Avsluta repetitionen");
      expect(text).not.toMatch(/Avsluta (?!rep)/);
    }
    expect(read("en", {}, { rehearsal: true })).toContain("Rehearsal – simulated answers");
    expect(read("sv", {})).not.toContain("Repetition");
  });
});
