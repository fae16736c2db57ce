/** A walk through every page and state that people meet, in one language. */
import type { BrowserContextOptions, Page } from "playwright-core";
import type { CreatedPoll } from "../../web/connection/api.ts";
import { type ChartsCatalogue, chartsEn } from "../../web/messages/charts.en.ts";
import { chartsSv } from "../../web/messages/charts.sv.ts";
import { organiseEn } from "../../web/messages/organise.en.ts";
import { organiseSv } from "../../web/messages/organise.sv.ts";
import { type PresentCatalogue, presentEn } from "../../web/messages/present.en.ts";
import { presentSv } from "../../web/messages/present.sv.ts";
import { type Translate, translator } from "../../web/messages/translate.ts";
import type { Question } from "../../worker/questions/registry.ts";
import { formatCode } from "../../worker/shared/codes.ts";
import { apiClient } from "../support/api-client.ts";
import { Attendee } from "../support/attendee.ts";
import definition from "../support/closing-poll.sv.json" with { type: "json" };
import { type Pages, screenSize } from "./browser.ts";
import { answerOf } from "./closing-answers.ts";
import { type Language, phoneHand } from "./phone-hand.ts";
import { visitHome } from "./tour-home.ts";
import { visitStale } from "./tour-stale.ts";

const people = 12;
/** The closing poll, and a question of each type that it doesn't ask for. */
const everyType = {
  ...definition,
  settings: { embed: true, sharedDevice: true },
  questions: [
    ...definition.questions,
    {
      type: "points",
      text: "Hur ska pengarna fördelas?",
      skippable: true,
      resultsOnPhones: true,
      options: [{ text: "Gemensam webbplats" }, { text: "Resor och möten" }, { text: "Fika" }],
    },
    { type: "number", text: "Hur långt reste du hit?", min: 0, max: 1500, unit: "km", rightValue: 400 },
    {
      type: "grid",
      text: "Var ligger förslagen?",
      items: [{ text: "Kortare kurser" }, { text: "Ny avtalsmall" }, { text: "Fika" }],
      xLabels: ["Liten insats", "Stor insats"],
      yLabels: ["Liten nytta", "Stor nytta"],
    },
  ],
};

/** Called in each state; may change the page's size and colours. The walk itself goes on at a large screen's size. */
export type Visit = (name: string, page: Page) => Promise<void>;

export async function tour(address: string, pages: Pages, language: Language, look: Visit): Promise<void> {
  const visit: Visit = async (name, page) => {
    await look(name, page);
    await page.setViewportSize(screenSize);
  };
  const options: BrowserContextOptions = { reducedMotion: "reduce", locale: language === "sv" ? "sv-SE" : "en-GB" };
  const open = (link: string) => {
    const url = new URL(link, address);
    url.searchParams.set("lang", language);
    return pages.open(url.href, options);
  };
  await visitHome(open, language, visit);
  await visitOrganise(await open("/organise"), language, visit);
  await visitVote(address, open, language, visit);
}

type StageTexts = Translate<PresentCatalogue & ChartsCatalogue>;
export type Open = (link: string) => Promise<Page>;

async function visitOrganise(page: Page, language: Language, visit: Visit): Promise<void> {
  const t = translator(language === "sv" ? organiseSv : organiseEn, language);
  const button = (name: Parameters<typeof t>[0]) => page.getByRole("button", { name: t(name), exact: true });
  await button("list.blank").waitFor();
  await visit("organise-list-empty", page);
  await button("list.blank").click();
  await button("save.create").waitFor();
  await visit("organise-new", page);
  await page.getByText(t("file.title"), { exact: true }).click();
  await button("file.paste").click();
  await page.getByRole("dialog").getByRole("textbox").fill("typ;text\nord;Tre ord\n");
  await visit("organise-paste", page);
  await button("file.pasteRead").click();
  await button("file.append").waitFor();
  await visit("organise-import", page);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").getByRole("textbox").waitFor();
  await button("dialog.cancel").click();
  await page.locator("dialog").waitFor({ state: "detached" });
  await button("save.create").click();
  await page.getByRole("heading", { name: t("errors.title", { n: 2 }).replace(/^\S+ /, "") }).waitFor();
  await visit("organise-errors", page);
  await button("editor.json").click();
  await page.getByLabel(t("json.label"), { exact: true }).fill(JSON.stringify(definition));
  await visit("organise-json", page);
  await button("save.create").click();
  await page.getByRole("heading", { name: definition.title }).waitFor();
  await page.getByRole("button", { name: new RegExp(definition.questions[1]?.text ?? "") }).click();
  await page.locator(".preview-phone").waitFor({ state: "attached" });
  await visit("organise-editing", page);
  await page.setViewportSize({ width: 320, height: 800 });
  await button("preview.title").click();
  // Nothing lies half under the bar that follows below.
  await page.evaluate(() => scrollTo(0, 0));
  await visit("organise-preview", page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await button("actions.delete").click();
  await page.getByRole("dialog").waitFor();
  await visit("organise-dialog", page);
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: t("page.back"), exact: true }).click();
  await page.getByRole("link", { name: definition.title, exact: true }).waitFor();
  await visit("organise-list", page);
  await page.context().close();
}

async function visitVote(address: string, open: Open, language: Language, visit: Visit): Promise<void> {
  const t = translator(language === "sv" ? { ...chartsSv, ...presentSv } : { ...chartsEn, ...presentEn }, language);
  const hand = phoneHand(language);
  const api = apiClient(address);
  const { id, code, organiserKey, links } = await api.createPoll(everyType);
  const { questions } = await api.poll(id, organiserKey);
  await visitRehearsal(api, { id, organiserKey, links }, open, { t, hand }, visit);
  const phone = await open(links.vote);
  await phone.getByRole("heading", { name: hand.t("lobby.heading") }).waitFor();
  await visit("vote-lobby", phone);
  const others = await Promise.all(Array.from({ length: people }, () => Attendee.join(address, code)));
  const stage = await open(links.present);
  await stage.getByText(formatCode(code)).first().waitFor();
  await visit("stage-lobby", stage);

  for (const question of questions) {
    await api.stage(id, organiserKey, { question: question.id });
    await phone.getByRole("heading", { name: question.text }).waitFor();
    await visit(`vote-${question.type}`, phone);
    if (question.type === "choice" || question.type === "points") {
      await hand.send(phone);
      await phone.locator(".status.bad").waitFor();
      await visit(`vote-${question.type}-unanswered`, phone);
    }
    await answerAll(others, question);
    await hand.sendAnswer(phone, question, answerOf(question, 1) ?? { text: "" });
    if (question.resultsOnPhones) await phone.getByRole("heading", { name: hand.t("results.heading") }).waitFor();
    await visit(`vote-${question.type}-received`, phone);
    const counted =
      people + 1 - Array.from({ length: people }, (_, n) => answerOf(question, n)).filter((a) => !a).length;
    await stage
      .getByText(t("question.answeredOf", { answered: counted, joined: people + 1 }), { exact: true })
      .waitFor();
    await visit(`stage-${question.type}`, stage);
    if (question.type === "number") {
      await api.stage(id, organiserKey, { rightAnswer: "shown" });
      await stage.locator(".histogram-mark.histogram-right").waitFor();
      await visit("stage-right-answer", stage);
    }
    if (question.type === "words") {
      await stage.keyboard.press("m");
      await stage.getByRole("dialog").waitFor();
      await visit("stage-moderation", stage);
      await stage.keyboard.press("Escape");
    }
  }
  await stage.keyboard.press("t");
  await visit("stage-table", stage);
  await stage.keyboard.press("t");
  await visitDialogs(stage, t, visit);
  await visitLineDown(stage, t, visit);
  const embed = await open(`/embed/${id}`);
  await embed.getByRole("heading", { name: questions.at(-1)?.text ?? "" }).waitFor();
  await visit("embed", embed);
  await api.stage(id, organiserKey, { seconds: 600 });
  await stage.getByRole("timer").waitFor();
  await visit("stage-counting", stage);
  await phone.getByText(hand.t("countdown.minutes", { n: 10 })).waitFor();
  await visit("vote-counting", phone);
  const remote = await open(links.present.replace("#", "?remote#"));
  await remote.getByRole("heading", { name: questions.at(-1)?.text ?? "" }).waitFor();
  await visit("remote-question", remote);
  await stage.keyboard.press("x");
  await stage.getByRole("button", { name: t("clear.yes"), exact: true }).click();
  for (const page of [stage, remote]) await page.getByText(t("clear.cleared"), { exact: true }).waitFor();
  await stage.keyboard.press("u");
  for (const page of [stage, remote]) {
    await page.getByText(t("clear.cleared"), { exact: true }).waitFor({ state: "detached" });
  }
  await api.stage(id, organiserKey, { round: 2 });
  await stage
    .getByText(t("chart.round", { number: 2, n: 0 }), { exact: true })
    .first()
    .waitFor();
  await visit("stage-two-rounds", stage);
  await phone.getByText(hand.t("secondRound"), { exact: true }).waitFor();
  await visit("vote-second-round", phone);
  const last = questions.at(-1);
  if (last === undefined) throw new Error("the poll has no question");
  await phone.context().setOffline(true);
  await hand.fillIn(phone, last, answerOf(last, 1) ?? { text: "" });
  await hand.send(phone);
  await hand.status(phone, "status.held").waitFor();
  await visit("vote-held", phone);
  await api.stage(id, organiserKey, { voting: "locked", results: "hidden" });
  await phone.context().setOffline(false);
  await hand.status(phone, "refused.locked").waitFor();
  await visit("vote-refused", phone);
  await phone.reload();
  await hand.status(phone, "status.locked").waitFor();
  await visit("vote-locked", phone);
  await stage.getByText(t("question.locked"), { exact: true }).waitFor();
  await visit("stage-hidden", stage);
  await api.close(id, organiserKey);
  await phone.getByRole("heading", { name: hand.t("closed.heading") }).waitFor();
  await visit("vote-closed", phone);
  await stage.getByRole("heading", { name: t("closed.title") }).waitFor();
  await visit("stage-closed", stage);
  await remote.getByRole("heading", { name: t("remote.closed") }).waitFor();
  await visit("remote-closed", remote);
  const results = await open(links.results);
  await results
    .getByRole("table")
    .nth(questions.length - 1)
    .waitFor();
  await visit("results", results);
  await api.deletePoll(id, organiserKey);
  await phone.getByRole("heading", { name: hand.t("gone.heading") }).waitFor();
  await visit("vote-gone", phone);
  for (const page of [phone, stage, embed, remote, results]) await page.context().close();
  await Promise.all(others.map((other) => other.close()));
}

/** What opens over the stage, by its key, and the sign that it is there. */
async function visitDialogs(stage: Page, t: StageTexts, visit: Visit): Promise<void> {
  const dialogs = {
    help: "?",
    goto: "g",
    countdown: "c",
    clear: "x",
    health: "h",
    looks: "v",
    remote: "p",
    picture: "s",
    close: "e",
  };
  for (const [name, key] of Object.entries(dialogs)) {
    await stage.keyboard.press(key);
    const dialog = stage.getByRole("dialog");
    await dialog.waitFor();
    if (name === "remote") await stage.getByRole("button", { name: t("remote.show"), exact: true }).click();
    await visit(`stage-${name}`, stage);
    await stage.keyboard.press("Escape");
    await stage.locator("dialog").waitFor({ state: "detached" });
  }
  await stage.keyboard.press("q");
  await stage.locator(".join-panel").waitFor();
  await visit("stage-join", stage);
  await stage.keyboard.press("q");
  await stage.locator(".join-panel").waitFor({ state: "detached" });
}

/** A press, too, that can't reach the service. */
async function visitLineDown(stage: Page, t: StageTexts, visit: Visit): Promise<void> {
  await stage.context().setOffline(true);
  await stage.getByText(t("present.lineDown"), { exact: true }).waitFor();
  await stage.keyboard.press("l");
  await stage.getByText(t("refused.offline")).waitFor();
  await visit("stage-line-down", stage);
  await stage.context().setOffline(false);
  await stage.getByText(t("present.lineDown"), { exact: true }).waitFor({ state: "hidden" });
  await stage.getByText(t("refused.offline")).waitFor({ state: "detached" });
}

async function visitRehearsal(
  api: ReturnType<typeof apiClient>,
  { id, organiserKey, links }: Pick<CreatedPoll, "id" | "organiserKey" | "links">,
  open: Open,
  { t, hand }: { t: (key: "rehearsal.mark") => string; hand: ReturnType<typeof phoneHand> },
  visit: Visit,
): Promise<void> {
  await api.beginRehearsal(id, organiserKey);
  const phone = await open(links.vote);
  const stage = await open(links.present);
  await stage.getByText(t("rehearsal.mark")).waitFor();
  await visit("vote-rehearsal", phone);
  await visit("stage-rehearsal", stage);
  await visitStale(phone, hand, visit);
  for (const page of [phone, stage]) await page.context().close();
  await api.endRehearsal(id, organiserKey);
}

async function answerAll(others: readonly Attendee[], question: Question): Promise<void> {
  await Promise.all(
    others.map(async (other, person) => {
      await other.onStage(question.id, 60_000);
      const answer = answerOf(question, person);
      if (answer !== null) await other.answer(question.id, answer);
    }),
  );
}
