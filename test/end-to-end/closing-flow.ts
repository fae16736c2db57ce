/** A closing poll from its writing to its second run, through the pages that people use. */
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { chartsSv } from "../../web/messages/charts.sv.ts";
import { organiseSv } from "../../web/messages/organise.sv.ts";
import { presentSv } from "../../web/messages/present.sv.ts";
import { resultsSv } from "../../web/messages/results.sv.ts";
import { translator } from "../../web/messages/translate.ts";
import type { Question } from "../../worker/questions/registry.ts";
import { formatCode } from "../../worker/shared/codes.ts";
import { apiClient } from "../support/api-client.ts";
import { Attendee } from "../support/attendee.ts";
import definition from "../support/closing-poll.sv.json" with { type: "json" };
import { Refused } from "../support/live-socket.ts";
import type { Service } from "../support/service.ts";
import type { Pages } from "./browser.ts";
import { answerOf, rankedBy105 } from "./closing-answers.ts";
import {
  type Ballot,
  ballotsIn,
  type Figures,
  figuresOfBallots,
  figuresOfCsv,
  figuresOfJson,
  figuresOfTable,
  figuresOfXlsx,
  wordKey,
} from "./figures.ts";
import { phoneHand } from "./phone-hand.ts";

const phones = 5;
const people = 105;
const sv = translator({ ...chartsSv, ...presentSv, ...resultsSv }, "sv");
const { t: vote, status, sendAnswer } = phoneHand("sv");
const organise = translator(organiseSv, "sv");

type Poll = { id: string; code: string; organiserKey: string; links: Record<"vote" | "present" | "results", string> };
type Hall = { service: Service; poll: Poll; questions: Question[]; stage: Page; phones: Page[]; others: Attendee[] };

/** Returns the first run's figures, one entry a question, and how many shards shared the attendees. */
export async function runClosingPoll(service: Service, pages: Pages): Promise<{ figures: Figures[]; shards: number }> {
  const organiser = await pages.open(`${service.address}/organise`);
  const poll = await writePoll(organiser);
  const api = apiClient(service.address);
  const { questions } = await api.poll(poll.id, poll.organiserKey);

  const stage = await pages.open(poll.links.present);
  await stage.getByText(formatCode(poll.code)).first().waitFor();
  const inHall = await Promise.all(Array.from({ length: phones }, () => pages.phone(poll.links.vote)));
  for (const phone of inHall) await phone.getByRole("heading", { name: vote("lobby.heading") }).waitFor();
  const others = await Promise.all(
    Array.from({ length: people - phones }, () => Attendee.join(service.address, poll.code)),
  );
  await stage.getByText(`${people} ${sv("lobby.joined", { n: people })}`).waitFor();

  const hall: Hall = { service, poll, questions, stage, phones: inHall, others };
  const sent: Ballot[] = [];
  for (const [index, question] of questions.entries()) {
    // By key and by button in turn, as a presenter at the keyboard and one with a mouse.
    if (index % 2 === 0) await stage.keyboard.press("ArrowRight");
    else await stage.getByRole("button", { name: sv("control.next"), exact: true }).click();
    sent.push(...(await askQuestion(hall, question, index)));
  }

  const figures = figuresOfBallots(questions, sent);
  const ranked = questions.find(({ type }) => type === "ranking");
  if (ranked?.type !== "ranking") throw new Error("the poll asks for no ranking");
  expect(figures[questions.indexOf(ranked)]).toEqual(
    Object.fromEntries(ranked.options.map(({ text }, place) => [text, rankedBy105[place]])),
  );
  const saved = (file: "results.csv" | "results.xlsx" | "ballots.csv") =>
    api.download(poll.id, poll.organiserKey, file);
  await expectFiles(hall, figures, saved);

  await stage.getByRole("button", { name: sv("control.help"), exact: true }).click();
  await stage.getByRole("button", { name: sv("help.close"), exact: true }).click();
  await stage.getByRole("button", { name: sv("close.yes"), exact: true }).click();
  await stage.getByRole("heading", { name: sv("closed.title") }).waitFor();
  for (const phone of hall.phones) await phone.getByRole("heading", { name: vote("closed.heading") }).waitFor();

  const results = await pages.open(poll.links.results);
  await expectResultsPage(results, hall, figures);
  await runAgain(organiser, hall, pages);
  await results.reload();
  await results.getByLabel(sv("results.runs")).selectOption("1");
  await expectResultsPage(results, hall, figures);
  const shards = new Set(others.map(({ joined }) => joined.token.split(".")[0]));
  await Promise.all([...others.map((other) => other.close()), ...inHall.map((phone) => phone.context().close())]);
  return { figures, shards: shards.size };
}

async function writePoll(page: Page): Promise<Poll> {
  await page.getByRole("button", { name: organise("list.blank"), exact: true }).click();
  await page.getByRole("button", { name: organise("editor.json"), exact: true }).click();
  await page.getByLabel(organise("json.label"), { exact: true }).fill(JSON.stringify(definition));
  await page.getByRole("button", { name: organise("save.create"), exact: true }).click();
  await page.getByRole("heading", { name: definition.title }).waitFor();
  const link = (name: "links.join" | "links.present" | "links.organise" | "links.results") =>
    page.getByLabel(organise(name), { exact: true }).and(page.getByRole("textbox")).inputValue();
  const own = new URL(await link("links.organise"));
  const joining = await link("links.join");
  return {
    id: own.pathname.split("/").at(-1) ?? "",
    code: new URL(joining).pathname.slice(1),
    organiserKey: new URLSearchParams(own.hash.slice(1)).get("key") ?? "",
    links: { vote: joining, present: await link("links.present"), results: await link("links.results") },
  };
}

/** Puts it to the hall, looks at the stage, locks it. Returns what was answered in the end. */
async function askQuestion(hall: Hall, question: Question, index: number): Promise<Ballot[]> {
  const { stage } = hall;
  await stage.getByRole("heading", { name: question.text }).waitFor();
  const ballots = Array.from({ length: people }, (_, person) => answerOf(question, person));
  await Promise.all([
    ...hall.phones.map(async (phone, person) => {
      await phone.getByRole("heading", { name: question.text }).waitFor();
      const answer = ballots[person];
      if (answer) await sendAnswer(phone, question, answer);
    }),
    ...hall.others.map(async (other, place) => {
      const person = phones + place;
      await other.onStage(question.id, 60_000);
      const answer = ballots[person];
      if (!answer) return;
      // Some think again.
      if (person % 10 === 7) await other.answer(question.id, answerOf(question, person + 1) ?? answer);
      await other.answer(question.id, answer);
    }),
  ]);
  const sent = ballots.flatMap((answer) => (answer === null ? [] : [{ question: question.id, answer }]));
  await stage
    .getByText(sv("question.answeredOf", { answered: sent.length, joined: people }), { exact: true })
    .waitFor();
  const [expected = {}] = figuresOfBallots([question], sent);
  await expectStage(stage, question, expected);

  if (index % 2 === 0) await stage.getByRole("button", { name: sv("control.lock"), exact: true }).click();
  else await stage.keyboard.press("l");
  await stage.getByText(sv("question.locked"), { exact: true }).waitFor();
  for (const phone of hall.phones) await status(phone, "status.locked").waitFor();
  const late = hall.others[0]?.answer(question.id, answerOf(question, 7));
  await expect(late).rejects.toSatisfy((error) => error instanceof Refused && error.code === "locked");
  return sent;
}

/** Picture and table say what was answered; hidden, they say nothing; shown again, they are as before. */
async function expectStage(stage: Page, question: Question, expected: Figures): Promise<void> {
  const table = stage.getByRole("table", { name: question.text });
  await expect.poll(() => figuresOfTable(table, question), { timeout: 20_000 }).toEqual(expected);
  await expectPicture(stage, question, expected);
  if (question.type === "words") await stage.getByRole("button", { name: sv("control.hide"), exact: true }).click();
  else await stage.keyboard.press("r");
  await table.waitFor({ state: "detached" });
  if (question.type === "words") await stage.getByRole("button", { name: sv("control.show"), exact: true }).click();
  else await stage.keyboard.press("r");
  await expect.poll(() => figuresOfTable(table, question), { timeout: 20_000 }).toEqual(expected);
}

async function expectPicture(stage: Page, question: Question, expected: Figures): Promise<void> {
  const picture = stage.getByRole("main").getByRole("img").last();
  const name = (await picture.getAttribute("aria-label")) ?? "";
  switch (question.type) {
    case "words": {
      // Drawn as soon as its fonts are there; each word in the spelling that most have used.
      const drawn = () => picture.locator("svg text").allTextContents();
      const keys = async () => (await drawn()).map(wordKey).toSorted();
      await expect.poll(keys, { timeout: 20_000 }).toEqual(Object.keys(expected).toSorted());
      break;
    }
    case "choice": {
      const most = Math.max(...Object.values(expected).map(([count]) => count ?? 0));
      for (const [option, [count]] of Object.entries(expected)) expect(name.includes(option)).toBe(count === most);
      expect(name).toMatch(new RegExp(`, ${most} \\(\\d+\\s%\\)$`));
      expect(await picture.locator("svg").count()).toBe(1);
      break;
    }
    case "scale": {
      const means = Object.values(expected).map((figures) => oneDecimal(figures.at(-1) ?? 0));
      const shown = await picture.innerText();
      for (const mean of means) expect(shown).toContain(mean);
      break;
    }
    case "ranking": {
      const shown = (await picture.innerText()).replaceAll(/\s+/g, " ");
      for (const [option, [points, firsts, meanRank]] of Object.entries(expected))
        expect(shown).toContain(`${option} ${points} ${oneDecimal(meanRank ?? 0)} ${firsts} `);
      const [first, [most] = []] =
        Object.entries(expected).toSorted(([, [a]], [, [b]]) => (b ?? 0) - (a ?? 0))[0] ?? [];
      expect(name).toContain(sv("chart.first", { names: first ?? "", n: most ?? 0 }));
      break;
    }
    case "text": {
      // Texts can be hidden where they stand: with buttons in it the wall is no image.
      const wall = stage.getByRole("group", { name: sv("chart.picture.text", { summary: "" }).trim() });
      await expect.poll(() => wall.innerText(), { timeout: 20_000 }).toMatch(/småföretagen|öre|ärenden|fika/);
    }
  }
}

function oneDecimal(figure: number): string {
  return new Intl.NumberFormat("sv", { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(figure);
}

type Save = (file: "results.csv" | "results.xlsx" | "ballots.csv") => Promise<Uint8Array>;

async function expectFiles({ service, poll, questions }: Hall, figures: Figures[], save: Save): Promise<void> {
  const results = await apiClient(service.address).results(poll.id, poll.organiserKey, 1);
  expect(results.joined).toBe(people);
  expect(figuresOfJson(results)).toEqual(figures);
  expect(figuresOfCsv(await save("results.csv"), questions)).toEqual(figures);
  expect(await figuresOfXlsx(await save("results.xlsx"), questions)).toEqual(figures);
  expect(figuresOfBallots(questions, ballotsIn(await save("ballots.csv")))).toEqual(figures);
}

async function expectResultsPage(page: Page, hall: Hall, figures: Figures[]): Promise<void> {
  await page.getByText(sv("results.joined", { n: people }), { exact: true }).waitFor();
  for (const [index, question] of hall.questions.entries()) {
    const table = page.getByRole("table", { name: question.text });
    expect(await figuresOfTable(table, question)).toEqual(figures[index]);
  }
  const names = {
    "results.csv": "downloads.csv",
    "results.xlsx": "downloads.xlsx",
    "ballots.csv": "downloads.ballots",
  } as const;
  await expectFiles(hall, figures, async (file) => {
    const button = page.getByRole("button", { name: sv(names[file]), exact: true });
    const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
    return readFile(await download.path());
  });
}

/** A second run: the phones are in it by themselves, and one of them answers. */
async function runAgain(organiser: Page, hall: Hall, pages: Pages): Promise<void> {
  const { service, poll } = hall;
  const [question] = hall.questions;
  const [phone] = hall.phones;
  if (question === undefined || phone === undefined) throw new Error("the poll has no question, or the hall no phone");
  await organiser.reload();
  await organiser.getByRole("button", { name: organise("actions.start"), exact: true }).click();
  await organiser.getByText(organise("actions.started", { n: 2 }), { exact: true }).waitFor();
  for (const one of hall.phones) await one.getByRole("heading", { name: vote("lobby.heading") }).waitFor();
  const stage = await pages.open(poll.links.present);
  await stage.getByText(`${phones} ${sv("lobby.joined", { n: phones })}`).waitFor();
  await stage.keyboard.press("PageDown");
  await phone.getByRole("heading", { name: question.text }).waitFor();
  await sendAnswer(phone, question, { words: ["Återseende"] });
  await stage.getByText(sv("question.answeredOf", { answered: 1, joined: phones }), { exact: true }).waitFor();
  const results = await apiClient(service.address).results(poll.id, poll.organiserKey);
  expect([results.run, results.joined, figuresOfJson(results)[0]]).toEqual([2, phones, { återseende: [1] }]);
  await stage.context().close();
}
