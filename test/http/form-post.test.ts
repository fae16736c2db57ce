import { describe, expect, test } from "vitest";
import { footerSv } from "../../web/messages/footer.sv.ts";
import { homeEn } from "../../web/messages/home.en.ts";
import { homeSv } from "../../web/messages/home.sv.ts";
import { voteSv } from "../../web/messages/vote.sv.ts";
import { limits } from "../../worker/shared/limits.ts";
import { askedAlone, ballotsOf, fullQuestions, goodAnswers, goodForms } from "./every-type.ts";
import { openPage, PlainBrowser } from "./plain-browser.ts";
import { createPoll, pollOnStage } from "./poll-client.ts";

test("an answer posted without a script is a ballot, and the page after it says received", async () => {
  const poll = await pollOnStage();
  const { post, html } = await openPage(poll);
  const response = await post([
    ["asking", "colour~1.0"],
    ["choice", "blue"],
  ]);
  expect(response.status).toBe(303);
  expect(response.headers.get("location")).toBe(`/${poll.code}`);
  expect(await html()).toContain("Mottaget");
  expect(await poll.tally("colour")).toMatchObject({ counts: { red: 0, blue: 1 } });
});

test("a changed answer replaces the first", async () => {
  const poll = await pollOnStage();
  const { post } = await openPage(poll);
  await post([
    ["asking", "colour~1.0"],
    ["choice", "blue"],
  ]);
  await post([
    ["asking", "colour~1.0"],
    ["choice", "red"],
  ]);
  expect(await poll.tally("colour")).toMatchObject({ counts: { red: 1, blue: 0 }, answered: 1 });
});

test("a form that is no answer comes back with the reason, and nothing is stored", async () => {
  const poll = await pollOnStage();
  const { post } = await openPage(poll);
  const response = await post([["asking", "colour~1.0"]]);
  expect(response.status).toBe(422);
  expect(await response.text()).toContain("Välj ett alternativ först.");
  expect(await poll.tally("colour")).toMatchObject({ answered: 0 });
});

test("an answer after voting has locked is told so", async () => {
  const poll = await pollOnStage();
  const { post } = await openPage(poll);
  await poll.stage({ voting: "locked" });
  const response = await post([
    ["asking", "colour~1.0"],
    ["choice", "red"],
  ]);
  expect(await response.text()).toContain("Röstningen hade stängts när svaret kom fram.");
  expect(await poll.tally("colour")).toMatchObject({ answered: 0 });
});

test("forms that come faster than a socket may send are told so with the answer kept, and what was received stays", async () => {
  const poll = await pollOnStage();
  const { post } = await openPage(poll);
  const answers = Array.from({ length: limits.frameBurst + 30 }, (_, n) =>
    post([
      ["asking", "colour~1.0"],
      ["choice", n % 2 === 0 ? "red" : "blue"],
    ]),
  );
  const refused = (await Promise.all(answers)).find(({ status }) => status === 429);
  expect(refused?.headers.get("retry-after")).toBe("1");
  const page = (await refused?.text()) ?? "";
  expect(page).toContain(voteSv["refused.too-fast"]);
  expect(page).toMatch(/<input[^>]*checked/);
  expect(await poll.tally("colour")).toMatchObject({ answered: 1 });
});

test("a browser that keeps no cookie is told so, in its language, and nothing is stored", async () => {
  const poll = await pollOnStage();
  const red: [string, string][] = [
    ["asking", "colour~1.0"],
    ["choice", "red"],
  ];
  for (const [language, texts] of [
    ["sv", homeSv],
    ["en", homeEn],
  ] as const) {
    const response = await new PlainBrowser().post(`/${poll.code}`, red, { "accept-language": language });
    expect(response.status).toBe(403);
    expect(await response.text()).toContain(texts["wrong.cookies"]);
  }
  expect((await poll.results()).joined).toBe(0);
});

describe("a form that shows another answer than the one that counts", () => {
  const shownBy = (html: string) => /name="shows" value="(\w+)"/.exec(html)?.[1] ?? "";
  const fields = (choice: string, shows: string): [string, string][] => [
    ["asking", "colour~1.0"],
    ["choice", choice],
    ["shows", shows],
  ];

  test("does not replace it unseen: it comes back as it was filled in, and does when it is sent again", async () => {
    const poll = await pollOnStage();
    const { post, first, html } = await openPage(poll);
    expect((await post(fields("blue", shownBy(first)))).status).toBe(303);
    const late = await post(fields("red", shownBy(first)));
    expect(late.status).toBe(422);
    const page = await late.text();
    expect(page).toContain(voteSv["refused.newer"]);
    expect(page).toMatch(/value="red" checked/);
    expect(await poll.tally("colour")).toMatchObject({ counts: { red: 0, blue: 1 } });
    expect((await post(fields("red", shownBy(page)))).status).toBe(303);
    expect(await html()).toContain("Mottaget");
    expect(await poll.tally("colour")).toMatchObject({ counts: { red: 1, blue: 0 } });
  });

  test("is no matter where it says the same, as when it is posted twice", async () => {
    const poll = await pollOnStage();
    const { post, first } = await openPage(poll);
    expect((await post(fields("blue", shownBy(first)))).status).toBe(303);
    expect((await post(fields("blue", shownBy(first)))).status).toBe(303);
  });
});

test("where as much is chosen as may be, another choice is one post", async () => {
  const poll = await pollOnStage({ maxChoices: 2, options: ["red", "blue", "green"].map((id) => ({ id, text: id })) });
  const { post, html } = await openPage(poll);
  const chosen = (...ids: string[]) =>
    post([["asking", "colour~1.0"], ...ids.map((id): [string, string] => ["choice", id])]);
  expect((await chosen("red", "blue")).status).toBe(303);
  expect(await html()).not.toMatch(/<input type="checkbox"[^>]* disabled/);
  expect((await chosen("red", "green")).status).toBe(303);
  const tooMany = await chosen("red", "green", "blue");
  expect(tooMany.status).toBe(422);
  expect(await tooMany.text()).toContain("Välj högst 2 alternativ.");
  expect(await poll.tally("colour")).toMatchObject({ counts: { red: 1, blue: 0, green: 1 } });
});

test("where the first answer stands, another post is told so and changes nothing", async () => {
  const poll = await pollOnStage({ changeable: false });
  const { post, html } = await openPage(poll);
  const chosen = (id: string) =>
    post([
      ["asking", "colour~1.0"],
      ["choice", id],
    ]);
  expect((await chosen("red")).status).toBe(303);
  const second = await chosen("blue");
  expect(second.status).toBe(422);
  expect(await second.text()).toContain(voteSv["refused.unchangeable"]);
  expect(await html()).toMatch(/<fieldset[^>]* disabled/);
  expect(await poll.tally("colour")).toMatchObject({ counts: { red: 1, blue: 0 } });
});

test("the longest text arrives whole, and a form that is larger than any is refused", async () => {
  const poll = await createPoll();
  await poll.stage({ question: "text" });
  const { post } = await openPage(poll);
  const sent = (text: string) =>
    post([
      ["asking", "text~1.0"],
      ["text", text],
    ]);
  const families = "👨‍👩‍👧‍👦".repeat(250);
  expect((await sent(families)).status).toBe(303);
  const tooLarge = await sent("x".repeat(limits.formBytes));
  expect(tooLarge.status).toBe(413);
  expect(await tooLarge.text()).toContain(voteSv["refused.too-large"]);
  const { entries } = (await poll.tally("text")) as { entries: { text: string }[] };
  expect(entries.map(({ text }) => text)).toEqual([families]);
});

describe("an answer that comes too late for its question says that it does not count", () => {
  const late = voteSv["refused.not-on-stage"];
  const red: [string, string][] = [
    ["asking", "colour~1.0"],
    ["choice", "red"],
  ];

  test("beside the question that is on stage instead, as it was answered", async () => {
    const poll = await pollOnStage();
    const { post } = await openPage(poll);
    await poll.stage({ question: "text" });
    await post([
      ["asking", "text~1.0"],
      ["text", "Ny energi"],
    ]);
    const response = await post(red);
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain(late);
    expect(html).toContain("Ny energi</textarea>");
    expect(await poll.tally("colour")).toMatchObject({ answered: 0 });
  });

  test("in the lobby, and once the poll is closed", async () => {
    const poll = await pollOnStage();
    const { post } = await openPage(poll);
    await poll.stage({ question: null });
    expect(await (await post(red)).text()).toContain(late);
    await poll.close();
    expect(await (await post(red)).text()).toContain(late);
  });

  test("in the next run, which the phone is in from then on", async () => {
    const poll = await pollOnStage();
    const { post, html } = await openPage(poll);
    await poll.close();
    await poll.startRun();
    await poll.stage({ question: "colour" });
    expect(await (await post(red)).text()).toContain(late);
    expect((await poll.results()).joined).toBe(1);
    expect(await html()).not.toContain(late);
    expect((await poll.results()).joined).toBe(1);
  });
});

test("a form of another site's page is refused, and makes nobody an attendee", async () => {
  const poll = await pollOnStage();
  const stranger = new PlainBrowser();
  const red: [string, string][] = [
    ["asking", "colour~1.0"],
    ["choice", "red"],
  ];
  const path = `/${poll.code}`;
  expect((await stranger.post(path, red, { origin: "https://elsewhere.example" })).status).toBe(403);
  expect((await stranger.post(path, red, { origin: "null", "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect(stranger.cookies.size).toBe(0);
  // A browser's own: our pages name no referrer, and then no origin is told.
  const { browser } = await openPage(poll);
  expect((await browser.post(path, red, { origin: "null", "sec-fetch-site": "same-origin" })).status).toBe(303);
  expect(await poll.tally("colour")).toMatchObject({ answered: 1 });
});

test("the page offers a refresh, to browsers without a script alone", async () => {
  const { first } = await openPage(await createPoll());
  expect(first).toContain(`<noscript><a class="button quiet" href="?">${footerSv.refresh}</a></noscript>`);
});

test.each(Object.values(fullQuestions))(
  "the form of a $type is a ballot, and is shown as it was sent",
  async ({ type }) => {
    const poll = await askedAlone(type, { skippable: true });
    const { post, html } = await openPage(poll);
    const fields: [string, string][] = goodForms[type];
    const form = await html();
    for (const [name] of fields) expect(form).toContain(` name="${name}"`);

    expect((await post([["asking", `${type}~1.0`], ["skip", "yes"], ...fields])).status).toBe(303);
    expect(await ballotsOf(poll)).toEqual([null]);
    expect(await html()).toContain("Du hoppade över frågan.");

    expect((await post([["asking", `${type}~1.0`], ...fields])).status).toBe(303);
    expect(await ballotsOf(poll)).toEqual([goodAnswers[type]]);
    expect(await html()).toContain("Mottaget.");
  },
);
