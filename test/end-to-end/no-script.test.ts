/** A whole poll on a phone without JavaScript. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { footerSv } from "../../web/messages/footer.sv.ts";
import type { Answer, Question, QuestionType } from "../../worker/questions/registry.ts";
import { apiClient } from "../support/api-client.ts";
import { phoneSize } from "./browser.ts";
import { ballotsIn } from "./figures.ts";
import { phoneHand } from "./phone-hand.ts";
import { pages, servePages, service } from "./served-pages.ts";
import { shortAnswers, shortQuestions } from "./short-questions.ts";
import { violations } from "./violations.ts";

const { t, status, send, fillIn } = phoneHand("sv");

const questions = { ...shortQuestions, choice: { ...shortQuestions.choice, maxChoices: 2, resultsOnPhones: true } };
const answers = { ...shortAnswers, choice: { choices: ["1", "2"] } };

servePages();

test("every type of question is answered from the lobby to the end, and the ballots are what was filled in", async () => {
  const api = apiClient(service.address);
  const listed = Object.entries(questions).map(([type, fields]) => ({ id: type, type, ...fields }));
  const poll = await api.createPoll({ title: "Utan skript", language: "sv", questions: listed });
  const { questions: asked } = await api.poll(poll.id, poll.organiserKey);
  const stage = (command: Parameters<typeof api.stage>[2]) => api.stage(poll.id, poll.presenterKey, command);
  const phone = await pages.phone(poll.links.vote, { javaScriptEnabled: false });
  const refresh = () => phone.getByRole("link", { name: footerSv.refresh, exact: true }).click();
  const heading = (name: string) => phone.getByRole("heading", { name, exact: true }).waitFor();
  await heading(t("lobby.heading"));

  for (const question of asked) {
    await stage({ question: question.id });
    await refresh();
    await heading(question.text);
    const answer = answers[question.type];
    if (question.type === "number") await refusedFirst(phone, question);
    await answerPlainly(phone, question, answer);
    expect(await violationsIn(await phone.content())).toEqual([]);
    await send(phone);
    await status(phone, "status.received").waitFor();
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phoneSize.width);
  }
  // Changed while it may be.
  await phone
    .getByRole("radio", { name: t("grid.leaveOut"), exact: true })
    .first()
    .check({ force: true });
  await send(phone, "sendChange");
  await status(phone, "status.received").waitFor();

  await stage({ question: "choice" });
  await refresh();
  await phone.getByRole("heading", { name: t("results.heading") }).waitFor();
  await phone
    .getByText(t("results.share", { n: 1, percent: 100 }), { exact: true })
    .first()
    .waitFor();
  await phone.getByLabel("Röd", { exact: true }).uncheck();
  await stage({ voting: "locked" });
  await send(phone, "sendChange");
  await status(phone, "refused.locked").waitFor();
  await refresh();
  await status(phone, "status.locked").waitFor();
  expect(await phone.getByLabel("Röd", { exact: true }).isChecked()).toBe(true);
  expect(await phone.getByRole("button").count()).toBe(0);
  await api.close(poll.id, poll.organiserKey);
  await refresh();
  await heading(t("closed.heading"));

  const ballots = ballotsIn(await api.download(poll.id, poll.organiserKey, "ballots.csv"));
  const changed: Record<QuestionType, Answer> = { ...answers, grid: { items: { 1: null, 2: null } } };
  expect(new Map(ballots.map(({ question, answer }) => [question, answer]))).toEqual(new Map(Object.entries(changed)));
  expect(ballots).toHaveLength(asked.length);
});

/** What axe, which is a script, finds on the page as a browser without scripts shows it. */
async function violationsIn(html: string): Promise<string[]> {
  const page = await pages.phone("about:blank");
  await page.setContent(html.replace(/<script.*?<\/script>|<link[^>]*>|<\/?noscript>/gs, ""));
  const found = await violations(page);
  await page.context().close();
  return found;
}

/** What is no answer comes back as it was, with the reason at its field. */
async function refusedFirst(phone: Page, question: Question): Promise<void> {
  await fillIn(phone, question, { value: 99_999 });
  await send(phone);
  const field = phone.getByRole("textbox");
  await phone.getByRole("status").filter({ hasText: "1 500" }).waitFor();
  expect(await field.getAttribute("aria-invalid")).toBe("true");
  expect(await field.getAttribute("aria-describedby")).toBe("status");
  expect(await field.inputValue()).toBe("99999");
}

/** As `fillIn`, but where a press is a page of its own. */
async function answerPlainly(phone: Page, question: Question, answer: Answer): Promise<void> {
  if (question.type !== "ranking" || !("order" in answer)) {
    await fillIn(phone, question, question.type === "number" ? { value: 12 } : answer);
    // A decimal as it is written in the poll's language.
    if (question.type === "number") await phone.getByRole("textbox").fill("12,5");
    return;
  }
  for (let place = question.options.length - 1; place > 0; place--) {
    await phone.getByRole("button", { name: t("ranking.up", { name: "Fika" }), exact: true }).click();
    await phone
      .getByRole("listitem")
      .nth(place - 1)
      .filter({ hasText: "Fika" })
      .waitFor();
  }
}
